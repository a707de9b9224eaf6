/** RxDB on a PC: a collection in memory, replicating by HTTP handlers. */
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { answerSteps } from '../sync/steps.ts';
import { edited, editsOf, readDocuments, valueIn } from '../sync/workload.ts';
import { openCollection } from './rxdb-collection.mjs';

const batchSize = 1000;
let documents = [];
let collection;
let replication;
let url;

answerSteps('rxdb-client', {
  leave: () => undefined,
  async open({ file, url: address }) {
    documents = readDocuments(file);
    collection = await openCollection('client');
    url = address;
  },
  async initial() {
    replication = replicateRxCollection({
      collection,
      replicationIdentifier: 'shop',
      live: true,
      retryTime: 60_000,
      waitForLeadership: false,
      toggleOnDocumentVisible: false,
      pull: { batchSize, handler: (checkpoint, limit) => post('/pull', { checkpoint, limit }) },
      push: { batchSize, handler: (rows) => post('/push', rows) },
    });
    replication.error$.subscribe((error) => {
      throw error;
    });
    await replication.awaitInitialReplication();
    await replication.awaitInSync();
  },
  async pull() {
    replication.reSync();
    await replication.awaitInSync();
  },
  /** Edits are made while nothing is sent. */
  async edit(batch) {
    await replication.pause();
    const edits = editsOf(documents, batch);
    const present = await found(edits);
    await collection.bulkUpsert(edits.map((edit) => edited(present.get(edit.workfile).toJSON(), edit)));
  },
  async push() {
    await replication.start();
    await replication.awaitInSync();
  },
  count: () => collection.count().exec(),
  async values(batch) {
    const edits = editsOf(documents, batch);
    const present = await found(edits);
    return edits.map((edit) => valueIn(present.get(edit.workfile).toJSON(), edit));
  },
});

const found = (edits) => collection.findByIds(edits.map(({ workfile }) => workfile)).exec();

async function post(path, body) {
  const answer = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) });
  return answer.json();
}
