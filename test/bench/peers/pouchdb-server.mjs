/** PouchDB's side of the cloud: pouchdb-server's Express routes over leveldb. */
import { once } from 'node:events';
import path from 'node:path';
import express from 'express';
import createRoutes from 'express-pouchdb';
import PouchDB from 'pouchdb';
import { answerSteps } from '../sync/steps.ts';
import { edited, editsOf, readDocuments, valueIn } from '../sync/workload.ts';

const batchSize = 1000;
let documents = [];
let database;

answerSteps('pouchdb-server', {
  async open({ file, folder }) {
    documents = readDocuments(file);
    const Stored = PouchDB.defaults({ prefix: `${path.join(folder, 'pouchdb-server')}-` });
    database = new Stored('shop');
    for (let at = 0; at < documents.length; at += batchSize) {
      await database.bulkDocs(documents.slice(at, at + batchSize).map(asStored));
    }
    const app = express();
    app.use('/', createRoutes(Stored, { mode: 'minimumForPouchDB' }));
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${server.address().port}/shop`;
  },
  edit: (batch) => editAll(database, editsOf(documents, batch)),
  values: (batch) => valuesOf(database, editsOf(documents, batch)),
});

const asStored = ({ id, ...document }) => ({ _id: id, ...document });

async function editAll(database, edits) {
  const { rows } = await database.allDocs({ keys: edits.map(({ workfile }) => workfile), include_docs: true });
  await database.bulkDocs(rows.map(({ doc }, i) => edited(doc, edits[i])));
}

async function valuesOf(database, edits) {
  const { rows } = await database.allDocs({ keys: edits.map(({ workfile }) => workfile), include_docs: true });
  return rows.map(({ doc }, i) => doc && valueIn(doc, edits[i]));
}
