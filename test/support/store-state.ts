/** Everything a database holds, as one text to compare. */
import { hash } from 'node:crypto';
import type { Store } from '../../src-main/db/store.ts';

/** Every row of every table of ours; the search index is asked through what it finds. */
export function stateOf(store: Store): string {
  const tables = store.connection
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'
         and (name not like 'search_%' or name like '%_docsize') order by name`,
    )
    .pluck()
    .all() as string[];
  const rows = tables.map((name) => [name, store.connection.prepare(`select * from "${name}"`).all()]);
  return hash('sha256', JSON.stringify(rows));
}
