// What is remembered of the list's rows until anything is written on this PC.

import type { ValueCount } from '../../src-shared/ipc/list-shapes.ts';
import { type Query, query } from './query.ts';
import type { Store } from './store.ts';

/** The numbers of the rows in their order, and how many stand in each group. */
export type Order = { readonly rows: readonly number[]; readonly groups: readonly ValueCount[] };

type Memory = {
  readonly written: number;
  readonly orders: Map<string, Order>;
  /** When rows were changed last; -1 of those in the bin. */
  readonly times: Map<number, number>;
  /** How many workfiles there are outside the bin: SQLite reads a whole index to count them. */
  readonly count: () => number;
  /** Statements by their text; they outlive what is written. */
  readonly queries: Map<string, Query<never>>;
};

const memories = new WeakMap<Store, Memory>();
const changes = query<{ written: number }>('order.changes', 'select total_changes() as written');
const counted = query<{ count: number }>(
  'heads.count',
  'select count(*) as count from workfile_head where binned_at = 0',
);

/** What is known of the rows as they are at this moment. */
export function memoryOf(store: Store): Memory {
  const written = store.get(changes)?.written ?? 0;
  const known = memories.get(store);
  if (known?.written === written) return known;
  const fresh: Memory = {
    written,
    orders: new Map(),
    times: new Map(),
    count: once(() => store.get(counted)?.count ?? 0),
    queries: known?.queries ?? new Map(),
  };
  memories.set(store, fresh);
  return fresh;
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
