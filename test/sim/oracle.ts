/** What must hold when the network has been quiet: nothing lost, nothing doubled, nobody behind. */
import type { EditId } from '../../src-shared/base/ids.ts';
import { policyOf, sameValue } from '../../src-shared/sync/merge.ts';
import { deletion, type JsonObject, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { isRecordKind } from '../../src-shared/sync/records.ts';
import type { LogEntry, ShopMemory } from './memory-shop.ts';
import type { SimPc } from './pc.ts';
import { type RecordState, stateOfPc } from './rows.ts';

/** An edit that a person made, as the PC acknowledged it. */
export type Made = {
  readonly edit: string;
  readonly kind: string;
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
};

/** Every PC holds what the cloud holds, record by record, group by group, edit by edit. */
export function differences(shop: ShopMemory, pcs: readonly SimPc[]): readonly string[] {
  const cloud = stateOfCloud(shop);
  return pcs.flatMap((pc) => {
    const here = stateOfPc(pc.store);
    const keys = new Set([...cloud.keys(), ...here.keys()]);
    return [...keys].flatMap((key) => differenceOf(`${pc.place} ${key}`, cloud.get(key), here.get(key)));
  });
}

function differenceOf(what: string, cloud: RecordState | undefined, here: RecordState | undefined): readonly string[] {
  if (cloud === undefined) return [`${what}: only on the PC`];
  if (here === undefined) return [`${what}: only in the cloud`];
  if (cloud.deleted !== here.deleted) return [`${what}: deleted ${cloud.deleted} in the cloud, ${here.deleted} here`];
  return Object.keys(here.stamps).flatMap((group) => {
    if (group !== deletion && !sameValue(cloud.value[group], here.value[group])) {
      return [
        `${what}.${group}: ${JSON.stringify(cloud.value[group])} in the cloud, ${JSON.stringify(here.value[group])} here`,
      ];
    }
    return cloud.stamps[group] === here.stamps[group]
      ? []
      : [`${what}.${group}: written by ${cloud.stamps[group]} in the cloud, ${here.stamps[group]} here`];
  });
}

function stateOfCloud(shop: ShopMemory): ReadonlyMap<string, RecordState> {
  const states = new Map<string, RecordState>();
  for (const [key, record] of shop.records) {
    const groups = [deletion, ...Object.keys(record.value)];
    const stamps = Object.fromEntries(groups.map((group) => [group, record.edits[group] ?? record.edit]));
    states.set(key, { deleted: record.deleted, value: record.value, stamps });
  }
  return states;
}

/** Each value of a group that keeps both was replaced only by somebody who had seen it. */
export function overwritten(shop: ShopMemory): readonly string[] {
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

/** Every edit that was acknowledged is in the log, stands in a conflict, was refused and kept, or was replaced by its author. */
export function lost(shop: ShopMemory, made: readonly Made[], keptEdits: ReadonlySet<string>): readonly string[] {
  const logged = new Map(shop.log.map((entry) => [entry.edit, entry]));
  const inConflict = new Set([...shop.conflicts.values()].flatMap(({ edits }) => edits));
  return made.flatMap((edit) => {
    const entry = logged.get(edit.edit as EditId);
    if (entry !== undefined)
      return sameValue(valueIn(entry, edit.group), edit.value)
        ? []
        : [
            `${edit.edit}/${edit.group} of ${edit.kind}: ${JSON.stringify(edit.value)} became ${JSON.stringify(valueIn(entry, edit.group))} at ${entry.seq} (${entry.group})`,
          ];
    if (inConflict.has(edit.edit as EditId) || keptEdits.has(edit.edit) || isEqual(shop, edit)) return [];
    return [`${edit.edit} of ${edit.kind}/${edit.id}/${edit.group} is nowhere`];
  });
}

function valueIn(entry: LogEntry, group: string): JsonObject | undefined {
  if (entry.group !== wholeRecord || group === wholeRecord) return entry.value;
  return group === deletion ? { deleted: false } : (entry.value[group] as JsonObject);
}

/** No edit took effect twice, and the numbers have no gap. */
export function doubled(shop: ShopMemory): readonly string[] {
  const seen = new Set<string>();
  return shop.log.flatMap((entry, i) => {
    const problems = entry.seq === i + 1 ? [] : [`number ${entry.seq} stands at place ${i + 1}`];
    if (seen.has(entry.edit)) problems.push(`${entry.edit} is in the log twice`);
    seen.add(entry.edit);
    return problems;
  });
}

/** A value that somebody else had written as well, or a figure that a larger one had passed, adds nothing. */
const isEqual = (shop: ShopMemory, { kind, id, group, value }: Made): boolean =>
  shop.log.some((entry) => {
    if (entry.kind !== kind || entry.id !== id) return false;
    const there = valueIn(entry, group);
    if (isRecordKind(kind) && policyOf(kind, group) === 'most') return Number(there?.miles) >= Number(value.miles);
    return (entry.group === group || entry.group === wholeRecord) && sameValue(there, value);
  });
