/** Questions to a shop's tables in memory, answered as the database answers them. */

import type { StoredConflict } from '../../src-cloud/db/conflicts.ts';
import type { Change, Stretch, Told } from '../../src-cloud/db/log.ts';
import type { Given } from '../../src-cloud/db/number-blocks.ts';
import { type RecordKey, type Sibling, type StoredRecord, siblingOf } from '../../src-cloud/db/records.ts';
import type { Order } from '../../src-cloud/db/shops.ts';
import { keyOf, workfileOf } from '../../src-cloud/services/record-state.ts';
import type { EditId } from '../../src-shared/base/ids.ts';
import { singles } from '../../src-shared/domain/access/permissions.ts';
import { roDigits } from '../../src-shared/domain/workfile/ro-number.ts';
import type { Mark, RefusalCode } from '../../src-shared/sync/protocol.ts';
import type { LogEntry, ShopMemory } from './memory-shop.ts';

export const orderOf = ({ epoch, lastSeq, mark }: ShopMemory): Order => ({ epoch, lastSeq, mark });

/** Everybody is called alike here, and each PC by its id. */
export const nameOf = (_person: string): string => 'Someone';

export const stretchOf = (shop: ShopMemory, after: number, limit: number): Stretch => ({
  ...orderOf(shop),
  changes: shop.log.slice(after, after + limit).map((entry) => changeOf(shop, entry)),
});

function changeOf(shop: ShopMemory, { seq, mark, edit, kind, id, group, value, base, at, ...of }: LogEntry): Change {
  const record = shop.records.get(keyOf({ kind, id }));
  const change = { seq, mark, edit, kind, id, group, value, base, by: nameOf(of.person), at: at ?? seq };
  return record === undefined ? change : { ...change, workfile: workfileOf(record) ?? record.id };
}

export function newestMark(shop: ShopMemory, marks: readonly Mark[]): Mark | null {
  const known = marks.filter(([seq, mark]) => shop.log[seq - 1]?.mark === mark);
  return known.toSorted(([a], [b]) => b - a)[0] ?? null;
}

export const toldOf = (shop: ShopMemory, edits: readonly EditId[]): ReadonlyMap<EditId, Told> =>
  new Map(
    shop.log
      .filter(({ edit }) => edits.includes(edit))
      .map(({ edit, group, value, person, device, seq, at }) => [
        edit,
        { group, value, by: nameOf(person), pc: device, at: at ?? seq },
      ]),
  );

export function recordsOf(
  shop: ShopMemory,
  keys: readonly RecordKey[],
  siblings: readonly string[] = singles,
): readonly StoredRecord[] {
  const asked = keys.flatMap((key) => shop.records.get(keyOf(key)) ?? []);
  const workfiles = new Set(asked.map(ownerOf));
  const beside = [...shop.records.values()].filter(
    (record) => siblings.includes(record.kind) && workfiles.has(ownerOf(record)),
  );
  return [...new Set([...asked, ...beside])];
}

export function siblingsOf(shop: ShopMemory, keys: readonly RecordKey[], kinds: readonly string[]): readonly Sibling[] {
  const workfiles = new Set(recordsOf(shop, keys, []).map(ownerOf));
  return [...shop.records.values()]
    .filter((record) => kinds.includes(record.kind) && workfiles.has(ownerOf(record)))
    .map((record) => siblingOf(record, ownerOf(record)));
}

const ownerOf = (record: StoredRecord): string => workfileOf(record) ?? record.id;

export function conflictsOf(shop: ShopMemory, keys: readonly RecordKey[]): readonly StoredConflict[] {
  const names = new Set(keys.map(keyOf));
  return [...shop.conflicts.values()].filter(
    ({ id, kind, recordId }) => names.has(keyOf({ kind, id: recordId })) || names.has(`conflict/${id}`),
  );
}

export const refusedOf = (shop: ShopMemory, edits: readonly EditId[]): ReadonlyMap<EditId, RefusalCode> =>
  new Map(
    edits.flatMap((edit): [EditId, RefusalCode][] => {
      const code = shop.refused.get(edit);
      return code === undefined ? [] : [[edit, code]];
    }),
  );

export const givenOf = ({ blocks }: ShopMemory, epoch: string): Given => ({
  last: Math.max(0, ...blocks.map(({ last }) => last)),
  inEpoch: blocks.some((block) => block.epoch === epoch),
});

/** The numbers that workfiles have, deleted or not. */
export const usedNumbers = ({ records }: ShopMemory): readonly string[] =>
  [...records.values()].flatMap(({ kind, value }) => {
    const number = kind === 'workfile' ? value.number?.ro : undefined;
    return typeof number === 'string' && number !== '' ? [number] : [];
  });

export const highestUsed = (shop: ShopMemory): number =>
  Math.max(
    0,
    ...usedNumbers(shop)
      .filter((number) => /^(?:[A-Z0-9-]{0,5}[A-Z-])?[1-9][0-9]{0,8}$/.test(number))
      .map((number) => Number(roDigits(number))),
  );

/** So many changes of a workfile travel as fast as its bundle. */
const changesOfBundle = 20;

export function isSnapshotShorter({ records }: ShopMemory, after: number, changes: number): boolean {
  const changed = [...records.values()].filter(({ seq }) => seq > after);
  const workfiles = new Set(changed.map((record) => workfileOf(record) ?? record.id));
  return workfiles.size < Math.ceil(changes / changesOfBundle);
}
