// Sealed batches: exact bytes with a number and the hash of the batch before, sent until answered and kept after it.

import { hash } from 'node:crypto';
import type { EditId } from '../../src-shared/base/ids.ts';
import {
  type JsonObject,
  maxBatchBytes,
  maxBatchEdits,
  type PushAnswer,
  type PushRequest,
  schemaVersion,
  type Verdict,
  wholeRecord,
} from '../../src-shared/sync/protocol.ts';
import { type Applied, type CollectedRows, collectRows, nothingApplied } from './applied.ts';
import { readCursor } from './cursor.ts';
import { refreshHeads } from './head.ts';
import { readIdentity } from './identity.ts';
import { type Kept, keep } from './kept.ts';
import {
  newestUnsent,
  noteTheirs,
  oldestUnsealed,
  removeUnsent,
  sealedEdits,
  sealUnsent,
  type Unsent,
} from './outbox.ts';
import { quarantine } from './quarantine.ts';
import { query } from './query.ts';
import { changeRecord, readRow, removeRecord } from './record.ts';
import { isWhole } from './record-row.ts';
import { at } from './record-table.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

export type SealedBatch = { readonly n: number; readonly body: string; readonly edits: number };

const retainedMs = 30 * 24 * 60 * 60 * 1000;

const unanswered = query<{ n: number; body: string }>(
  'batch.unanswered',
  'select n, body from batch where answered_at is null order by n limit 1',
);
const last = query<{ n: number; hash: string }>('batch.last', 'select n, hash from batch order by n desc limit 1');
const answered = query<{ n: number; hash: string }>(
  'batch.last-answered',
  'select n, hash from batch where answered_at is not null order by n desc limit 1',
);
const insert = query('batch.insert', 'insert into batch (n, body, hash, sealed_at) values (?, ?, ?, ?)');
const markAnswered = query('batch.mark-answered', 'update batch set answered_at = ? where n = ?');
const forget = query(
  'batch.forget',
  'delete from batch where answered_at < ? and n < (select max(n) from batch where answered_at is not null)',
);

/** The batch to send now: the unanswered one again, or a new one of the oldest edits; null when nothing waits. */
export function sealNext(store: Store, now: number): SealedBatch | null {
  const again = store.get(unanswered);
  if (again !== undefined) return { ...again, edits: sealedEdits(store, again.n).length };
  return transact(store, () => {
    const edits = fitting(soundEdits(store, now));
    return edits.length === 0 ? null : seal(store, edits, now);
  });
}

/** The newest batch that the cloud answered. */
export const lastAnswered = (store: Store): { readonly n: number; readonly hash: string } | null =>
  store.get(answered) ?? null;

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
    store.run(markAnswered, now, n);
    store.run(forget, now - retainedMs);
    refreshHeads(store, rows.workfileIds());
    return rows.applied();
  });
}

/** Edits of rows that are what was written; an edit of a damaged row is set aside and never sent. */
function soundEdits(store: Store, now: number): readonly Unsent[] {
  return oldestUnsealed(store, maxBatchEdits).filter((edit) => {
    const row = readRow(store, edit.kind, edit.id);
    if (row === undefined || isWhole(row)) return true;
    quarantine(store, edit, 'damaged-row', now);
    removeUnsent(store, edit.n);
    return false;
  });
}

type Wired = { readonly unsent: Unsent; readonly wire: PushRequest['edits'][number] };

const envelopeBytes = 400;

/** The edits that one batch may hold, at least one. */
function fitting(edits: readonly Unsent[]): readonly Wired[] {
  const wired: Wired[] = [];
  let bytes = envelopeBytes;
  for (const unsent of edits) {
    const { edit, kind, id, group, value, base } = unsent;
    const wire: Wired['wire'] = [edit, kind, id, group, JSON.parse(value) as JsonObject, base];
    bytes += Buffer.byteLength(JSON.stringify(wire)) + 1;
    if (bytes > maxBatchBytes && wired.length > 0) break;
    wired.push({ unsent, wire });
  }
  return wired;
}

function seal(store: Store, edits: readonly Wired[], now: number): SealedBatch {
  const previous = store.get(last);
  const n = (previous?.n ?? 0) + 1;
  const request: PushRequest = {
    ...readIdentity(store),
    n,
    prev: previous?.hash ?? '',
    schema: schemaVersion,
    edits: edits.map(({ wire }) => wire),
  };
  const body = JSON.stringify(request);
  store.run(insert, n, body, hash('sha256', body), now);
  for (const { unsent } of edits) sealUnsent(store, unsent.n, n);
  return { n, body, edits: edits.length };
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
      if (pulled !== null) takeTheirs(settling, edit, pulled);
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
    else quarantine(store, { ...write, value: text }, 'invalid', now);
  }
}

/** The cloud refused to create the record: it leaves the workfile and stays among the kept edits. */
function takeBack({ store, rows }: Settling, { kind, id }: Unsent): void {
  const row = readRow(store, kind, id);
  if (row === undefined) return;
  removeRecord(store, kind, id);
  rows.add(kind, row.with(at.deleted, 1));
}
