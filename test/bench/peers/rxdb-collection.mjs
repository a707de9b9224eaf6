/** A collection of workfiles in RxDB's memory, as server and PC use it. */
import { createRxDatabase } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 36 },
    ro: { type: 'string' },
    stage: { type: 'string' },
    estimator: { type: 'string' },
    openedAt: { type: 'number' },
    estimate: { type: 'object' },
    owner: { type: 'object' },
    insurer: { type: 'object' },
    vehicle: { type: 'object' },
    lines: { type: 'array', items: { type: 'object' } },
    notes: { type: 'array', items: { type: 'object' } },
  },
};

export async function openCollection(name) {
  const database = await createRxDatabase({ name, storage: getRxStorageMemory(), multiInstance: false });
  const { workfiles } = await database.addCollections({ workfiles: { schema } });
  return workfiles;
}
