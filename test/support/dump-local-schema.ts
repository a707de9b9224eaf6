/** Writes migrations/local.schema.sql from a freshly migrated database: `node test/support/dump-local-schema.ts`. */
import { writeFileSync } from 'node:fs';
import type { Store } from '../../src-main/db/open.ts';
import { freshStore } from './store.ts';

export const localSchemaFile = new URL('../../migrations/local.schema.sql', import.meta.url);

/** Everything the migrations made, in a stable order; the shadow tables of the search index are SQLite's own. */
export function describeLocalSchema(store: Store): string {
  const rows = store.connection
    .prepare(
      `select sql from sqlite_master where sql is not null and name not like 'sqlite_%'
         and (name not like 'search_%' or sql like 'create virtual%')
       order by case type when 'table' then 0 else 1 end, tbl_name, name`,
    )
    .pluck()
    .all() as string[];
  const version = Number(store.connection.pragma('user_version', { simple: true }));
  return `-- user_version ${version}\n\n${rows.map((sql) => `${sql};\n`).join('\n')}`;
}

if (import.meta.main) {
  const { store, close } = await freshStore();
  writeFileSync(localSchemaFile, describeLocalSchema(store));
  close();
}
