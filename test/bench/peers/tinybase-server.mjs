/** TinyBase's side of the cloud: a mergeable store in memory behind a WebSocket. */
import { once } from 'node:events';
import { createMergeableStore } from 'tinybase';
import { WebSocketServer } from 'ws';
import { answerSteps } from '../sync/steps.ts';
import { readDocuments } from '../sync/workload.ts';
import { editRows, rowOf, rowValues, table } from './tinybase-rows.mjs';
import { synchronize } from './tinybase-wire.mjs';

let documents = [];
const store = createMergeableStore('server');

answerSteps('tinybase-server', {
  async open({ file }) {
    documents = readDocuments(file);
    store.transaction(() => {
      for (const document of documents) store.setRow(table, document.id, rowOf(document));
    });
    const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1', maxPayload: 2 ** 30, perMessageDeflate: false });
    sockets.on('connection', (socket) => void serve(socket));
    await once(sockets, 'listening');
    return `ws://127.0.0.1:${sockets.address().port}`;
  },
  edit: (batch) => editRows(store, documents, batch),
  values: (batch) => rowValues(store, documents, batch),
});

/** Says after every change what the store's hashes are now, so that the PC knows when its edits are here. */
async function serve(socket) {
  const tell = () => socket.send(JSON.stringify([null, 'state', store.getMergeableContentHashes()]));
  const listener = store.addDidFinishTransactionListener(tell);
  socket.on('close', () => store.delListener(listener));
  await synchronize(store, socket, { other: 'pc' });
}
