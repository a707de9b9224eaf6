// Sums that follow an edit: lines that stayed where they were are not summed again.

import { lineShares } from '../line-pricing.ts';
import {
  addLines,
  emptySums,
  type LineSums,
  type PricedLine,
  type SharedSums,
  type Summing,
  sumLines,
} from './line-sums.ts';
import type { ReckonInput } from './reckon.ts';

/** What was summed, and the lines it is the sum of. */
type Summed = { readonly lines: readonly PricedLine[]; readonly sums: SharedSums };

// By the rates of a workfile, which stay the same object while its lines are written.
const known = new WeakMap<ReckonInput['rates'], Summed>();

/** The sums of an estimate's lines, made of those before its last edit where there are any. */
export function rememberedSums({ lines, rates }: Pick<ReckonInput, 'lines' | 'rates'>): SharedSums {
  const repairOnly = rates.bodySupplies?.hours === 'repair';
  const before = known.get(rates);
  const sums = before === undefined ? sumLines(lines, repairOnly) : sumsAfterEdit(before, lines, repairOnly);
  known.set(rates, { lines, sums });
  return sums;
}

/** The sums after an edit: between what stayed above and below, the lines before it are taken off and those after it added. */
function sumsAfterEdit({ lines: old, sums }: Summed, lines: readonly PricedLine[], repairOnly: boolean): SharedSums {
  const { above, below } = unchanged(old, lines);
  const [gone, come] = [old.length - below, lines.length - below];
  const isAligned = old.length === lines.length;
  if (!isAligned && come - above > lines.length / 2) return sumLines(lines, repairOnly);
  const after: Summing = { claim: emptySums() };
  for (const share of lineShares) {
    const one = sums[share];
    if (one !== undefined) after[share] = { ...copyOf(one), bettered: one.bettered.filter((at) => at < above) };
  }
  addLines(after, { lines: old, from: above, to: gone, beside: isAligned ? lines : [] }, { sign: -1, repairOnly });
  addLines(after, { lines, from: above, to: come, beside: isAligned ? old : [] }, { sign: 1, repairOnly });
  for (const share of lineShares) {
    for (const at of sums[share]?.bettered ?? []) if (at >= gone) after[share]?.bettered.push(at + come - gone);
  }
  return after;
}

/** How many lines are the same from the top, and how many of the others from the end. */
function unchanged(old: readonly PricedLine[], lines: readonly PricedLine[]) {
  const most = Math.min(old.length, lines.length);
  let above = 0;
  while (above < most && old[above] === lines[above]) above += 1;
  let below = 0;
  while (below < most - above && old[old.length - 1 - below] === lines[lines.length - 1 - below]) below += 1;
  return { above, below };
}

const copyOf = (sums: LineSums): LineSums => ({
  tenths: sums.tenths.slice(),
  supplyTenths: sums.supplyTenths,
  parts: sums.parts.slice(),
  ownParts: sums.ownParts.slice(),
  misc: sums.misc.slice(),
  sublet: sums.sublet.slice(),
  ownSublet: sums.ownSublet.slice(),
  bettered: sums.bettered.slice(),
});
