/** Invariant 2: every edit is current, was cleanly replaced, stands in a conflict, or was refused and is kept. */

import type { EditId } from '../../../src-shared/base/ids.ts';
import { sameValue } from '../../../src-shared/base/same-value.ts';
import { emptyGroup, type GroupShapes, type RecordSpec } from '../../../src-shared/domain/record.ts';
import { policyOf } from '../../../src-shared/sync/merge.ts';
import { deletion, type JsonObject, wholeRecord } from '../../../src-shared/sync/protocol.ts';
import { isRecordKind, records } from '../../../src-shared/sync/records.ts';
import { keptOn, type Made } from '../ledger.ts';
import type { LogEntry, ShopMemory } from '../memory-shop.ts';
import type { Scene } from './scene.ts';

/** Each value of a group that keeps both was replaced only by somebody who had seen it. */
export function nothingIsOverwritten({ shop }: Pick<Scene, 'shop'>): readonly string[] {
  const current = new Map<string, string>();
  return shop.log.flatMap((entry) => {
    const place = (group: string) => `${entry.kind}/${entry.id}/${group}`;
    if (entry.group === wholeRecord) {
      for (const group of Object.keys(entry.value)) current.set(place(group), entry.edit);
      return [];
    }
    const before = current.get(place(entry.group));
    current.set(place(entry.group), entry.edit);
    if (!keepsBoth(entry) || before === undefined || before === entry.base) return [];
    return [`${place(entry.group)}: ${entry.edit} (base ${entry.base}) silently replaced ${before}`];
  });
}

const keepsBoth = ({ kind, group }: LogEntry): boolean =>
  group !== deletion && isRecordKind(kind) && policyOf(kind, group) === 'keep-both';

/** Each acknowledged edit is found again, with the value that its author gave it. */
export function nothingIsLost(scene: Scene): readonly string[] {
  const { shop, ledger } = scene;
  const logged = new Map(shop.log.map((entry) => [entry.edit, entry]));
  const isAccounted = accounts(scene);
  return [...ledger.made.values()].flatMap((made) => {
    const entry = logged.get(made.edit as EditId);
    if (entry === undefined) {
      return isAccounted(made) ? [] : [`${made.edit} of ${made.kind}/${made.id}/${made.group} is nowhere`];
    }
    if (holds(entry.value, made) || (ledger.everLogged.has(made.edit) && isBroughtAsState(shop, entry, made)))
      return [];
    return [`${made.edit} of ${made.kind}: ${JSON.stringify(made.value)} became ${JSON.stringify(entry.value)}`];
  });
}

/**
 * The log may hold more than was said, fields that the author's version does not know and empty groups, and less: a group
 * that records seldom have is left out where it is empty.
 */
const holds = (value: JsonObject, made: Made): boolean =>
  Object.entries(made.value).every(
    ([name, one]) => sameValue(value[name], one) || (value[name] === undefined && sameValue(emptyOf(made, name), one)),
  );

/** The empty value of a group that records seldom have. */
function emptyOf({ kind, group }: Pick<Made, 'kind' | 'group'>, name: string): JsonObject | undefined {
  if (group !== wholeRecord || !isRecordKind(kind)) return undefined;
  const spec = records[kind].spec as RecordSpec<string, GroupShapes>;
  return spec.seldom.includes(name) ? (emptyGroup(spec, name) as JsonObject) : undefined;
}

/** A creation that a restored cloud got back as state: a group is empty where a later edit of it stands in the log. */
const isBroughtAsState = ({ log }: ShopMemory, { group, value, kind, id }: LogEntry, made: Made): boolean =>
  group === wholeRecord &&
  isRecordKind(kind) &&
  Object.entries(made.value).every(([name, one]) => {
    if (sameValue(value[name], one)) return true;
    const empty = emptyGroup(records[kind].spec as RecordSpec<string, GroupShapes>, name) as JsonObject;
    const isLater = (entry: LogEntry) => entry.kind === kind && entry.id === id && entry.group === name;
    return sameValue(value[name], empty) && log.some(isLater);
  });

function accounts(scene: Scene): (made: Made) => boolean {
  const { shop, pcs, ledger } = scene;
  const kept = keptOn(pcs);
  const keptEdits = new Set<string>(kept.map(({ edit }) => edit));
  const inConflict = new Set<string>([...shop.conflicts.values()].flatMap(({ edits }) => edits));
  const followers = Map.groupBy(ledger.made.values(), ({ base }) => base ?? '');
  const refused = [...kept, ...[...ledger.ended].flatMap((edit) => ledger.made.get(edit) ?? [])];
  const refusedRecords = new Set(refused.filter(({ group }) => group === wholeRecord).map(keyOf));
  const withdrawn = withdrawnRecords(scene);
  const isThere = (made: Made, depth = 0): boolean =>
    shop.applied.has(made.edit as EditId) ||
    inConflict.has(made.edit) ||
    keptEdits.has(made.edit) ||
    ledger.ended.has(made.edit) ||
    withdrawn.has(keyOf(made)) ||
    isEqual(shop, made) ||
    // It became part of its record, which was refused as a whole: kept until a person decides.
    refusedRecords.has(keyOf(made)) ||
    // Its author wrote over it, having seen it.
    (depth < 50 &&
      (followers.get(made.edit) ?? []).some((next) => next.group === made.group && isThere(next, depth + 1)));
  return isThere;
}

const keyOf = ({ kind, id }: Pick<Made, 'kind' | 'id'>): string => `${kind}/${id}`;

/**
 * Records that nobody asks for: the cloud refused them and their maker deleted them before anybody else saw them; and
 * conflicts that a restored cloud found not to be any, with the choices that were made about them.
 */
function withdrawnRecords({ shop, ledger }: Scene): ReadonlySet<string> {
  const ends = [...ledger.made.values()].filter(
    ({ kind, group, value }) => kind === 'conflict' || (group === deletion && value.deleted === true),
  );
  return new Set(ends.map(keyOf).filter((key) => !shop.records.has(key)));
}

/** A value that somebody else had written as well, or a figure that a larger one had passed, adds nothing. */
const isEqual = (shop: ShopMemory, { kind, id, group, value }: Made): boolean =>
  shop.log.some((entry) => {
    if (entry.kind !== kind || entry.id !== id) return false;
    const there = valueIn(entry, group);
    if (isRecordKind(kind) && policyOf(kind, group) === 'most') return Number(there?.miles) >= Number(value.miles);
    return (entry.group === group || entry.group === wholeRecord) && sameValue(there, value);
  });

function valueIn(entry: LogEntry, group: string): JsonObject | undefined {
  if (entry.group !== wholeRecord || group === wholeRecord) return entry.value;
  if (group === deletion) return { deleted: false };
  return (entry.value[group] as JsonObject | undefined) ?? emptyOf(entry, group);
}
