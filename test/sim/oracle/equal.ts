/** Invariant 1: all replicas and the cloud are equal, record by record, group by group, edit by edit. */
import type { StoredRecord } from '../../../src-cloud/db/records.ts';
import { sameValue } from '../../../src-shared/base/same-value.ts';
import type { GroupShapes, RecordSpec } from '../../../src-shared/domain/record.ts';
import { deletion } from '../../../src-shared/sync/protocol.ts';
import { records } from '../../../src-shared/sync/records.ts';
import type { ShopMemory } from '../memory-shop.ts';
import { type RecordState, stateOfPc } from '../rows.ts';
import type { Scene } from './scene.ts';

export function replicasAreEqual({ shop, pcs }: Pick<Scene, 'shop' | 'pcs'>): readonly string[] {
  const cloud = stateOfCloud(shop);
  return pcs.flatMap((pc) => {
    const here = stateOfPc(pc.store);
    const keys = new Set([...cloud.keys(), ...here.keys()]);
    const setAside = pc.quarantined.map((what) => `${pc.place}: set aside ${what}`);
    return [
      ...setAside,
      ...[...keys].flatMap((key) => difference(`${pc.place} ${key}`, cloud.get(key), here.get(key))),
    ];
  });
}

function difference(what: string, cloud: RecordState | undefined, here: RecordState | undefined): readonly string[] {
  if (cloud === undefined) return [`${what}: only on the PC`];
  if (here === undefined) return [`${what}: only in the cloud`];
  if (cloud.deleted !== here.deleted) return [`${what}: deleted ${cloud.deleted} in the cloud, ${here.deleted} here`];
  return Object.keys(here.stamps).flatMap((group) => {
    const [there, value] = [cloud.value[group], here.value[group]];
    if (group !== deletion && !sameValue(there, value)) {
      return [`${what}.${group}: ${JSON.stringify(there)} in the cloud, ${JSON.stringify(value)} here`];
    }
    const [stamp, mine] = [cloud.stamps[group], here.stamps[group]];
    return stamp === mine ? [] : [`${what}.${group}: written by ${stamp} in the cloud, ${mine} here`];
  });
}

function stateOfCloud(shop: ShopMemory): ReadonlyMap<string, RecordState> {
  const states = new Map<string, RecordState>();
  for (const [key, record] of shop.records) {
    const { spec }: { readonly spec: RecordSpec<string, GroupShapes> } = records[record.kind];
    const groups = [deletion, ...Object.keys(spec.groups), ...Object.keys(record.value)];
    const stamps = Object.fromEntries(groups.map((group) => [group, record.edits[group] ?? record.edit]));
    const said = Object.entries(record.value).filter(
      ([group, value]) => !spec.seldom.includes(group) || !sameValue(value, spec.groups[group]?.parse({})),
    );
    const value: StoredRecord['value'] = Object.fromEntries(said);
    states.set(key, { deleted: record.deleted, value, stamps });
  }
  return states;
}
