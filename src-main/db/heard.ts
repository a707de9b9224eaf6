// What the cloud's order told this PC, slice by slice: kept for a time, in case the cloud loses it together with who wrote it.

import type { EditId } from '../../src-shared/base/ids.ts';
import { type JsonObject, schemaVersion } from '../../src-shared/sync/protocol.ts';
import { readCursor } from './cursor.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

/** A change as it was heard; `workfile` is missing where the cloud named none. */
export type Heard = {
  readonly seq: number;
  readonly edit: EditId;
  readonly kind: string;
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
  readonly base: EditId | null;
  readonly workfile?: string | undefined;
};
/** Changes that came together, and the version of the program that heard them. */
export type HeardSlice = { readonly n: number; readonly schema: number; readonly changes: readonly Heard[] };

/** As long as this PC keeps what it sent itself. */
const keptMs = 30 * 24 * 60 * 60 * 1000;

const insert = query('heard.insert', 'insert into heard (seq, changes, heard_at) values (?, ?, ?)');
const forget = query(
  'heard.forget',
  'delete from heard where n in (select n from heard order by n limit 4) and heard_at < ?',
);
const after = query<{ n: number; changes: string }>(
  'heard.after',
  'select n, changes from heard where n > ? and seq > ? order by n limit 1',
);

/** Keeps a slice of the order, in the transaction that applies it and before the cursor moves. */
export function hear(store: Store, changes: readonly Heard[], now: number): void {
  const { cursor } = readCursor(store);
  const news = changes.filter(({ seq }) => seq > cursor);
  const last = news.at(-1);
  if (last === undefined) return;
  const bare = news.map(({ seq, edit, kind, id, group, value, base, workfile }) => ({
    ...{ seq, edit, kind, id, group, value, base },
    ...(workfile !== undefined && { workfile }),
  }));
  store.run(insert, last.seq, JSON.stringify({ schema: schemaVersion, changes: bare }), now);
  store.run(forget, now - keptMs);
}

/** The slice after this one that reaches beyond a number of the order; undefined after the last. */
export function heardAfter(store: Store, n: number, seq = 0): HeardSlice | undefined {
  const row = store.get(after, n, seq);
  return row && { n: row.n, ...(JSON.parse(row.changes) as Omit<HeardSlice, 'n'>) };
}
