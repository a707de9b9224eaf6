// A workfile's estimate priced as it stands: its lines with their automatic rows, and its totals; once for all who ask.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type PricedEstimate, priceEstimate } from '../../../src-shared/domain/estimate/price-estimate.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { useSheet } from './workfiles.ts';

type Pricing = Pick<WorkfileSheet, 'lines' | 'rates' | 'estimate' | 'insurance'>;
type By<Part extends keyof Pricing, Kept> = WeakMap<Pricing[Part], Kept>;

// By all that prices it. What is drawn later may still ask for the sheet before, while others ask for the newest:
// were one price kept, each would drive out that of the other, and both would be drawn again for ever.
const known: By<'lines', By<'rates', By<'estimate', By<'insurance', PricedEstimate>>>> = new WeakMap();

/** The priced estimate of a sheet; the same object while nothing that prices it changed. */
export function pricedSheet({ lines, rates, estimate, insurance }: Pricing): PricedEstimate {
  const kept = within(within(within(known, lines), rates), estimate);
  const before = kept.get(insurance);
  if (before !== undefined) return before;
  const priced = priceEstimate({ lines, rates, estimate, insurance });
  kept.set(insurance, priced);
  return priced;
}

function within<K extends object, L extends object, Kept>(map: WeakMap<K, WeakMap<L, Kept>>, key: K): WeakMap<L, Kept> {
  const inner = map.get(key) ?? new WeakMap<L, Kept>();
  map.set(key, inner);
  return inner;
}

/** The priced estimate of an open workfile. */
export const usePricedSheet = (workfileId: WorkfileId): PricedEstimate => useSheet(workfileId, pricedSheet);
