/** RxDB's side of the cloud: a collection in memory behind three HTTP handlers. */
import { once } from 'node:events';
import http from 'node:http';
import { text } from 'node:stream/consumers';
import { getChangedDocumentsSince } from 'rxdb/plugins/core';
import { answerSteps } from '../sync/steps.ts';
import { edited, editsOf, readDocuments, valueIn } from '../sync/workload.ts';
import { openCollection } from './rxdb-collection.mjs';

let documents = [];
let collection;

answerSteps('rxdb-server', {
  async open({ file }) {
    documents = readDocuments(file);
    collection = await openCollection('server');
    await collection.bulkInsert(documents);
    const server = http.createServer((request, response) => void serve(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${server.address().port}`;
  },
  async edit(batch) {
    const edits = editsOf(documents, batch);
    const present = await found(edits);
    await collection.bulkUpsert(edits.map((edit) => edited(present.get(edit.workfile).toJSON(), edit)));
  },
  async values(batch) {
    const edits = editsOf(documents, batch);
    const present = await found(edits);
    return edits.map((edit) => valueIn(present.get(edit.workfile).toJSON(), edit));
  },
});

const found = (edits) => collection.findByIds(edits.map(({ workfile }) => workfile)).exec();

async function serve(request, response) {
  const body = JSON.parse(await text(request));
  const answer = request.url === '/pull' ? await changedSince(body) : await take(body);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(answer));
}

async function changedSince({ checkpoint, limit }) {
  const changed = await getChangedDocumentsSince(collection.storageInstance, limit, checkpoint ?? undefined);
  return { documents: changed.documents.map(withoutMeta), checkpoint: changed.checkpoint };
}

/** Takes what changed; answers the present state of every document whose base was another. */
async function take(rows) {
  const present = await collection.findByIds(rows.map(({ newDocumentState: { id } }) => id)).exec();
  const conflicts = [];
  const taken = [];
  for (const { newDocumentState, assumedMasterState } of rows) {
    const master = present.get(newDocumentState.id)?.toJSON();
    if (master && JSON.stringify(master.lines) !== JSON.stringify(assumedMasterState?.lines)) {
      conflicts.push({ ...master, _deleted: false });
    } else taken.push(newDocumentState);
  }
  await collection.bulkUpsert(taken.map(({ _deleted, ...document }) => document));
  return conflicts;
}

const withoutMeta = ({ _meta, _rev, _attachments, ...document }) => document;
