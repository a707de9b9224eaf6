// How many rows each table has.

import { query } from './query.ts';
import type { Store } from './store.ts';

const names = query<{ name: string }>(
  'table-rows.names',
  `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'search_%'
   order by name`,
);

/** Counted one by one: a table that is damaged says so by no number. */
export const tableRows = (store: Store): readonly { readonly name: string; readonly rows: number }[] =>
  store.all(names).map(({ name }) => ({ name, rows: countOf(store, name) }));

function countOf(store: Store, name: string): number {
  try {
    return Number(store.connection.prepare(`select count(*) from "${name}"`).pluck().get());
  } catch {
    return Number.NaN;
  }
}
