// Changes that come from the cloud, and how far this PC has read its log: rows and cursor in one transaction.

import { deviceOfEdit, type EditId } from '../../src-shared/base/ids.ts';
import { wholeRecord } from '../../src-shared/sync/protocol.ts';
import { isRecordKind, type RecordKind } from '../../src-shared/sync/records.ts';
import { type Applied, type CollectedRows, collectRows, nothingApplied } from './applied.ts';
import { moveCursor } from './cursor.ts';
import { dropDraftsOfRecord } from './draft.ts';
import { refreshHeads } from './head.ts';
import { readIdentity } from './identity.ts';
import { newestUnsent, noteTheirs, waitingCount } from './outbox.ts';
import { awaitedRecords, type Quarantined, type QuarantineReason, quarantine, releaseWaiting } from './quarantine.ts';
import { changeRecord, createRecord, readRow, workfileOf } from './record.ts';
import { stampOf } from './record-row.ts';
import { at, type Row } from './record-table.ts';
import { recordTables } from './record-tables.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import { keepUnknown } from './unknown-record.ts';

export { readCursor } from './cursor.ts';

/** A change of the cloud's log. */
export type PulledChange = Quarantined & { readonly base: EditId | null; readonly by: string };

/** Applies a slice of the log and moves the cursor with it. */
export function applyPulled(
  store: Store,
  changes: readonly PulledChange[],
  to: { readonly cursor: number; readonly epoch: string },
  now: number,
): Applied {
  return transact(store, () => {
    const slice = sliceOf(store, now);
    for (const change of changes) take(slice, change);
    moveCursor(store, to, changes.findLast(({ seq }) => seq === to.cursor)?.edit ?? null);
    return end(slice);
  });
}

/** Applies changes that were set aside because their record was missing, where it is here by now. */
export function applyAwaited(store: Store, now: number): Applied {
  const records = awaitedRecords(store);
  if (records.length === 0) return nothingApplied;
  return transact(store, () => {
    const slice = sliceOf(store, now);
    for (const { kind, id } of records) {
      if (isRecordKind(kind) && readRow(store, kind, id) !== undefined) takeAwaited(slice, kind, id);
    }
    return end(slice);
  });
}

type Slice = {
  readonly store: Store;
  readonly rows: CollectedRows;
  readonly now: number;
  readonly mine: string;
  readonly someWait: boolean;
  /** When each workfile was changed, by the log. */
  readonly changedAt: Map<string, number>;
};

const sliceOf = (store: Store, now: number): Slice => ({
  store,
  rows: collectRows(),
  now,
  mine: readIdentity(store).device,
  someWait: waitingCount(store) > 0,
  changedAt: new Map(),
});

function end({ store, rows, changedAt }: Slice): Applied {
  refreshHeads(store, rows.workfileIds(), changedAt);
  return rows.applied();
}

function take(slice: Slice, change: Quarantined): void {
  const { rows, changedAt } = slice;
  const row = apply(slice, change);
  if (row === undefined || !isRecordKind(change.kind)) return;
  rows.add(change.kind, row);
  const workfileId = workfileOf(recordTables[change.kind], row);
  if (row[at.deleted] === 1) dropDraftsOfRecord(slice.store, workfileId, `${change.kind}/${change.id}`);
  changedAt.set(workfileId, Math.max(change.at, changedAt.get(workfileId) ?? 0));
  if (change.group === wholeRecord) takeAwaited(slice, change.kind, change.id);
}

function takeAwaited(slice: Slice, kind: string, id: string): void {
  for (const change of releaseWaiting(slice.store, kind, id)) take(slice, change);
}

/** Writes one change; answers the row if it changed. */
function apply(slice: Slice, change: Quarantined): Row | undefined {
  const { store } = slice;
  if (!isRecordKind(change.kind)) {
    keepUnknown(store, change);
    return undefined;
  }
  const write = { ...change, kind: change.kind };
  if (slice.someWait && waits(store, write)) return undefined;
  const row = slice.rows.latest(change.id) ?? readRow(store, change.kind, change.id);
  if (row === undefined)
    return change.group === wholeRecord ? create(slice, write) : setAside(slice, change, 'missing');
  if (change.group === wholeRecord) {
    return stampOf(row, wholeRecord) === change.edit ? undefined : setAside(slice, change, 'twice');
  }
  if (isKnown(slice, stampOf(row, change.group), change.edit)) return undefined;
  const written = changeRecord(store, row, write);
  return written.ok ? written.value : setAside(slice, change, 'invalid');
}

type KnownChange = Quarantined & { readonly kind: RecordKind };

/** A group with an edit that waits here is not replaced: the cloud will judge the edit by its base. */
function waits(store: Store, { kind, id, group, value, edit }: KnownChange): boolean {
  const unsent = newestUnsent(store, kind, id, group);
  if (unsent === undefined) return false;
  noteTheirs(store, unsent.n, unsent.edit === edit ? null : { value: JSON.stringify(value), edit });
  return true;
}

function create(slice: Slice, change: KnownChange): Row | undefined {
  const created = createRecord(slice.store, change);
  return created.ok ? created.value : setAside(slice, change, 'invalid');
}

/** Whether the row already holds the change, or a later one of this same PC. */
function isKnown({ mine }: Slice, stamp: EditId, edit: EditId): boolean {
  if (stamp === edit) return true;
  if (deviceOfEdit(stamp) !== mine || deviceOfEdit(edit) !== mine) return false;
  return counterOf(stamp) > counterOf(edit);
}

const counterOf = (edit: EditId): number => Number(edit.slice(edit.indexOf('-') + 1));

function setAside({ store, now }: Slice, change: Quarantined, reason: QuarantineReason): undefined {
  quarantine(store, change, reason, now);
}
