// Writes and reads records. Local edits and changes from the cloud come through the same two functions.

import { type Failure, invalid } from '../../src-shared/base/failure.ts';
import type { EditId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { Line } from '../../src-shared/domain/estimate/line.ts';
import { comparePlaces } from '../../src-shared/domain/estimate/place.ts';
import { type GroupShapes, parseGroup, type RecordSpec } from '../../src-shared/domain/record.ts';
import { deletion, type JsonObject, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { type RecordKind, type RecordOfKind, records } from '../../src-shared/sync/records.ts';
import { groupOf, isWhole, newRow, type ParsedGroup, recordOf, withGroup } from './record-row.ts';
import { at, type RecordTable, type Row } from './record-table.ts';
import { recordTables } from './record-tables.ts';
import type { Store } from './store.ts';

/** One written group: which record, which group, its whole new value, and the edit that wrote it. */
export type Write = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
  readonly edit: EditId;
};

export const readRow = (store: Store, kind: RecordKind, id: string): Row | undefined =>
  store.get(recordTables[kind].read, id);

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
  const rows = store.all(recordTables[kind].ofWorkfile, workfileId).filter((row) => row[at.deleted] === 0);
  const records = rows.map((row) => recordOf<K>(recordTables[kind], row));
  return records.length < 2 ? records : records.sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

/** The lines of a workfile in the order of the estimate. */
export const linesOf = (store: Store, workfileId: string): readonly Line[] =>
  recordsOf(store, 'line', workfileId).sort(comparePlaces);

/** The workfile a row belongs to. */
export const workfileOf = (table: RecordTable, row: Row): string => String(row[table.workfileAt]);

/** Creates a record from the value of all its groups. */
export function createRecord(store: Store, write: Write): Result<Row> {
  const table = recordTables[write.kind];
  const groups = new Map<string, ParsedGroup>();
  for (const group of new Set([...table.groups.keys(), ...Object.keys(write.value)])) {
    const parsed = parseValue(write.kind, group, write.value[group] ?? {});
    if (!parsed.ok) return parsed;
    groups.set(group, parsed.value);
  }
  const row = newRow(write.id, groups, write.edit, table);
  store.run(table.insert, ...row);
  return ok(row);
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
  const fields = table.groups.get(write.group) ?? [];
  const values = [...next.slice(1, at.fields), ...fields.map(({ index }) => next[index] ?? null)];
  store.run(update, ...values, write.id);
  return ok(next);
}

export function removeRecord(store: Store, kind: RecordKind, id: string): void {
  store.run(recordTables[kind].remove, id);
}

/** Reads a group's value by the rules of its kind; a group that this version does not know is carried along whole. */
export function parseValue(kind: RecordKind, group: string, value: unknown): Result<ParsedGroup, Failure> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return failed(invalid(`${kind}.${group}`, 'bad-format'));
  }
  if (group === deletion) {
    if (!('deleted' in value) || typeof value.deleted !== 'boolean')
      return failed(invalid(`${kind}.deleted`, 'bad-format'));
    return ok({ value: { deleted: value.deleted }, extra: {} });
  }
  if (group === wholeRecord) return failed(invalid(`${kind}.${group}`, 'bad-format'));
  const spec = records[kind].spec as RecordSpec<string, GroupShapes>;
  if (!Object.hasOwn(spec.groups, group)) return ok({ value: {}, extra: value as JsonObject });
  return parseGroup(spec, group, value) as Result<ParsedGroup, Failure>;
}
