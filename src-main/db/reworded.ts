// An edit that waits here, and that its author rewrote in a later life of this PC: the later wording takes its place.

import { counterOf, deviceOfEdit } from '../../src-shared/base/ids.ts';
import { wholeRecord } from '../../src-shared/sync/protocol.ts';
import type { UnsentEdit } from '../../src-shared/sync/unsent-file.ts';
import type { CollectedRows } from './applied.ts';
import { newestUnsent, rebaseUnsent, rewriteUnsent, type Unsent } from './outbox.ts';
import { changeRecord, readRow, recreateRecord } from './record.ts';
import { stampOf } from './record-row.ts';
import type { Store } from './store.ts';

type Later = { readonly edit: UnsentEdit; readonly author: string; readonly schema: number };

/** Answers whether there was such an edit. Sent beside it, the later wording would be in conflict with the earlier one. */
export function takeReworded(store: Store, rows: CollectedRows, { edit, author, schema }: Later): boolean {
  const { kind, id, group, value } = edit;
  const row = readRow(store, kind, id);
  const earlier = newestUnsent(store, kind, id, group);
  if (row === undefined || earlier === undefined || !isRewording(edit, earlier)) return false;
  if (earlier.author !== author || earlier.schema !== schema || stampOf(row, group) !== earlier.edit) return false;
  rewriteUnsent(store, earlier.n, { edit: edit.edit, value });
  rebaseUnsent(store, earlier, edit.edit);
  const write = { kind, id, group, value, edit: edit.edit };
  const written = group === wholeRecord ? recreateRecord(store, row, write) : changeRecord(store, row, write);
  if (written.ok) rows.add(kind, written.value);
  return true;
}

/** What was sealed is never rewritten; the counter of one device tells which wording is the later one. */
function isRewording(edit: UnsentEdit, earlier: Unsent): boolean {
  const isSameDevice = deviceOfEdit(edit.edit) === deviceOfEdit(earlier.edit);
  const isLater = isSameDevice && counterOf(edit.edit) > counterOf(earlier.edit);
  return isLater && earlier.isSealed === 0 && earlier.base === edit.base;
}
