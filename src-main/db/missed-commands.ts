// Commands that were done, and whose effect the order does not have: the cloud lost it and is asked again, in the same words.

import type { EditId } from '../../src-shared/base/ids.ts';
import { markAsked } from './command.ts';
import { readCursor } from './cursor.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

const done = query<{ id: string; seq: number; edit: EditId | null }>(
  'missed-commands.done',
  `select id, seq, edits ->> '$[#-1]' as edit from command where state = 'done' and seq > ? and seq <= ?`,
);

/** Looks for the effects of commands among what was read, in the transaction that moves the cursor and before it moves. */
export function askForMissed(
  store: Store,
  changes: readonly { readonly seq: number; readonly edit: EditId }[],
  reached: number,
): void {
  for (const { id, seq, edit } of store.all(done, readCursor(store).cursor, reached)) {
    if (edit !== null && !changes.some((change) => change.seq === seq && change.edit === edit)) markAsked(store, id);
  }
}

/** Where the order ends at the cursor, or is not trusted behind it, every effect that should still come is missed. */
export const askForAllMissed = (store: Store): void => askForMissed(store, [], Number.MAX_SAFE_INTEGER);
