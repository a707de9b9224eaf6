// Writes and reads records. Local edits and changes from the cloud come through the same two functions.

import type { EditId } from '../../src-shared/base/ids.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { Line } from '../../src-shared/domain/estimate/line.ts';
import { comparePlaces } from '../../src-shared/domain/estimate/place.ts';
import { isLibraryKind, libraries } from '../../src-shared/domain/library/library.ts';
import type { Photo } from '../../src-shared/domain/photo/photo.ts';
import { deletion, type JsonObject } from '../../src-shared/sync/protocol.ts';
import type { RecordKind, RecordOfKind } from '../../src-shared/sync/records.ts';
import { groupOf, isWhole, type ParsedGroup, recordOf, withCreation, withGroup } from './record-row.ts';
import { at, columnsOf, type RecordTable, type Row } from './record-table.ts';
import { recordTables } from './record-tables.ts';
import { parseValue, rowOfValue } from './record-value.ts';
import type { Store } from './store.ts';
import { unpack } from './unpack.ts';

export { parseValue } from './record-value.ts';

/** One written group: which record, which group, its whole new value, and the edit that wrote it. */
export type Write = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
  readonly edit: EditId;
};

/**
 * A record's row, deleted or not. Who asks for a record of a workfile has had the workfile before: rows that are asked
 * for by their workfile are unpacked first.
 */
export function readRow(store: Store, kind: RecordKind, id: string): Row | undefined {
  const { read } = recordTables[kind];
  const row = store.get(read, id);
  const owner = ownerBefore(kind, id);
  return row === undefined && owner !== null && unpack(store, owner) ? store.get(read, id) : row;
}

/** What a record lies packed in that may be asked for by its id alone. */
function ownerBefore(kind: RecordKind, id: string): string | null {
  if (kind === 'workfile') return id;
  return isLibraryKind(kind) ? libraries[kind] : null;
}

/** A record by its id, deleted or not. */
export function readRecord<K extends RecordKind>(store: Store, kind: K, id: string): RecordOfKind<K> | undefined {
  const row = readRow(store, kind, id);
  return row && recordOf<K>(recordTables[kind], row);
}

/** Whether a record's row is not what was written: nothing of it may travel. */
export function isDamaged(store: Store, kind: RecordKind, id: string): boolean {
  const row = readRow(store, kind, id);
  return row !== undefined && !isWhole(row);
}

/** The workfile that a record belongs to, and whether the record is deleted. */
export function readOwner(store: Store, kind: RecordKind, id: string) {
  const row = readRow(store, kind, id);
  return row && { workfileId: workfileOf(recordTables[kind], row), deleted: row[at.deleted] === 1 };
}

/** One group of a record, with the fields that this version does not know. */
export function readGroup(store: Store, kind: RecordKind, id: string, group: string): JsonObject | undefined {
  const row = readRow(store, kind, id);
  return row && groupOf(recordTables[kind], row, group);
}

/** The records of a kind that belong to a workfile and are not deleted, oldest first. */
export function recordsOf<K extends RecordKind>(store: Store, kind: K, workfileId: string): RecordOfKind<K>[] {
  const { ofWorkfile } = recordTables[kind];
  const found = store.all(ofWorkfile, workfileId);
  // A workfile is packed as a whole, or not at all.
  const rows = found.length === 0 && unpack(store, workfileId) ? store.all(ofWorkfile, workfileId) : found;
  const records = rows.filter((row) => row[at.deleted] === 0).map((row) => recordOf<K>(recordTables[kind], row));
  return records.length < 2 ? records : records.sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

/** The lines of a workfile in the order of the estimate. */
export const linesOf = (store: Store, workfileId: string): readonly Line[] =>
  recordsOf(store, 'line', workfileId).sort(comparePlaces);

/** The photos of a workfile in their order. */
export const photosOf = (store: Store, workfileId: string): readonly Photo[] =>
  recordsOf(store, 'photo', workfileId).sort(comparePlaces);

/** The workfile a row belongs to. */
export const workfileOf = (table: RecordTable, row: Row): string => String(row[table.workfileAt]);

/** Creates a record from the value of all its groups. */
export function createRecord(store: Store, write: Write): Result<Row> {
  const { kind } = write;
  const row = rowOfValue(write);
  if (!row.ok) return row;
  const table = recordTables[kind];
  if (kind !== 'workfile') unpack(store, workfileOf(table, row.value));
  store.run(table.insert, ...row.value);
  return row;
}

/** Writes one group of an existing row. */
export function changeRecord(store: Store, row: Row, write: Write): Result<Row> {
  const table = recordTables[write.kind];
  const parsed = parseValue(write.kind, write.group, write.value);
  if (!parsed.ok) return parsed;
  const next = withGroup(table, row, { group: write.group, parsed: parsed.value, edit: write.edit });
  const known = table.update.has(write.group) ? write.group : deletion;
  const update = table.update.get(known);
  if (update === undefined) throw new Error(`no statement for ${write.kind}.${write.group}`);
  const place = table.groups.get(write.group);
  const columns = place === undefined ? [] : columnsOf(place);
  const values = [...next.slice(1, at.fields), ...columns.map((index) => next[index] ?? null)];
  store.run(update, ...values, write.id);
  return ok(next);
}

/** Says that another edit made the record, with the values of that edit where no later one wrote a group. */
export function recreateRecord(store: Store, row: Row, write: Omit<Write, 'group'>): Result<Row> {
  const table = recordTables[write.kind];
  const groups = new Map<string, ParsedGroup>();
  // What the edit does not name was empty.
  for (const group of new Set([...table.groups.keys(), ...Object.keys(write.value)])) {
    const parsed = parseValue(write.kind, group, write.value[group] ?? {});
    if (!parsed.ok) return parsed;
    groups.set(group, parsed.value);
  }
  return ok(replaceRow(store, write, withCreation(table, row, write.edit, groups)));
}

/** Says that the edit that made a record goes by another id now. */
export const restampRecord = (store: Store, row: Row, made: Pick<Write, 'kind' | 'id' | 'edit'>): Row =>
  replaceRow(store, made, withCreation(recordTables[made.kind], row, made.edit, new Map()));

function replaceRow(store: Store, { kind, id }: Pick<Write, 'kind' | 'id'>, row: Row): Row {
  const table = recordTables[kind];
  store.run(table.remove, id);
  store.run(table.insert, ...row);
  return row;
}

export function removeRecord(store: Store, kind: RecordKind, id: string): void {
  store.run(recordTables[kind].remove, id);
}
