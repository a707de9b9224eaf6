// A workfile's estimate priced as it stands: its lines with their automatic rows, and its totals; once for all who ask.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type PricedEstimate, priceEstimate } from '../../../src-shared/domain/estimate/price-estimate.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { useSheet } from './workfiles.ts';

type Pricing = Pick<WorkfileSheet, 'lines' | 'rates' | 'estimate' | 'insurance'>;
type Known = Omit<Pricing, 'lines'> & { readonly priced: PricedEstimate };

// The lines are a new array whenever one of them changed; who asks again for the same ones gets the same answer.
const known = new WeakMap<WorkfileSheet['lines'], Known>();

/** The priced estimate of a sheet; the same object while nothing that prices it changed. */
export function pricedSheet({ lines, rates, estimate, insurance }: Pricing): PricedEstimate {
  const before = known.get(lines);
  const isSame = before?.rates === rates && before.estimate === estimate && before.insurance === insurance;
  if (before !== undefined && isSame) return before.priced;
  const priced = priceEstimate({ lines, rates, estimate, insurance });
  known.set(lines, { rates, estimate, insurance, priced });
  return priced;
}

/** The priced estimate of an open workfile. */
export const usePricedSheet = (workfileId: WorkfileId): PricedEstimate => useSheet(workfileId, pricedSheet);
