// What the windows are told of a change, whoever made it.

import { isLibrary, type Library, libraries, libraryOf } from '../../src-shared/domain/library/library.ts';
import type { Notices } from '../../src-shared/ipc/notices.ts';
import type { ChangedRecord } from '../../src-shared/ipc/shapes.ts';
import type { Applied } from '../db/applied.ts';
import type { Store } from '../db/store.ts';
import { readUndoState, readUndoStates } from '../db/undo-state.ts';

export type Notify = <N extends keyof Notices>(name: N, data: Notices[N]) => void;

/** Tells what one transaction changed: each workfile's records as they are now, then the rows of the list. */
export function tellChanges(
  store: Store,
  notify: Notify,
  { workfiles }: Applied,
  from: Notices['workfile.changed']['from'],
): void {
  for (const [id, changes] of workfiles) {
    const library = libraryOf(id);
    if (library !== undefined) tellLibrary(store, notify, library, changes);
  }
  const workfileIds = [...workfiles.keys()].filter((id) => !isLibrary(id));
  const changed = workfileIds.filter((id) => (workfiles.get(id)?.length ?? 0) > 0);
  for (const state of readUndoStates(store, changed)) {
    notify('workfile.changed', { ...state, from, changes: workfiles.get(state.workfileId) ?? [] });
  }
  if (workfileIds.length > 0) notify('list.changed', { workfileIds });
}

function tellLibrary(store: Store, notify: Notify, library: Library, changes: readonly ChangedRecord[]): void {
  const { canUndo, canRedo } = readUndoState(store, libraries[library]);
  notify('library.changed', { library, changes, canUndo, canRedo });
}
