// What the cloud's answer to a batch does here: confirms an edit, takes what stands there, or keeps what it did not take.

import type { EditId } from '../../src-shared/base/ids.ts';
import {
  type JsonObject,
  type PushAnswer,
  type RefusalCode,
  type Verdict,
  wholeRecord,
} from '../../src-shared/sync/protocol.ts';
import { isRecordKind } from '../../src-shared/sync/records.ts';
import { type Again, addAgain, heldOfRecord, holdAgain, removeAgain, sealedAgain } from './again.ts';
import { type Applied, type CollectedRows, collectRows, nothingApplied } from './applied.ts';
import { markAnswered } from './batch.ts';
import { readCursor } from './cursor.ts';
import { refreshHeads } from './head.ts';
import { noteAnswer, noteTaken } from './history.ts';
import { isCreationKept, keep } from './kept.ts';
import {
  followedEdits,
  newestUnsent,
  noteTheirs,
  rebaseUnsent,
  removeSealed,
  removeUnsent,
  sealedEdits,
  type Unsent,
} from './outbox.ts';
import { quarantine } from './quarantine.ts';
import { changeRecord, readRow, recreateRecord, removeRecord } from './record.ts';
import { stampOf } from './record-row.ts';
import { at } from './record-table.ts';
import type { Store } from './store.ts';
import { transactHurriedly } from './transact.ts';

/**
 * Takes the cloud's answer to a batch: one verdict an edit, all of it in one transaction. What a power cut takes of it
 * comes again: the same bytes are sent once more and get the same answer.
 */
export function answerBatch(store: Store, n: number, answer: PushAnswer, now: number): Applied {
  return transactHurriedly(store, () => {
    const rows = collectRows();
    const settling = { store, rows, now };
    const once = sealedAgain(store, n);
    demandOwn(once, answer);
    if (once.length > 0) settleAll(settling, once, answer, settleAgain);
    else settleSealed(settling, n, answer);
    const applied = rows.applied();
    if (applied.workfiles.size === 0) return nothingApplied;
    markAnswered(store, n, now);
    refreshHeads(store, rows.workfileIds());
    return applied;
  });
}

type Settling = { readonly store: Store; readonly rows: CollectedRows; readonly now: number };
type Theirs = { readonly value: JsonObject; readonly edit: EditId };

function demandOwn(edits: readonly Lost[], { verdicts }: PushAnswer): void {
  if (edits.length > 0 && edits.length !== verdicts.length) throw new Error('the answer is of another batch');
}

function settleAll<E extends Lost>(
  settling: Settling,
  edits: readonly E[],
  { verdicts, seq }: PushAnswer,
  one: (settling: Settling, edit: E, verdict: Verdict) => void,
): void {
  edits.forEach((edit, i) => {
    settling.rows.touch(edit.workfileId);
    const verdict = verdicts[i];
    if (verdict === undefined) return;
    noteAnswer(settling.store, edit.edit, verdict, 'seq' in verdict ? verdict.seq : seq);
    one(settling, edit, verdict);
  });
}

function settleSealed(settling: Settling, n: number, answer: PushAnswer): void {
  const edits = sealedEdits(settling.store, n);
  demandOwn(edits, answer);
  const seqs = answer.verdicts.flatMap((verdict) => (verdict.verdict === 'applied' ? [verdict.seq] : []));
  const isPlain = edits.every(({ theirsEdit }) => theirsEdit === null) && seqs.length === edits.length;
  if (isPlain) confirmAll(settling, n, edits, seqs);
  else settleAll(settling, edits, answer, settle);
}

/** Nothing was pulled meanwhile and the cloud took everything: all of it leaves at once. */
function confirmAll({ store, rows }: Settling, n: number, edits: readonly Unsent[], seqs: readonly number[]): void {
  for (const { workfileId } of edits) rows.touch(workfileId);
  noteTaken(store, Object.fromEntries(edits.map(({ edit }, i) => [edit, seqs[i] ?? 0])));
  const followed = followedEdits(store, n);
  removeSealed(store, n);
  for (const edit of edits) if (followed.has(edit.n)) tellFollower(store, edit);
}

function settle(settling: Settling, edit: Unsent, verdict: Verdict): void {
  removeUnsent(settling.store, edit.n);
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
      // The conflict itself is a record that the next pull brings, to this PC like to every other.
      takeTheirs(settling, edit, pulled ?? { value: verdict.value, edit: verdict.edit });
      return;
    case 'refused':
      if (isStillToCome(settling.store, edit, verdict)) addAgain(settling.store, { ...edit, held: true });
      else refuse(settling, edit, verdict, pulled ?? theirsOf(edit, verdict));
  }
}

/** The answer to an edit that went once more. The row has long gone on: it changes only where it still shows the edit. */
function settleAgain(settling: Settling, edit: Again, verdict: Verdict): void {
  const { store } = settling;
  if (edit.brought === 0 && verdict.verdict === 'refused' && isStillToCome(store, edit, verdict)) {
    holdAgain(store, edit.n);
    return;
  }
  removeAgain(store, edit.n);
  if (verdict.verdict === 'applied' || isOfAnother(edit, verdict)) return;
  if (verdict.verdict === 'nothing') {
    if (verdict.edit !== null && shows(store, edit)) {
      takeTheirs(settling, edit, { value: JSON.parse(edit.value) as JsonObject, edit: verdict.edit });
    }
    return;
  }
  const theirs = shows(store, edit) ? theirsOf(edit, verdict) : null;
  if (verdict.verdict === 'refused') refuse(settling, edit, verdict, theirs);
  else if (theirs !== null) takeTheirs(settling, edit, theirs);
}

/** What this PC brought back in vain comes by the PC that wrote it, or by one whose person may. */
const isOfAnother = ({ brought, kind }: Again, verdict: Verdict): boolean =>
  brought === 1 && (!isRecordKind(kind) || (verdict.verdict === 'refused' && leftToOthers.includes(verdict.code)));
const leftToOthers: readonly RefusalCode[] = ['missing', 'forbidden'];

function shows(store: Store, { kind, id, group, edit }: Again): boolean {
  const row = readRow(store, kind, id);
  return row !== undefined && stampOf(row, group) === edit;
}

type Lost = Pick<Unsent, 'edit' | 'workfileId' | 'kind' | 'id' | 'group' | 'value' | 'base'>;
type Refusal = Extract<Verdict, { verdict: 'refused' }>;

/** Whether the cloud lacks the record only until another PC brings it: it is here, and the cloud did not refuse it. */
const isStillToCome = (store: Store, { kind, id }: Lost, { code }: Refusal): boolean =>
  code === 'missing' && !isCreationKept(store, kind, id) && readRow(store, kind, id) !== undefined;

function refuse(settling: Settling, edit: Lost, verdict: Refusal, theirs: Theirs | null): void {
  if (edit.group === wholeRecord && verdict.code !== 'once') keepHeld(settling, edit);
  keepLost(settling, edit, verdict, theirs);
  if (theirs !== null) takeTheirs(settling, edit, theirs);
  else if (edit.group === wholeRecord && verdict.code !== 'once') takeBack(settling, edit);
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

// A record that another copy of this PC made comes by the pull: its creation first, then the edits that followed it.
const theirsOf = ({ group }: Lost, { value, edit }: Extract<Verdict, { value: unknown }>): Theirs | null =>
  group === wholeRecord || value === null || edit === null ? null : { value, edit };

/** What waited for a record to come: it will not come by itself any more. It stands beside the record that is kept. */
function keepHeld(settling: Settling, { kind, id }: Lost): void {
  for (const held of heldOfRecord(settling.store, kind, id)) {
    removeAgain(settling.store, held.n);
    keepLost(settling, held, { code: 'missing' }, null);
  }
}

function keepLost({ store, now }: Settling, edit: Lost, { code }: Pick<Refusal, 'code'>, theirs: Theirs | null): void {
  const { workfileId, kind, id, group, value, base } = edit;
  const kept = { edit: edit.edit, workfileId, kind, id, group, reason: code, mine: value, keptAt: now };
  keep(store, { ...kept, theirs: theirs && JSON.stringify(theirs.value) }, base);
}

/** A newer edit of the group that waits here must know that the cloud holds this one by now. */
function tellFollower(store: Store, { kind, id, group, value, edit }: Unsent): void {
  const follower = newestUnsent(store, kind, id, group);
  if (follower !== undefined) noteTheirs(store, follower.n, { value, edit });
}

/** The row takes the cloud's value, unless a newer edit of the group was made here. */
function takeTheirs({ store, rows, now }: Settling, { kind, id, group }: Lost, { value, edit }: Theirs): void {
  const row = readRow(store, kind, id);
  const follower = newestUnsent(store, kind, id, group);
  if (follower?.theirsEdit === null) noteTheirs(store, follower.n, { value: JSON.stringify(value), edit });
  if (row === undefined || follower !== undefined) return;
  const write = { kind, id, group, value, edit };
  const written = group === wholeRecord ? recreateRecord(store, row, write) : changeRecord(store, row, write);
  if (written.ok) rows.add(kind, written.value);
  else quarantine(store, { ...write, seq: 0, at: now }, 'invalid', now);
}

/** The cloud refused to create the record: it leaves the workfile and stays among the kept edits. */
function takeBack({ store, rows }: Settling, { kind, id }: Lost): void {
  const row = readRow(store, kind, id);
  if (row === undefined) return;
  removeRecord(store, kind, id);
  rows.add(kind, row.with(at.deleted, 1));
}
