// What a window must know of undo and of saving, with every change of a workfile.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { WorkfileSheet } from '../../src-shared/ipc/shapes.ts';
import { readUnsavedSince } from './head.ts';
import type { Store } from './store.ts';
import { stepToRedo, stepToUndo } from './undo.ts';

export const readUndoState = (
  store: Store,
  workfileId: WorkfileId,
): Pick<WorkfileSheet, 'canUndo' | 'canRedo' | 'unsavedSince'> => ({
  canUndo: stepToUndo(store, workfileId) !== null,
  canRedo: stepToRedo(store, workfileId) !== null,
  unsavedSince: readUnsavedSince(store, workfileId),
});
