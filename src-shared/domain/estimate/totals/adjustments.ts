// What is taken off the grand total before the insurer pays: other people's lines, prior damage, allowance,
// betterment and the deductible. They count only where an insurance company pays.

import { type Cents, cents, type Rate, rateOf } from '../../../base/money.ts';
import { deductibleOf, type Insurance } from '../../insurance/insurance.ts';
import type { InsurancePricing } from '../adjustment-groups.ts';
import { type LineShare, lineShares } from '../line-pricing.ts';
import { type Betterment, bettermentOf } from './betterment.ts';
import { sumsOf } from './line-sums.ts';
import { type ReckonInput, type Reckoning, reckonSums } from './reckon.ts';

/** Who pays, and which deductible. */
export type PayingInsurance = Pick<Insurance, 'payer' | 'deductible'> & Partial<InsurancePricing>;

/** Whether an insurance company pays. */
export const isInsured = (insurance: Pick<Insurance, 'payer'>): boolean =>
  insurance.payer.payer === 'Insurance Company';

export type Adjustments = {
  /** Lines that the customer pays, with their tax. */
  readonly customerLines: Cents;
  readonly relatedPrior: Cents;
  readonly unrelatedPrior: Cents;
  readonly appearanceAllowance: Cents;
  readonly betterment: Cents;
  readonly deductible: Cents;
  /** All of them. */
  readonly total: Cents;
};

/** Adjustments with what they come from. */
export type Adjusted = {
  readonly adjustments: Adjustments;
  readonly betterment: Betterment;
  /** The grand total without lines that are not the claim's: what a deductible in percent is taken of. */
  readonly claim: Cents;
};

const nothing = cents(0);
const noBetterment: Betterment = { lines: [], tax: nothing, amount: nothing };
const noAdjustments: Adjustments = {
  customerLines: nothing,
  relatedPrior: nothing,
  unrelatedPrior: nothing,
  appearanceAllowance: nothing,
  betterment: nothing,
  deductible: nothing,
  total: nothing,
};

export type AdjustInput = ReckonInput & { readonly insurance: PayingInsurance };

/**
 * `net = gross - deductible - betterment - appearance allowance - prior damage - customer's lines` (EMS TTL), each
 * sum at most what is left, the deductible last.
 */
export function adjust(input: AdjustInput, reckoning: Reckoning): Adjusted {
  const { insurance, estimate } = input;
  if (!isInsured(insurance))
    return { adjustments: noAdjustments, betterment: noBetterment, claim: reckoning.grandTotal };
  const betterment = bettermentOf(input.lines, reckoning, input.rates);
  const byLines = costsByShare(input, reckoning);
  const claim = reckoning.grandTotal - byLines.customer - byLines['related-prior'] - byLines['unrelated-prior'];
  const left = { cents: Math.max(claim, 0) };
  const typed = estimate.adjustments;
  const related = take(left, typed?.relatedPriorCents ?? 0);
  const unrelated = take(left, typed?.unrelatedPriorCents ?? 0);
  const appearanceAllowance = take(left, typed?.appearanceAllowanceCents ?? 0);
  const better = take(left, betterment.amount);
  const deductible = take(left, deductibleDue(insurance, cents(claim)));
  const parts = {
    customerLines: byLines.customer,
    relatedPrior: cents(byLines['related-prior'] + related),
    unrelatedPrior: cents(byLines['unrelated-prior'] + unrelated),
    appearanceAllowance,
    betterment: better,
    deductible,
  };
  const total = cents(Object.values(parts).reduce((sum, one) => sum + one, 0));
  return { adjustments: { ...parts, total }, betterment, claim: cents(claim) };
}

function take(left: { cents: number }, wanted: number): Cents {
  const taken = Math.min(Math.max(wanted, 0), left.cents);
  left.cents -= taken;
  return cents(taken);
}

/** The deductible that is due before it is held against what is left: a sum, or a percentage of the claim or the ACV. */
export function deductibleDue(insurance: PayingInsurance, claim: Cents): Cents {
  const rule = insurance.deductibleRule;
  if (rule?.waived === true || !isInsured(insurance)) return nothing;
  const rate = (rule?.rate ?? 0) as Rate;
  if (rule?.kind === 'percent') return rateOf(claim, rate);
  if (rule?.kind === 'acv') return rateOf(cents(rule.acvCents), rate);
  return cents(deductibleOf(insurance));
}

type Costs = Readonly<Record<Exclude<LineShare, 'claim'>, Cents>>;
const noCosts: Costs = { customer: nothing, 'related-prior': nothing, 'unrelated-prior': nothing };

/** What the lines of a share add to the total of all lines before them: caps, tiers and tax included, and no cent left over. */
function costsByShare(input: ReckonInput, { shared, taxKinds, grandTotal }: Reckoning): Costs {
  const costs = { ...noCosts };
  let without: number = grandTotal;
  for (const share of ['unrelated-prior', 'related-prior', 'customer'] as const) {
    if (shared[share] === undefined) continue;
    const among = lineShares.slice(0, lineShares.indexOf(share));
    const total = reckonSums(sumsOf(shared, among), input, taxKinds).grandTotal;
    costs[share] = cents(without - total);
    without = total;
  }
  return costs;
}
