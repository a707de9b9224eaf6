// What is remembered of the list's rows until anything is written on this PC.

import type { ValueCount } from '../../src-shared/ipc/list-shapes.ts';
import { markedIds } from './head-filter.ts';
import { type Query, query, valueQuery } from './query.ts';
import type { Store } from './store.ts';

/** The numbers of the rows in their order, and how many stand in each group. */
export type Order = { readonly rows: readonly number[]; readonly groups: readonly ValueCount[] };

/** The workfiles of which something waits for the cloud or for a person. */
export type Marks = { readonly waiting: ReadonlySet<string>; readonly undecided: ReadonlySet<string> };

type Memory = {
  readonly written: number;
  marks?: Marks;
  readonly orders: Map<string, Order>;
  /** When rows were changed last; -1 of those in the bin. */
  readonly times: Map<number, number>;
  /** Answers to questions without values, by the text of the question. */
  readonly answers: Map<string, unknown>;
  /** Statements by their text; they outlive what is written. */
  readonly queries: Map<string, Query<never>>;
};

const memories = new WeakMap<Store, Memory>();
const changes = query<{ written: number }>('order.changes', 'select total_changes() as written');

/** What is known of the rows as they are at this moment. */
export function memoryOf(store: Store): Memory {
  const written = store.get(changes)?.written ?? 0;
  const known = memories.get(store);
  if (known?.written === written) return known;
  const fresh: Memory = {
    written,
    orders: new Map(),
    times: new Map(),
    answers: new Map(),
    queries: known?.queries ?? new Map(),
  };
  // What a transaction sees may be undone, and SQLite goes on counting what was undone as written.
  if (!store.connection.inTransaction) memories.set(store, fresh);
  return fresh;
}

/** What a question without values was answered since anything was written: SQLite would read a whole index or table for it. */
export function recall<Row>(store: Store, asked: Query<Row>): Row | undefined {
  const { answers } = memoryOf(store);
  if (!answers.has(asked.sql)) answers.set(asked.sql, store.get(asked));
  return answers.get(asked.sql) as Row | undefined;
}

const waiting = valueQuery<string>('marks.waiting', markedIds.waiting);
const undecided = valueQuery<string>('marks.undecided', markedIds.undecided);

/** Few workfiles are marked, and every row that is shown is asked for its marks. */
export function marksOf(store: Store): Marks {
  const memory = memoryOf(store);
  memory.marks ??= { waiting: new Set(store.all(waiting)), undecided: new Set(store.all(undecided)) };
  return memory.marks;
}
