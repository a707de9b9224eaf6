// What a window must know of undo and of saving, with every change of a workfile.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { WorkfileSheet } from '../../src-shared/ipc/shapes.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

export type UndoState = Pick<WorkfileSheet, 'canUndo' | 'canRedo' | 'unsavedSince'>;

const states = query<{ id: WorkfileId; canUndo: 0 | 1; canRedo: 0 | 1; unsavedSince: number }>(
  'undo-state.of',
  `select value as id,
     exists (select 1 from undo_step where workfile_id = value and undone = 0) as canUndo,
     exists (select 1 from undo_step where workfile_id = value and undone = 1) as canRedo,
     coalesce((select unsaved_since from workfile_head where workfile_head.id = value), 0) as unsavedSince
   from json_each(?)`,
);

/** Of many workfiles in one question: a thousand of them may change at once. */
export function readUndoStates(
  store: Store,
  workfileIds: readonly WorkfileId[],
): readonly (UndoState & { readonly workfileId: WorkfileId })[] {
  const rows = store.all(states, JSON.stringify(workfileIds));
  return rows.map(({ id, canUndo, canRedo, unsavedSince }) => ({
    ...{ workfileId: id, canUndo: canUndo === 1, canRedo: canRedo === 1, unsavedSince },
  }));
}

export function readUndoState(store: Store, workfileId: WorkfileId): UndoState {
  const [state] = readUndoStates(store, [workfileId]);
  return { canUndo: state?.canUndo ?? false, canRedo: state?.canRedo ?? false, unsavedSince: state?.unsavedSince ?? 0 };
}
