// How far this PC has read the cloud's log.

import { type EditId, isEditId } from '../../src-shared/base/ids.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { Store } from './store.ts';

/** How far the log was read: its number, the edit at that number, and the log's own name. */
export type Cursor = { readonly cursor: number; readonly at: EditId | null; readonly epoch: string };

export function readCursor(store: Store): Cursor {
  const edit = readMeta(store, 'cursor-edit') ?? '';
  return {
    cursor: Number(readMeta(store, 'cursor') ?? 0),
    at: isEditId(edit) ? edit : null,
    epoch: readMeta(store, 'epoch') ?? '',
  };
}

/** Moves the cursor in the transaction of the rows it covers; `at` is the edit at its number, where that is known. */
export function moveCursor(
  store: Store,
  to: { readonly cursor: number; readonly epoch: string },
  at: EditId | null,
): void {
  const from = readCursor(store);
  if (from.cursor === to.cursor && from.epoch === to.epoch) return;
  writeMeta(store, 'cursor', String(to.cursor));
  writeMeta(store, 'cursor-edit', at ?? (from.cursor === to.cursor ? from.at : null));
  writeMeta(store, 'epoch', to.epoch);
}
