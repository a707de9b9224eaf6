/** Writes migrations/cloud.schema.sql from a freshly migrated database: `node test/support/dump-cloud-schema.ts`. */
import { writeFileSync } from 'node:fs';
import { openDatabase } from '../../src-cloud/db/database.ts';
import { describeSchema } from './cloud-schema.ts';

export const schemaFile = new URL('../../migrations/cloud.schema.sql', import.meta.url);

if (import.meta.main) {
  const database = await openDatabase({ kind: 'memory' });
  writeFileSync(schemaFile, await database.lend(describeSchema));
  await database.close();
}
