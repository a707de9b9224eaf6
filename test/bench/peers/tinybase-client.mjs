/** TinyBase on a PC: a mergeable store in memory, synchronized over a WebSocket. */
import { createMergeableStore } from 'tinybase';
import { WebSocket } from 'ws';
import { answerSteps } from '../sync/steps.ts';
import { editsOf, readDocuments } from '../sync/workload.ts';
import { editRows, rowValues, table } from './tinybase-rows.mjs';
import { synchronize } from './tinybase-wire.mjs';

let documents = [];
let url;
let synchronizer;
let cloudState = '';
const store = createMergeableStore('pc');

answerSteps('tinybase-client', {
  open({ file, url: address }) {
    documents = readDocuments(file);
    url = address;
  },
  initial: async () => {
    await connect();
    await until(() => store.getRowCount(table) === documents.length);
  },
  async leave() {
    await synchronizer.destroy();
  },
  async pull(batch) {
    const [last] = editsOf(documents, batch).slice(-1);
    await connect();
    await until(() => store.getCell(table, last.workfile, 'phone') === String(last.value));
  },
  edit: (batch) => editRows(store, documents, batch),
  async push() {
    await connect();
    await until(() => cloudState === JSON.stringify(store.getMergeableContentHashes()));
  },
  count: () => store.getRowCount(table),
  values: (batch) => rowValues(store, documents, batch),
});

async function connect() {
  const socket = new WebSocket(url, { maxPayload: 2 ** 30, perMessageDeflate: false });
  const hear = (hashes) => {
    cloudState = JSON.stringify(hashes);
  };
  synchronizer = await synchronize(store, socket, { other: 'cloud', hear });
}

async function until(isTrue) {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 1));
}
