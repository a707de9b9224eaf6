// What the windows are told of a change, whoever made it.

import type { Notices } from '../../src-shared/ipc/notices.ts';
import type { Applied } from '../db/applied.ts';
import type { Store } from '../db/store.ts';
import { readUndoStates } from '../db/undo-state.ts';

export type Notify = <N extends keyof Notices>(name: N, data: Notices[N]) => void;

/** Tells what one transaction changed: each workfile's records as they are now, then the rows of the list. */
export function tellChanges(
  store: Store,
  notify: Notify,
  { workfiles }: Applied,
  from: Notices['workfile.changed']['from'],
): void {
  const changed = [...workfiles].flatMap(([workfileId, changes]) => (changes.length > 0 ? [workfileId] : []));
  for (const state of readUndoStates(store, changed)) {
    notify('workfile.changed', { ...state, from, changes: workfiles.get(state.workfileId) ?? [] });
  }
  if (workfiles.size > 0) notify('list.changed', { workfileIds: [...workfiles.keys()] });
}
