/** Reads one edit of a batch by itself, so that a poisoned one never stops the others. */

import { isUuid } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { sameValue } from '../../src-shared/base/same-value.ts';
import { emptyGroup, parseGroup } from '../../src-shared/domain/record.ts';
import { isCleanText } from '../../src-shared/domain/text.ts';
import { upward } from '../../src-shared/sync/converters.ts';
import { policyOf } from '../../src-shared/sync/merge.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import { deletion, type Edit, type RefusalCode, wholeRecord, wireEdit } from '../../src-shared/sync/protocol.ts';
import { records } from '../../src-shared/sync/records.ts';

const deepest = 16;

/** The edit as this version writes it, or nothing where it is not one or could not be stored. */
export function readEdit(raw: unknown, schema: number): Edit | undefined {
  if (!isStorable(raw, deepest)) return undefined;
  const parsed = wireEdit.safeParse(raw);
  if (!parsed.success) return undefined;
  const [edit, kind, id, group, value, base] = parsed.data;
  return upward({ edit, kind, id, group, value, base }, schema);
}

/** The value to store: known fields checked, unknown ones kept as they came. */
export function readValue(edit: Edit): Result<JsonObject, RefusalCode> {
  if (edit.group === wholeRecord) return readRecord(edit);
  return edit.group === deletion ? readDeletion(edit.value) : readGroup(edit, edit.group, edit.value);
}

const isDeletion = (value: JsonObject): boolean =>
  typeof value.deleted === 'boolean' && Object.keys(value).length === 1;
const readDeletion = (value: JsonObject): Result<JsonObject, RefusalCode> =>
  isDeletion(value) ? ok(value) : failed('invalid');

function readGroup(edit: Edit, group: string, raw: unknown): Result<JsonObject, RefusalCode> {
  const parsed = parseGroup(records[edit.kind].spec, group as never, raw);
  return parsed.ok
    ? ok({ ...parsed.value.extra, ...(parsed.value.value as JsonObject) } as JsonObject)
    : failed('invalid');
}

/** A new record holds every usual group, and others that say something; what only commands write must still be empty. */
function readRecord(edit: Edit): Result<JsonObject, RefusalCode> {
  const { spec } = records[edit.kind];
  const seldom: readonly string[] = spec.seldom;
  if (Object.hasOwn(edit.value, deletion) || Object.hasOwn(edit.value, wholeRecord)) return failed('invalid');
  const value: Record<string, JsonObject> = { ...(edit.value as Record<string, JsonObject>) };
  if (!Object.values(value).every(isGroup)) return failed('invalid');
  for (const group of Object.keys(spec.groups)) {
    const read = readGroup(edit, group, Object.hasOwn(value, group) ? value[group] : {});
    if (!read.ok) return read;
    if (policyOf(edit.kind, group) === 'cloud' && !isEmptyGroup(edit, group, read.value)) return failed('cloud');
    if (seldom.includes(group) && isEmptyGroup(edit, group, read.value)) delete value[group];
    else value[group] = read.value;
  }
  return hasParents(value) ? ok(value) : failed('invalid');
}

const isGroup = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const isEmptyGroup = (edit: Edit, group: string, value: JsonObject): boolean =>
  sameValue(value, emptyGroup(records[edit.kind].spec, group as never));

/** A record that belongs to others names them; the empty id is for empty values only. */
const hasParents = ({ parent }: Readonly<Record<string, JsonObject>>): boolean =>
  Object.entries(parent ?? {}).every(([name, id]) => !name.endsWith('Id') || (typeof id === 'string' && isUuid(id)));

/** PostgreSQL's jsonb takes neither NUL nor half a surrogate pair, and nesting needs an end. */
function isStorable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isCleanText(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isStorable(item, depth - 1));
  return Object.entries(value).every(
    ([name, item]) => name !== '__proto__' && isStorable(name, 0) && isStorable(item, depth - 1),
  );
}
