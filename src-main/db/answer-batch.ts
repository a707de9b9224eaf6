// What the cloud's answer to a batch does here: confirms an edit, takes what stands there, or keeps what it did not take.

import type { EditId } from '../../src-shared/base/ids.ts';
import { type JsonObject, type PushAnswer, type Verdict, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { type Applied, type CollectedRows, collectRows, nothingApplied } from './applied.ts';
import { markAnswered } from './batch.ts';
import { readCursor } from './cursor.ts';
import { refreshHeads } from './head.ts';
import { type Kept, keep } from './kept.ts';
import { newestUnsent, noteTheirs, rebaseUnsent, removeUnsent, sealedEdits, type Unsent } from './outbox.ts';
import { quarantine } from './quarantine.ts';
import { changeRecord, readRow, removeRecord } from './record.ts';
import { at } from './record-table.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

/** Takes the cloud's answer to a batch: one verdict an edit, all of it in one transaction. */
export function answerBatch(store: Store, n: number, answer: PushAnswer, now: number): Applied {
  return transact(store, () => {
    const edits = sealedEdits(store, n);
    if (edits.length === 0) return nothingApplied;
    if (edits.length !== answer.verdicts.length) throw new Error('the answer is of another batch');
    const rows = collectRows();
    edits.forEach((edit, i) => {
      removeUnsent(store, edit.n);
      rows.touch(edit.workfileId);
      const verdict = answer.verdicts[i];
      if (verdict !== undefined) settle({ store, rows, now }, edit, verdict);
    });
    markAnswered(store, n, now);
    refreshHeads(store, rows.workfileIds());
    return rows.applied();
  });
}

type Settling = { readonly store: Store; readonly rows: CollectedRows; readonly now: number };
type Theirs = { readonly value: JsonObject; readonly edit: EditId };

function settle(settling: Settling, edit: Unsent, verdict: Verdict): void {
  const pulled = pulledMeanwhile(edit);
  switch (verdict.verdict) {
    case 'applied':
      // Read beyond it already: what was pulled for the group came after this edit.
      if (pulled !== null && verdict.seq <= readCursor(settling.store).cursor) takeTheirs(settling, edit, pulled);
      else tellFollower(settling.store, edit);
      return;
    case 'nothing':
      agree(settling, edit, verdict.edit, pulled);
      return;
    case 'conflict':
    case 'refused': {
      const theirs = pulled ?? theirsOf(verdict);
      keepLost(settling, edit, verdict, theirs);
      if (theirs !== null) takeTheirs(settling, edit, theirs);
      else if (edit.group === wholeRecord) takeBack(settling, edit);
    }
  }
}

/** The cloud had an equal value by another edit: that edit is what follows from here on. */
function agree(settling: Settling, edit: Unsent, standing: EditId | null, pulled: Theirs | null): void {
  if (standing !== null) rebaseUnsent(settling.store, edit, standing);
  const equal = standing === null ? null : { value: JSON.parse(edit.value) as JsonObject, edit: standing };
  const theirs = pulled ?? equal;
  if (theirs !== null) takeTheirs(settling, edit, theirs);
}

// What was pulled while the edit waited is the log's own state, so it is trusted before what the verdict carries.
const pulledMeanwhile = ({ theirsValue, theirsEdit }: Unsent): Theirs | null =>
  theirsValue === null || theirsEdit === null
    ? null
    : { value: JSON.parse(theirsValue) as JsonObject, edit: theirsEdit };

const theirsOf = (verdict: Extract<Verdict, { value: unknown }>): Theirs | null =>
  verdict.value === null || verdict.edit === null ? null : { value: verdict.value, edit: verdict.edit };

function keepLost({ store, now }: Settling, edit: Unsent, verdict: Verdict, theirs: Theirs | null): void {
  const { workfileId, kind, id, group, value, base } = edit;
  const reason: Kept['reason'] = verdict.verdict === 'refused' ? verdict.code : 'conflict';
  const kept = { edit: edit.edit, workfileId, kind, id, group, reason, mine: value, keptAt: now };
  keep(store, { ...kept, theirs: theirs && JSON.stringify(theirs.value) }, base);
}

/** A newer edit of the group that waits here must know that the cloud holds this one by now. */
function tellFollower(store: Store, { kind, id, group, value, edit }: Unsent): void {
  const follower = newestUnsent(store, kind, id, group);
  if (follower !== undefined) noteTheirs(store, follower.n, { value, edit });
}

/** The row takes the cloud's value, unless a newer edit of the group was made here. */
function takeTheirs({ store, rows, now }: Settling, edit: Unsent, theirs: Theirs): void {
  const { kind, id, group } = edit;
  const groups = group === wholeRecord ? Object.entries(theirs.value) : [[group, theirs.value] as const];
  for (const [name, value] of groups) {
    const row = readRow(store, kind, id);
    const write = { kind, id, group: name, value: value as JsonObject, edit: theirs.edit };
    const text = JSON.stringify(value);
    const follower = newestUnsent(store, kind, id, name);
    if (follower?.theirsEdit === null) noteTheirs(store, follower.n, { value: text, edit: theirs.edit });
    if (row === undefined || follower !== undefined) continue;
    const written = changeRecord(store, row, write);
    if (written.ok) rows.add(kind, written.value);
    else quarantine(store, { ...write, seq: 0, at: now }, 'invalid', now);
  }
}

/** The cloud refused to create the record: it leaves the workfile and stays among the kept edits. */
function takeBack({ store, rows }: Settling, { kind, id }: Unsent): void {
  const row = readRow(store, kind, id);
  if (row === undefined) return;
  removeRecord(store, kind, id);
  rows.add(kind, row.with(at.deleted, 1));
}
