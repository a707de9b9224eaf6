/** Invariant 6: on every side the totals are those of a second computation, in plain big integers. */

import type { StoredRecord } from '../../../src-cloud/db/records.ts';
import { headerOf } from '../../../src-cloud/services/bundle-header.ts';
import { workfileOf } from '../../../src-cloud/services/record-state.ts';
import { readRecord, recordsOf } from '../../../src-main/db/record.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { estimateTotals, type TotalsInput } from '../../../src-shared/domain/estimate/totals.ts';
import type { SimPc } from '../pc.ts';
import type { Scene } from './scene.ts';
import { grandTotalByHand, type Priced } from './total-by-hand.ts';

export function totalsAreRight({ shop, pcs }: Scene): readonly string[] {
  const workfiles = Map.groupBy(shop.records.values(), (record) => workfileOf(record) ?? record.id);
  return [...workfiles].flatMap(([id, records]) => {
    const priced = pricedOf(records);
    if (priced === null) return [];
    const right = grandTotalByHand(priced);
    const header = headerOf(records.map((record) => ({ ...record, workfile: id, changedAt: record.seq })));
    const sides: readonly (readonly [string, number | undefined])[] = [
      ['the cloud', estimateTotals(priced as unknown as TotalsInput).grandTotal],
      ["the bundle's header", header?.totalCents],
      ...pcs.flatMap((pc) => sidesOf(pc, id as WorkfileId)),
    ];
    return sides
      .filter(([, total]) => BigInt(total ?? -1) !== right)
      .map(([side, total]) => `${side} says ${total} of ${id}, it is ${right}`);
  });
}

/** The parts of a workfile that make its price; null while it lacks one of them. */
function pricedOf(records: readonly StoredRecord[]): Priced | null {
  const present = records.filter(({ deleted }) => !deleted);
  const first = (kind: string) => present.find((record) => record.kind === kind)?.value;
  const [workfile, rates, estimate, insurance] = ['workfile', 'rates', 'estimate', 'insurance'].map(first);
  if (workfile === undefined || rates === undefined || estimate === undefined || insurance === undefined) return null;
  const lines = present.filter(({ kind }) => kind === 'line').map(({ value }) => ({ ...value, deleted: false }));
  return { lines, rates, estimate, insurance } as unknown as Priced;
}

/** What a PC shows: in the list, and in the opened workfile. */
function sidesOf(pc: SimPc, id: WorkfileId): readonly (readonly [string, number | undefined])[] {
  const { store, place } = pc;
  const [head] = pc.texts(`select total_cents from workfile_head where id = '${id}'`) as readonly unknown[];
  const [rates] = recordsOf(store, 'rates', id);
  const [estimate] = recordsOf(store, 'estimate', id);
  const [insurance] = recordsOf(store, 'insurance', id);
  const listed = [`the list of ${place}`, head as number | undefined] as const;
  if (readRecord(store, 'workfile', id) === undefined || !rates || !estimate || !insurance) return [listed];
  const opened = estimateTotals({ lines: recordsOf(store, 'line', id), rates, estimate, insurance }).grandTotal;
  return [listed, [`the estimate on ${place}`, opened]];
}
