// Changes that come from the cloud, and how far this PC has read its log: rows and cursor in one transaction.

import { counterOf, deviceOfEdit, type EditId } from '../../src-shared/base/ids.ts';
import { sameValue } from '../../src-shared/base/same-value.ts';
import { policyOf } from '../../src-shared/sync/merge.ts';
import { wholeRecord } from '../../src-shared/sync/protocol.ts';
import { isRecordKind, type RecordKind } from '../../src-shared/sync/records.ts';
import { releaseHeld, someAreHeld } from './again.ts';
import { type Applied, type CollectedRows, collectRows, nothingApplied } from './applied.ts';
import { addPackedChange, readReached, someReached } from './bundle.ts';
import { moveCursor, type Reached } from './cursor.ts';
import { dropDraftsOfRecord } from './draft.ts';
import { refreshHeads } from './head.ts';
import { hear } from './heard.ts';
import { keepTold } from './history.ts';
import { readIdentity } from './identity.ts';
import { askForMissed } from './missed-commands.ts';
import { newestUnsent, noteTheirs, waitingCount } from './outbox.ts';
import { awaitedRecords, type Quarantined, type QuarantineReason, quarantine, releaseWaiting } from './quarantine.ts';
import { changeRecord, createRecord, readRow, recreateRecord, workfileOf } from './record.ts';
import { groupOf, stampOf, wholeOf } from './record-row.ts';
import { at, type Row } from './record-table.ts';
import { recordTables } from './record-tables.ts';
import { markStaleHeads } from './stale-head.ts';
import type { Store } from './store.ts';
import { addAllToCompare, addToAudit } from './to-compare.ts';
import { transact, transactHurriedly } from './transact.ts';
import { keepUnknown } from './unknown-record.ts';
import { unpack } from './unpack.ts';

export { readCursor, readMarks } from './cursor.ts';

/** A change of the cloud's log. */
export type PulledChange = Quarantined & {
  readonly base: EditId | null;
  readonly by: string;
  /** The workfile that the record belongs to. */
  readonly workfile?: string | undefined;
};
type Arrived = Quarantined & Pick<PulledChange, 'workfile'>;

/** Where changes lead; `headsLater` where the pull that they came with left rows of the list for later before. */
type Leading = Reached & { readonly headsLater?: boolean };

/** What one slice may take, and what the row of the list of a workfile in it takes at its end. */
const sliceMs = 5;
const headMs = 0.25;
/** The rows of more workfiles follow in idle moments: their records are what somebody may look at. */
const headsAtOnce = 8;

/** Applies a slice of the log and moves the cursor with it. */
export function applyPulled(store: Store, changes: readonly PulledChange[], to: Reached, now: number): Applied {
  return transact(store, () => {
    const slice = sliceOf(store, now);
    for (const change of changes) take(slice, change);
    const news = changes.filter(isNewsIn(slice));
    hear(store, news, now);
    keepTold(store, news, now);
    askForMissed(store, changes, to.cursor);
    moveCursor(store, to, changes.findLast(({ seq }) => seq === to.cursor)?.edit ?? null);
    return end(slice);
  });
}

/**
 * Applies as many changes as a slice of time allows, at least one, and moves the cursor with them, so that an edit made
 * meanwhile never waits for long; answers how many. `to` is where all of them together lead. What comes with much else
 * is on the disk sooner when the rows of the list wait for all of it.
 */
export function applySome(
  store: Store,
  changes: readonly PulledChange[],
  { headsLater = false, ...to }: Leading,
  now: number,
): { readonly applied: Applied; readonly taken: number; readonly headsLater: boolean } {
  // A slice that a power cut takes is pulled again: the cursor goes with it.
  return transactHurriedly(store, () => {
    const slice = sliceOf(store, now);
    const from = store.stopwatch();
    const areHeadsLate = () => headsLater || slice.touched.size > headsAtOnce;
    const headsMs = () => (areHeadsLate() ? 0 : slice.touched.size * headMs);
    const isOver = () => store.stopwatch() - from + headsMs() >= sliceMs;
    let taken = 0;
    for (const change of changes) {
      take(slice, change);
      taken += 1;
      if (isOver()) break;
    }
    const news = changes.slice(0, taken).filter(isNewsIn(slice));
    hear(store, news, now);
    keepTold(store, news, now);
    const last = changes[taken - 1];
    askForMissed(store, changes, taken === changes.length ? to.cursor : (last?.seq ?? 0));
    if (last === undefined || taken === changes.length)
      moveCursor(store, to, last?.seq === to.cursor ? last.edit : null);
    else moveCursor(store, { cursor: last.seq, epoch: to.epoch, mark: '' }, last.edit);
    return { applied: end(slice, headsLater), taken, headsLater: areHeadsLate() };
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
  /** Whether edits wait for a record that the cloud had lost. */
  readonly someHeld: boolean;
  /** Whether workfiles are packed, or have reached more than the cursor. */
  readonly someReached: boolean;
  /** When each workfile was changed, by the log. */
  readonly changedAt: Map<string, number>;
  /** The same of packed workfiles: their rows of the list are told later. */
  readonly stale: Map<string, number>;
  /** The workfiles that changes were about, whether that was news or not. */
  readonly touched: Set<string>;
  /** Those of them in which a record was made: what the cloud lacked its place for may have one now. */
  readonly grown: Set<string>;
  /** Edits by this PC's name that were news here: another life of it made them, before a backup was put back. */
  readonly unknownOwn: Set<EditId>;
};

const sliceOf = (store: Store, now: number): Slice => ({
  store,
  rows: collectRows(),
  now,
  mine: readIdentity(store).device,
  someWait: waitingCount(store) > 0,
  someHeld: someAreHeld(store),
  someReached: someReached(store),
  changedAt: new Map(),
  stale: new Map(),
  touched: new Set(),
  grown: new Set(),
  unknownOwn: new Set(),
});

function end({ store, rows, changedAt, stale, touched, grown }: Slice, headsLater = false): Applied {
  for (const id of grown) addToAudit(store, id);
  addAllToCompare(
    store,
    [...touched].filter((id) => !grown.has(id)),
  );
  const ids = rows.workfileIds();
  if (!headsLater && ids.size <= headsAtOnce) refreshHeads(store, ids, changedAt);
  else for (const [id, at] of changedAt) stale.set(id, Math.max(at, stale.get(id) ?? 0));
  if (stale.size > 0) markStaleHeads(store, stale);
  return rows.applied();
}

function take(slice: Slice, change: Arrived): void {
  const { rows, changedAt } = slice;
  if (slice.someHeld && change.group === wholeRecord) releaseHeld(slice.store, ownerOf(change));
  if (slice.someReached && isPacked(slice, change)) return;
  if (change.workfile !== undefined) {
    slice.touched.add(change.workfile);
    if (change.group === wholeRecord) slice.grown.add(change.workfile);
  }
  const row = apply(slice, change);
  if (row === undefined || !isRecordKind(change.kind)) return;
  if (deviceOfEdit(change.edit) === slice.mine) slice.unknownOwn.add(change.edit);
  rows.add(change.kind, row);
  const workfileId = workfileOf(recordTables[change.kind], row);
  if (row[at.deleted] === 1) dropDraftsOfRecord(slice.store, workfileId, `${change.kind}/${change.id}`);
  changedAt.set(workfileId, Math.max(change.at, changedAt.get(workfileId) ?? 0));
  if (change.group === wholeRecord) takeAwaited(slice, change.kind, change.id);
}

const isNewsIn =
  ({ mine, unknownOwn }: Slice) =>
  ({ edit }: Arrived): boolean =>
    deviceOfEdit(edit) !== mine || unknownOwn.has(edit);

function ownerOf({ id, value }: Quarantined): string {
  const parent = value.parent as { readonly workfileId?: unknown } | undefined;
  return typeof parent?.workfileId === 'string' ? parent.workfileId : id;
}

function takeAwaited(slice: Slice, kind: string, id: string): void {
  for (const change of releaseWaiting(slice.store, kind, id)) take(slice, change);
}

/** Whether a change is in its workfile already, or is kept beside its bundle until that is unpacked. */
function isPacked({ store, stale }: Slice, change: Arrived): boolean {
  const { workfile, kind, seq, at } = change;
  const reached = workfile === undefined ? undefined : readReached(store, workfile);
  if (workfile === undefined || reached === undefined) return false;
  if (seq <= reached.seq) return true;
  if (reached.isPacked === 0) return false;
  // Conflicts of the whole shop are listed together.
  if (kind === 'conflict') return !unpack(store, workfile);
  addPackedChange(store, workfile, change);
  stale.set(workfile, Math.max(at, stale.get(workfile) ?? 0));
  return true;
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
    const isSame = stampOf(row, wholeRecord) === change.edit && !isMadeAnew(row, write);
    return isSame ? undefined : recreate(slice, row, write);
  }
  if (isKnown(slice, stampOf(row, change.group), change.edit) && !isDoneAnew(row, write)) return undefined;
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

/** The record was made on another copy of the PC that made it here: what the cloud has is what counts. */
function recreate(slice: Slice, row: Row, change: KnownChange): Row | undefined {
  const made = recreateRecord(slice.store, row, change);
  return made.ok ? made.value : setAside(slice, change, 'invalid');
}

/** Whether the row already holds the change, or a later one of this same PC. */
function isKnown({ mine }: Slice, stamp: EditId, edit: EditId): boolean {
  if (stamp === edit) return true;
  if (deviceOfEdit(stamp) !== mine || deviceOfEdit(edit) !== mine) return false;
  return counterOf(stamp) > counterOf(edit);
}

/** A restored cloud executed a command anew: the same edits, with what came of it now. */
const isDoneAnew = (row: Row, { kind, group, value, edit }: KnownChange): boolean =>
  policyOf(kind, group) === 'cloud' &&
  stampOf(row, group) === edit &&
  !sameValue(groupOf(recordTables[kind], row, group), value);

const isMadeAnew = (row: Row, { kind, value }: KnownChange): boolean =>
  kind === 'version' && !sameValue(wholeOf(recordTables[kind], row), value);

function setAside({ store, now }: Slice, change: Quarantined, reason: QuarantineReason): undefined {
  quarantine(store, change, reason, now);
}
