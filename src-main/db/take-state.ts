// The cloud's state of a workfile taken over onto the rows that are here: what waits to be sent stays as it is.

import type { EditId } from '../../src-shared/base/ids.ts';
import type { ChangedRecord } from '../../src-shared/ipc/shapes.ts';
import { deletion, type JsonObject } from '../../src-shared/sync/protocol.ts';
import { kindsOfCloud, type RecordKind } from '../../src-shared/sync/records.ts';
import type { BundledRecord } from '../../src-shared/sync/snapshot.ts';
import { type CollectedRows, collectRows } from './applied.ts';
import { markUnpacked, type Packed } from './bundle.ts';
import { refreshHeads } from './head.ts';
import { newestUnsent, noteTheirs, unsentOfRecord } from './outbox.ts';
import { quarantine } from './quarantine.ts';
import { query } from './query.ts';
import { changeRecord, readRow, removeRecord } from './record.ts';
import { groupOf, isWhole, stampOf, wholeOf } from './record-row.ts';
import { at, type Row } from './record-table.ts';
import { recordTables } from './record-tables.ts';
import { type HeldRecord, rowOfHeld } from './record-value.ts';
import type { Store } from './store.ts';
import { heldOf, keepUnknownRecord, soundRecords } from './unpack.ts';

/** A group's value that was here and is not any more. */
export type Replaced = {
  readonly kind: string;
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
  readonly edit: string;
};

const note = query('mending.note', 'insert into mending (workfile_id, replaced, mended_at) values (?, ?, ?)');

/** Takes over what a bundle says of an unpacked workfile; answers what changed. */
export function takeState(store: Store, bundle: Packed, now: number): readonly ChangedRecord[] {
  return take(store, bundle, now, ['conflict']).changes;
}

/**
 * Makes an unpacked workfile what the cloud has, and keeps what was here instead: also a version whose lock nobody here
 * can ask for again.
 */
export function mendState(store: Store, bundle: Packed, now: number): readonly ChangedRecord[] {
  const { changes, replaced } = take(store, bundle, now, kindsOfCloud);
  store.run(note, bundle.workfileId, JSON.stringify(replaced), now);
  return changes;
}

type Taking = {
  readonly store: Store;
  readonly rows: CollectedRows;
  readonly replaced: Replaced[];
  readonly now: number;
};

function take(store: Store, bundle: Packed, now: number, ofCloud: readonly RecordKind[]) {
  const taking: Taking = { store, rows: collectRows(), replaced: [], now };
  const records = soundRecords(bundle) ?? [];
  for (const record of records) {
    const held = heldOf(record);
    if (held === undefined) keepUnknownRecord(store, record);
    else takeRecord(taking, held);
  }
  for (const kind of ofCloud) dropUnknown(taking, kind, bundle.workfileId, records);
  markUnpacked(store, bundle.workfileId, bundle.seq);
  refreshHeads(store, new Set([bundle.workfileId]));
  const [changes] = taking.rows.applied().workfiles.values();
  return { changes: changes ?? [], replaced: taking.replaced };
}

/** What only the cloud writes is its own word: what it does not know any more, after a restore, is none. */
function dropUnknown(
  { store, rows, replaced }: Taking,
  kind: RecordKind,
  workfileId: string,
  records: readonly BundledRecord[],
): void {
  const known = new Set<string>(records.map(([, id]) => id));
  for (const row of store.all(recordTables[kind].ofWorkfile, workfileId)) {
    const id = String(row[at.id]);
    if (known.has(id) || records.length === 0) continue;
    replaced.push({ kind, id, group: '*', value: wholeOf(recordTables[kind], row), edit: String(row[at.edit]) });
    removeRecord(store, kind, id);
    rows.add(kind, row.with(at.deleted, 1));
  }
}

function takeRecord(taking: Taking, held: HeldRecord): void {
  const { store } = taking;
  const row = readRow(store, held.kind, held.id);
  const isTheirs = row === undefined || ((row[at.edit] !== held.edit || !isWhole(row)) && !isAwaited(store, held));
  if (isTheirs) replace(taking, held, row);
  else for (const group of groupsOf(held)) takeGroup(taking, held, group);
}

const isAwaited = (store: Store, { kind, id }: HeldRecord): boolean => unsentOfRecord(store, kind, id).length > 0;

function replace({ store, rows, replaced, now }: Taking, held: HeldRecord, before: Row | undefined): void {
  const { kind, id, edit, value } = held;
  const row = rowOfHeld(held);
  if (!row.ok) {
    quarantine(store, { seq: 0, edit, kind, id, group: '*', value, at: now }, 'invalid', now);
    return;
  }
  if (before !== undefined) {
    replaced.push({ kind, id, group: '*', value: wholeOf(recordTables[kind], before), edit: String(before[at.edit]) });
    removeRecord(store, kind, id);
  }
  store.run(recordTables[kind].insert, ...row.value);
  rows.add(kind, row.value);
}

const groupsOf = ({ kind, value, edits }: HeldRecord): ReadonlySet<string> =>
  new Set([...recordTables[kind].groups.keys(), ...Object.keys(value), ...Object.keys(edits), deletion]);

function takeGroup({ store, rows, replaced, now }: Taking, held: HeldRecord, group: string): void {
  const { kind, id } = held;
  const row = rows.latest(id) ?? readRow(store, kind, id);
  const edit: EditId = held.edits[group] ?? held.edit;
  if (row === undefined || stampOf(row, group) === edit) return;
  const value = group === deletion ? { deleted: held.deleted } : ((held.value[group] ?? {}) as JsonObject);
  const unsent = newestUnsent(store, kind, id, group);
  if (unsent !== undefined) {
    noteTheirs(store, unsent.n, unsent.edit === edit ? null : { value: JSON.stringify(value), edit });
    return;
  }
  const before = groupOf(recordTables[kind], row, group) ?? {};
  const written = changeRecord(store, row, { kind, id, group, value, edit });
  if (!written.ok) {
    quarantine(store, { seq: 0, edit, kind, id, group, value, at: now }, 'invalid', now);
    return;
  }
  replaced.push({ kind, id, group, value: before, edit: stampOf(row, group) });
  rows.add(kind, written.value);
}
