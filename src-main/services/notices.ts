// What the windows are told of a change, whoever made it.

import type { Notices } from '../../src-shared/ipc/notices.ts';
import type { Applied } from '../db/applied.ts';
import type { Store } from '../db/store.ts';
import { readUndoState } from '../db/undo-state.ts';

export type Notify = <N extends keyof Notices>(name: N, data: Notices[N]) => void;

/** Tells what one transaction changed: each workfile's records as they are now, then the rows of the list. */
export function tellChanges(
  store: Store,
  notify: Notify,
  { workfiles }: Applied,
  from: Notices['workfile.changed']['from'],
): void {
  for (const [workfileId, changes] of workfiles) {
    if (changes.length === 0) continue;
    notify('workfile.changed', { workfileId, from, changes, ...readUndoState(store, workfileId) });
  }
  if (workfiles.size > 0) notify('list.changed', { workfileIds: [...workfiles.keys()] });
}
