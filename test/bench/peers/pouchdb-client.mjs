/** PouchDB on a PC: leveldb, replicating over HTTP. */
import path from 'node:path';
import PouchDB from 'pouchdb';
import { answerSteps } from '../sync/steps.ts';
import { edited, editsOf, readDocuments, valueIn } from '../sync/workload.ts';

const options = { batch_size: 1000 };
let documents = [];
let local;
let url;

answerSteps('pouchdb-client', {
  leave: () => undefined,
  open({ file, folder, url: address }) {
    documents = readDocuments(file);
    local = new PouchDB(path.join(folder, 'pouchdb-client'));
    url = address;
  },
  async initial() {
    await local.replicate.from(url, options);
  },
  async pull() {
    await local.replicate.from(url, options);
  },
  /** The first push has no checkpoint and walks over everything, so one is made before. */
  async edit(batch) {
    await local.replicate.to(url, options);
    const edits = editsOf(documents, batch);
    const { rows } = await local.allDocs({ keys: edits.map(({ workfile }) => workfile), include_docs: true });
    await local.bulkDocs(rows.map(({ doc }, i) => edited(doc, edits[i])));
  },
  async push() {
    await local.replicate.to(url, options);
  },
  count: async () => (await local.info()).doc_count,
  async values(batch) {
    const edits = editsOf(documents, batch);
    const { rows } = await local.allDocs({ keys: edits.map(({ workfile }) => workfile), include_docs: true });
    return rows.map(({ doc }, i) => doc && valueIn(doc, edits[i]));
  },
});
