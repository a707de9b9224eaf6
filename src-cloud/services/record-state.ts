/** What a stored record says about its groups and parents, and what it becomes when a group is written. */
import { isUuid } from '../../src-shared/base/ids.ts';
import { isLibrary } from '../../src-shared/domain/library/library.ts';
import { emptyGroup, type GroupShapes, type RecordSpec } from '../../src-shared/domain/record.ts';
import type { CurrentGroup } from '../../src-shared/sync/merge.ts';
import { deletion, type Edit, type JsonObject, type JsonValue, wholeRecord } from '../../src-shared/sync/protocol.ts';
import {
  isRecordKind,
  records as kinds,
  type RecordKind,
  type RecordOfKind,
  recordKinds,
} from '../../src-shared/sync/records.ts';
import type { LoggedEdit } from '../db/log.ts';
import type { RecordKey, StoredRecord } from '../db/records.ts';

/** One text for one record, as a key of maps. */
export const keyOf = ({ kind, id }: RecordKey): string => `${kind}/${id}`;

/** The records that a record says it belongs to; a library is none. */
export const parentsOf = (value: JsonObject): readonly RecordKey[] => named(value).filter(({ id }) => !isLibrary(id));

/** What a record names as its parents: each field of its parent that ends in `Id` names one. */
function named({ parent }: JsonObject): readonly RecordKey[] {
  return Object.entries(parent ?? {}).flatMap(([name, id]) => {
    const kind = name.endsWith('Id') ? name.slice(0, -2) : '';
    return isRecordKind(kind) && typeof id === 'string' && isUuid(id) ? [{ kind, id }] : [];
  });
}

/** The workfile or library that a record belongs to, or the workfile that it is; undefined where it belongs to none. */
export function workfileOf({ kind, id, value }: RecordKey & { readonly value: JsonObject }): string | undefined {
  if (kind === 'workfile') return id;
  const parent = value.parent as { readonly workfileId?: JsonValue } | null | undefined;
  const workfile = parent?.workfileId;
  return typeof workfile === 'string' && isUuid(workfile) ? workfile : undefined;
}

/** The value of the group that an edit is about, and the edit that wrote it. */
export function currentGroup(record: StoredRecord | undefined, { group }: Pick<Edit, 'group'>): CurrentGroup | null {
  if (record === undefined) return null;
  if (group === wholeRecord) return { value: record.value, edit: record.edit };
  const by = (Object.hasOwn(record.edits, group) ? record.edits[group] : undefined) ?? record.edit;
  if (group === deletion) return { value: { deleted: record.deleted }, edit: by };
  return { value: storedGroup(record, group), edit: by };
}

/** A group that was declared after the record was made is its empty value. */
function storedGroup(record: StoredRecord, group: string): JsonObject {
  const stored = Object.hasOwn(record.value, group) ? record.value[group] : undefined;
  const { spec } = kinds[record.kind];
  return stored ?? (Object.hasOwn(spec.groups, group) ? emptyGroup(spec, group as never) : {});
}

/** The record after an edit. */
export function written(record: StoredRecord | undefined, applied: LoggedEdit): StoredRecord {
  const { kind, id, edit, group, value, seq } = applied;
  if (record === undefined || group === wholeRecord) {
    const groups = value as Readonly<Record<string, JsonObject>>;
    return { kind, id, value: groups, edit, edits: {}, seq, deleted: false };
  }
  const edits = { ...record.edits, [group]: edit };
  if (group === deletion) return { ...record, edits, seq, deleted: value.deleted === true };
  return { ...record, value: { ...record.value, [group]: value }, edits, seq };
}

type Stored = Pick<StoredRecord, 'deleted' | 'value'> & { readonly id: string };

// What is stored was judged when it came; only what was declared later is missing.
const empty = new Map(
  recordKinds.map((kind) => {
    const spec: RecordSpec<string, GroupShapes> = kinds[kind].spec;
    const usual = Object.entries(spec.groups).filter(([group]) => !spec.seldom.includes(group));
    return [kind, usual.map(([group, shape]) => [group, shape.parse({})] as const)];
  }),
);

/** A stored record as the rules know it. */
export function domainRecord<K extends RecordKind>(kind: K, { id, deleted, value }: Stored): RecordOfKind<K> {
  const groups = (empty.get(kind) ?? []).map(([group, fields]) => [group, { ...fields, ...value[group] }]);
  return { ...value, ...Object.fromEntries(groups), id, deleted } as RecordOfKind<K>;
}
