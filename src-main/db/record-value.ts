// Values of records read by the rules of their kind, and whole rows made of them.

import { type Failure, invalid } from '../../src-shared/base/failure.ts';
import type { EditId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { type GroupShapes, parseGroup, type RecordSpec } from '../../src-shared/domain/record.ts';
import { deletion, type JsonObject, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { type RecordKind, records } from '../../src-shared/sync/records.ts';
import { newRow, type ParsedGroup, stampedRow } from './record-row.ts';
import type { Row } from './record-table.ts';
import { recordTables } from './record-tables.ts';

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

/** A record as the cloud holds it: the edit that made it, and the later edit of each group that has one. */
export type HeldRecord = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly deleted: boolean;
  readonly edit: EditId;
  readonly edits: Readonly<Record<string, EditId>>;
  readonly value: JsonObject;
};

type Made = Pick<HeldRecord, 'kind' | 'id' | 'value' | 'edit'>;

/** The row of a new record, made of the value of all its groups. */
export function rowOfValue({ kind, id, value, edit }: Made, parse: typeof parseValue = parseValue): Result<Row> {
  const groups = parseAll(kind, value, parse);
  return groups.ok ? ok(newRow(id, groups.value, edit, recordTables[kind])) : groups;
}

/** The row of a record that was edited since it was made. */
export function rowOfHeld(held: HeldRecord, parse: typeof parseValue = parseValue): Result<Row> {
  const row = rowOfValue(held, parse);
  return row.ok ? ok(stampedRow(row.value, held)) : row;
}

/** Reads values like `parseValue`, but equal ones only once: most lines of an estimate have most groups in common. */
export function rememberingParse(): typeof parseValue {
  const known = new Map<string, ReturnType<typeof parseValue>>();
  return (kind, group, value) => {
    const key = `${kind} ${group} ${JSON.stringify(value)}`;
    const parsed = known.get(key) ?? parseValue(kind, group, value);
    known.set(key, parsed);
    return parsed;
  };
}

function parseAll(
  kind: RecordKind,
  value: JsonObject,
  parse: typeof parseValue,
): Result<ReadonlyMap<string, ParsedGroup>> {
  const groups = new Map<string, ParsedGroup>();
  const { seldom }: RecordSpec<string, GroupShapes> = records[kind].spec;
  for (const group of new Set([...recordTables[kind].groups.keys(), ...Object.keys(value)])) {
    if (value[group] === undefined && seldom.includes(group)) continue;
    const parsed = parse(kind, group, value[group] ?? {});
    if (!parsed.ok) return parsed;
    groups.set(group, parsed.value);
  }
  return ok(groups);
}
