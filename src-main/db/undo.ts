// What can be taken back on this PC: the steps of each workfile, kept across restarts.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

/** One group before and after a step. A created record goes from deleted to not deleted. */
export type StepChange = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly group: string;
  readonly before: JsonObject;
  readonly after: JsonObject;
};
export type Step = { readonly n: number; readonly changes: readonly StepChange[] };

/** How many steps a workfile keeps at least. */
const keptSteps = 1000;
const pruneEvery = 100;

type StepRow = { readonly n: number; readonly changes: string };
const insert = query('undo.insert', 'insert into undo_step (workfile_id, changes, undone) values (?, ?, 0)');
const dropUndone = query('undo.drop-undone', 'delete from undo_step where workfile_id = ? and undone = 1');
const prune = query(
  'undo.prune',
  `delete from undo_step where workfile_id = ? and undone = 0 and n <=
     (select n from undo_step where workfile_id = ? and undone = 0 order by n desc limit 1 offset ?)`,
);
const newestDone = query<StepRow>(
  'undo.newest-done',
  'select n, changes from undo_step where workfile_id = ? and undone = 0 order by n desc limit 1',
);
const oldestUndone = query<StepRow>(
  'undo.oldest-undone',
  'select n, changes from undo_step where workfile_id = ? and undone = 1 order by n limit 1',
);
const mark = query('undo.mark', 'update undo_step set undone = ? where n = ?');
const remove = query('undo.remove', 'delete from undo_step where n = ?');

/** Remembers a step; what had been taken back before can no longer be made again. */
export function addStep(store: Store, workfileId: WorkfileId, changes: readonly StepChange[]): void {
  store.run(dropUndone, workfileId);
  const n = store.run(insert, workfileId, JSON.stringify(changes));
  if (n % pruneEvery === 0) store.run(prune, workfileId, workfileId, keptSteps);
}

export const stepToUndo = (store: Store, workfileId: WorkfileId): Step | null =>
  stepOf(store.get(newestDone, workfileId));
export const stepToRedo = (store: Store, workfileId: WorkfileId): Step | null =>
  stepOf(store.get(oldestUndone, workfileId));
export const markUndone = (store: Store, n: number): void => void store.run(mark, 1, n);
export const markDone = (store: Store, n: number): void => void store.run(mark, 0, n);
export const dropStep = (store: Store, n: number): void => void store.run(remove, n);

const stepOf = (row: StepRow | undefined): Step | null =>
  row === undefined ? null : { n: row.n, changes: JSON.parse(row.changes) as StepChange[] };
