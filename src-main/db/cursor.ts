// How far this PC has read the cloud's log.

import { type EditId, isEditId } from '../../src-shared/base/ids.ts';
import { type Mark, maxMarks } from '../../src-shared/sync/protocol.ts';
import { readMeta, writeMeta } from './meta.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

const marks = query<{ seq: number; mark: string }>('mark.all', 'select seq, mark from mark order by seq desc');
const markAt = query<{ mark: string }>('mark.at', 'select mark from mark where seq = ?');
const putMark = query('mark.put', 'insert or replace into mark (seq, mark) values (?, ?)');
const dropMark = query('mark.drop', 'delete from mark where seq = ?');
const forgetAfter = query('mark.forget-after', 'delete from mark where seq > ?');

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

/** Where a slice of the log ends; `mark` is the cloud's word for everything up to there. */
export type Reached = { readonly cursor: number; readonly epoch: string; readonly mark: string };

/** Moves the cursor in the transaction of the rows it covers; `at` is the edit at its number, where that is known. */
export function moveCursor(store: Store, to: Reached, at: EditId | null): void {
  const from = readCursor(store);
  if (to.cursor > 0 && to.mark !== '') setMark(store, [to.cursor, to.mark]);
  if (from.cursor === to.cursor && from.epoch === to.epoch) return;
  writeMeta(store, 'cursor', String(to.cursor));
  writeMeta(store, 'cursor-edit', at ?? (from.cursor === to.cursor ? from.at : null));
  writeMeta(store, 'epoch', to.epoch);
}

/** Goes back to a mark of the log, or to its very beginning: what stood behind it may be different now. */
export function rewindCursor(store: Store, epoch: string, to: Mark | null): void {
  store.run(forgetAfter, to?.[0] ?? 0);
  writeMeta(store, 'cursor', String(to?.[0] ?? 0));
  writeMeta(store, 'cursor-edit', null);
  writeMeta(store, 'epoch', epoch);
}

/** The places that this PC can go back to, newest first. */
export const readMarks = (store: Store): readonly Mark[] => store.all(marks).map(({ seq, mark }) => [seq, mark]);

// Close together near the cursor, each older stretch twice as wide as the one before.
const nearMarks = 16;

function setMark(store: Store, [seq, mark]: Mark): void {
  if (store.get(markAt, seq)?.mark === mark) return;
  store.run(putMark, seq, mark);
  const all = readMarks(store);
  if (all.length < maxMarks) return;
  for (const [far] of all.slice(nearMarks).filter((_, i) => i % 2 === 0)) store.run(dropMark, far);
}
