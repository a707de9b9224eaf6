// Who changed what of each workfile: written with every edit made here or heard, and asked of the cloud for what is older.

import type { EditId, WorkfileId } from '../../src-shared/base/ids.ts';
import { isLibrary } from '../../src-shared/domain/library/library.ts';
import type { HistoryRow } from '../../src-shared/sync/history.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

/** A change as history keeps it. */
export type Made = Omit<HistoryRow, 'before' | 'value'> & {
  readonly workfileId: string;
  readonly value: JsonObject;
  readonly before: JsonObject | null;
};

/** As long as a row is kept; what is older is asked of the cloud again. */
const keptMs = 90 * 24 * 60 * 60 * 1000;

// Only the PC's name is news about an edit that is here: who was told of it by the order alone did not know the PC.
const insert = query(
  'history.insert',
  `insert into history (edit, workfile_id, kind, id, group_name, value, before, person, pc, made_at, kept_at)
   values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
   on conflict (edit) do update set pc = excluded.pc where history.pc = ''`,
);
const oldest = query<{ n: number; workfileId: string; keptAt: number }>(
  'history.oldest',
  'select n, workfile_id as workfileId, kept_at as keptAt from history order by n limit 2',
);
const remove = query('history.remove', 'delete from history where n = ?');
const unreach = query('history.unreach', 'delete from history_reach where workfile_id = ?');
const reached = query<{ seq: number }>('history.reached', 'select seq from history_reach where workfile_id = ?');
const reach = query('history.reach', 'insert or replace into history_reach (workfile_id, seq) values (?, ?)');
const ofWorkfile = query<StoredRow>(
  'history.of-workfile',
  `select edit, kind, id, group_name as "group", value, before, person as by, pc, made_at as at
   from history where workfile_id = ? order by made_at, n`,
);

type StoredRow = Omit<HistoryRow, 'value' | 'before'> & { readonly value: string; readonly before: string | null };

/** Keeps a change of a workfile; libraries of the shop and what the cloud says of conflicts are no history. */
export function keepHistory(store: Store, made: Made, now: number): void {
  const { edit, workfileId, kind, id, group, value, before, by, pc, at } = made;
  if (kind === 'conflict' || workfileId === '' || isLibrary(workfileId)) return;
  const [text, old] = [JSON.stringify(value), before && JSON.stringify(before)];
  store.run(insert, edit, workfileId, kind, id, group, text, old, by, pc, at, now);
  // Two go for each that comes, so that what is too old is gone in the end.
  for (const row of store.all(oldest)) if (row.keptAt < now - keptMs) forget(store, row);
}

function forget(store: Store, row: { readonly n: number; readonly workfileId: string }): void {
  store.run(remove, row.n);
  store.run(unreach, row.workfileId);
}

/** What of a workfile's history is here, oldest first. */
export const historyRows = (store: Store, workfileId: WorkfileId): readonly HistoryRow[] =>
  store.all(ofWorkfile, workfileId).map(({ value, before, ...row }) => ({
    ...row,
    value: JSON.parse(value) as JsonObject,
    before: before === null ? null : (JSON.parse(before) as JsonObject),
  }));

/** Up to which number of the order the cloud told this PC all of a workfile's history; 0 where it was never asked. */
export const historyReach = (store: Store, workfileId: WorkfileId): number => store.get(reached, workfileId)?.seq ?? 0;

export const reachHistory = (store: Store, workfileId: WorkfileId, seq: number): void =>
  void store.run(reach, workfileId, seq);

/** A change that the shop's order told of. */
export type Told = {
  readonly edit: EditId;
  readonly kind: string;
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
  readonly by: string;
  readonly at: number;
  readonly workfile?: string | undefined;
};

/** Keeps what the order told: a new record names its workfile itself where the cloud did not. */
export function keepTold(store: Store, changes: readonly Told[], now: number): void {
  for (const { workfile, ...change } of changes) {
    const parent = change.value.parent as { readonly workfileId?: string } | undefined;
    keepHistory(store, { ...change, workfileId: workfile ?? parent?.workfileId ?? '', before: null, pc: '' }, now);
  }
}
