// A row of a record table read and rewritten as a value: groups, the edit that wrote each, and the row's hash.

import { hash } from 'node:crypto';
import type { EditId } from '../../src-shared/base/ids.ts';
import { sameValue } from '../../src-shared/base/same-value.ts';
import { deletion, type JsonObject, type JsonValue } from '../../src-shared/sync/protocol.ts';
import type { RecordKind, RecordOfKind } from '../../src-shared/sync/records.ts';
import type { SqlValue } from './query.ts';
import { at, type Place, type RecordTable, type Row } from './record-table.ts';

/** A group's value in two parts: fields this version knows, and fields it carries along untouched. */
export type ParsedGroup = { readonly value: JsonObject; readonly extra: JsonObject };

/** A group's new value and the edit that writes it. */
type GroupWrite = { readonly group: string; readonly parsed: ParsedGroup; readonly edit: EditId };

/** A new row with every known group, written by one edit. */
export function newRow(id: string, groups: ReadonlyMap<string, ParsedGroup>, edit: EditId, table: RecordTable): Row {
  const row: SqlValue[] = Array.from({ length: table.width }, () => null);
  Object.assign(row, [id, 0, edit, null, null, '']);
  for (const [group, parsed] of groups) putGroup(table, row, group, parsed);
  return sealed(row);
}

/** The row with one group's new value, written by that edit. A row that was damaged before stays marked so. */
export function withGroup(table: RecordTable, row: Row, { group, parsed, edit }: GroupWrite): Row {
  const next = [...row];
  putGroup(table, next, group, parsed);
  const { [group]: _, ...others } = editsOf(row);
  next[at.edits] = textOf(edit === row[at.edit] ? others : { ...others, [group]: edit });
  return isWhole(row) ? sealed(next) : next;
}

/** The row of a record that was edited since it was made, as far as its bookkeeping says so. */
export function stampedRow(row: Row, { deleted, edits }: Pick<Stamped, 'deleted' | 'edits'>): Row {
  const later = Object.fromEntries(Object.entries(edits).filter(([, edit]) => edit !== row[at.edit]));
  if (!deleted && Object.keys(later).length === 0) return row;
  return sealed([...row.with(at.deleted, Number(deleted)).with(at.edits, textOf(later))]);
}

/** The edits that wrote a row: the one that made it, and the later one of each group that has one. */
export const stampsOf = (row: Row): Stamped => ({
  deleted: row[at.deleted] === 1,
  edit: row[at.edit] as EditId,
  edits: editsOf(row),
});

type Stamped = {
  readonly deleted: boolean;
  readonly edit: EditId;
  readonly edits: Readonly<Record<string, EditId>>;
};

/** The row as made by another edit, with these values where no later edit wrote the group. */
export function withCreation(
  table: RecordTable,
  row: Row,
  edit: EditId,
  groups: ReadonlyMap<string, ParsedGroup>,
): Row {
  const next = [...row];
  for (const [group, parsed] of groups) if (editsOf(row)[group] === undefined) putGroup(table, next, group, parsed);
  next[at.edit] = edit;
  return isWhole(row) ? sealed(next) : next;
}

/** Everything of one group, with the fields that this version does not know; undefined where there is none. */
export function groupOf(table: RecordTable, row: Row, group: string): JsonObject | undefined {
  if (group === deletion) return { deleted: row[at.deleted] === 1 };
  const place = table.groups.get(group);
  const extra = extraOf(row)[group] as JsonObject | undefined;
  return place === undefined ? extra : { ...knownOf(place, row), ...extra };
}

/** The edit that wrote a group. */
export const stampOf = (row: Row, group: string): EditId => editsOf(row)[group] ?? (row[at.edit] as EditId);

/** A row as a record of the domain; seldom groups that say nothing are left out. */
export function recordOf<K extends RecordKind>(table: RecordTable, row: Row): RecordOfKind<K> {
  const record: Record<string, unknown> = { id: row[at.id], deleted: row[at.deleted] === 1 };
  for (const [group, place] of table.groups) if (!isUnsaid(place, row)) record[group] = knownOf(place, row);
  if (row[at.extra] !== null) addCarried(record, table, extraOf(row));
  return record as RecordOfKind<K>;
}

/** What came before this version knew its group was carried along; it is the group's value. */
function addCarried(record: Record<string, unknown>, table: RecordTable, carried: JsonObject): void {
  for (const [group, fields] of Object.entries(carried)) {
    const place = table.groups.get(group);
    if (place === undefined || !('packed' in place)) continue;
    record[group] = { ...place.empty, ...(record[group] as object), ...(fields as JsonObject) };
  }
}

/** Every group of a row that says something as the value of a whole-record edit. */
export function wholeOf(table: RecordTable, row: Row): JsonObject {
  const extra = extraOf(row);
  const known = [...table.groups].filter(([name, place]) => !isUnsaid(place, row) || Object.hasOwn(extra, name));
  const names = [...known.map(([name]) => name), ...Object.keys(extra).filter((name) => !table.groups.has(name))];
  return Object.fromEntries(names.map((name) => [name, groupOf(table, row, name) ?? {}]));
}

/** Whether the row is what was written: a flipped bit on the disk must not travel. */
export const isWhole = (row: Row): boolean => row[at.hash] === hashOf(row);

function putGroup(table: RecordTable, row: SqlValue[], group: string, { value, extra }: ParsedGroup): void {
  if (group === deletion) {
    row[at.deleted] = value.deleted === true ? 1 : 0;
    return;
  }
  const place = table.groups.get(group);
  if (place !== undefined) putKnown(place, row, value);
  const { [group]: _, ...others } = extraOf(row);
  row[at.extra] = textOf(Object.keys(extra).length === 0 ? others : { ...others, [group]: extra });
}

function putKnown(place: Place, row: SqlValue[], value: JsonObject): void {
  if ('packed' in place) {
    row[place.packed] = sameValue(value, place.empty) ? null : JSON.stringify(value);
    return;
  }
  for (const { name, index, isFlag } of place.fields) {
    const field = value[name] as SqlValue | boolean;
    row[index] = isFlag ? Number(field) : (field as SqlValue);
  }
}

function knownOf(place: Place, row: Row): Readonly<Record<string, JsonValue>> {
  if ('packed' in place) {
    const text = row[place.packed];
    return typeof text === 'string' ? (JSON.parse(text) as JsonObject) : place.empty;
  }
  const value: Record<string, JsonValue> = {};
  for (const { name, index, isFlag } of place.fields) value[name] = isFlag ? row[index] === 1 : (row[index] ?? null);
  return value;
}

const isUnsaid = (place: Place, row: Row): boolean => 'packed' in place && row[place.packed] === null;

const editsOf = (row: Row): Readonly<Record<string, EditId>> => parsed(row[at.edits]) as Record<string, EditId>;
const extraOf = (row: Row): JsonObject => parsed(row[at.extra]) as JsonObject;
const nothing = {};
const parsed = (text: SqlValue | undefined): unknown => (typeof text === 'string' ? JSON.parse(text) : nothing);
/** In the order of the names, so that equal records are equal rows. */
function textOf(names: Readonly<Record<string, unknown>>): string | null {
  const sorted = Object.keys(names).sort();
  return sorted.length === 0 ? null : JSON.stringify(Object.fromEntries(sorted.map((name) => [name, names[name]])));
}

function sealed(row: SqlValue[]): Row {
  row[at.hash] = hashOf(row);
  return row;
}

/** Columns at the end that hold nothing are left out: rows from before a version that added some stay whole. */
function hashOf(row: Row): string {
  const width = row.findLastIndex((value) => value !== null) + 1;
  return hash('sha256', JSON.stringify(row.slice(0, width).toSpliced(at.hash, 1)), 'base64url').slice(0, 22);
}
