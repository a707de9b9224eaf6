// The conflicts that wait for a person's choice.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { type Conflict, isOpen } from '../../src-shared/domain/conflict/conflict.ts';
import { query } from './query.ts';
import { readRecord, recordsOf } from './record.ts';
import type { Store } from './store.ts';

const open = "choice_made = 'open' and deleted = 0";
const list = query<{ id: string }>(
  'conflict.open',
  `select id from conflict where ${open} order by late_at, id limit ?`,
);
const count = query<{ count: number }>('conflict.open-count', `select count(*) as count from conflict where ${open}`);
const ofLate = query<{ edit: string }>(
  'conflict.of-late',
  'select late_edit as edit from conflict where late_edit in (select value from json_each(?))',
);

/** The oldest open conflicts of the shop. */
export const openConflicts = (store: Store, limit: number): readonly Conflict[] =>
  store.all(list, limit).flatMap(({ id }) => readRecord(store, 'conflict', id) ?? []);

export const openConflictCount = (store: Store): number => store.get(count)?.count ?? 0;

export const openConflictsOf = (store: Store, workfileId: WorkfileId): readonly Conflict[] =>
  recordsOf(store, 'conflict', workfileId).filter(isOpen);

/** Which of these edits met another value and stand in a conflict, chosen by now or not. */
export const editsInConflict = (store: Store, edits: readonly string[]): ReadonlySet<string> =>
  new Set(store.all(ofLate, JSON.stringify(edits)).map(({ edit }) => edit));
