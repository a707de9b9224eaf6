// Sales tax: what each tax type is taken on, and what its tiers make of it.

import { type Cents, cents, type Rate, rateOf } from '../../../base/money.ts';
import type { TaxTier, TaxType } from '../profile/tax.ts';
import type { Rates } from '../rates.ts';
import { type Category, type CoarseKind, categories, coarseKind } from './category.ts';

/** A tax type ready for use: whether it is taken on a category, by the category's place in the list. */
export type Tax = {
  readonly code: string;
  readonly name: string;
  readonly tiers: readonly TaxTier[];
  readonly on: readonly boolean[];
};

const coarse: readonly CoarseKind[] = categories.map(coarseKind);

/** The taxes of a profile: its tax types, or the single sales tax while it has none. */
export function taxesOf({
  tax,
  taxes,
}: {
  readonly tax: Rates['tax'];
  readonly taxes?: { readonly types: readonly TaxType[] };
}): readonly Tax[] {
  if (taxes !== undefined && taxes.types.length > 0) return taxes.types.map(ready);
  const tiers = [{ bottomCents: 0, rate: tax.rate, surchargeCents: 0 }];
  return [{ code: '', name: 'Sales Tax', tiers, on: coarse.map((kind) => tax[kind]) }];
}

/** The single sales tax as a tax type, which takes the same of the same: where a shop that adds tax types begins. */
export const asTaxType = (tax: Rates['tax']): TaxType => ({
  code: 'ST',
  name: 'Sales tax',
  tiers: [{ bottomCents: 0, rate: Math.min(tax.rate, wholeRate), surchargeCents: 0 }],
  exempt: categories.filter((category) => !tax[coarseKind(category)]),
});
const wholeRate = 1_000_000;

function ready({ code, name, tiers, exempt }: TaxType): Tax {
  const sorted = [...tiers].sort((a, b) => a.bottomCents - b.bottomCents);
  const spared: readonly Category[] = exempt;
  return { code, name, tiers: sorted, on: categories.map((category) => !spared.includes(category)) };
}

/** What one tier takes: its rate of the slice between its bottom and the next, and its surcharge once it is reached. */
export type TierShare = { readonly tier: TaxTier; readonly slice: Cents; readonly amount: Cents };

/**
 * The share of each tier that a base reaches (CCC "Add Tax Tier": bottom, rate and flat surcharge apply between this
 * tier's bottom and the next). A negative base gives the negated shares, so that a supplement cancels to the cent.
 */
export function tierShares(base: Cents, tiers: readonly TaxTier[]): readonly TierShare[] {
  const sign = base < 0 ? -1 : 1;
  const size = Math.abs(base);
  return tiers.flatMap((tier, i) => {
    const top = tiers[i + 1]?.bottomCents ?? Number.MAX_SAFE_INTEGER;
    const slice = Math.min(size, top) - tier.bottomCents;
    if (slice <= 0) return [];
    const taken = rateOf(cents(slice), tier.rate as Rate) + tier.surchargeCents;
    return [{ tier, slice: cents(sign * slice), amount: cents(sign * taken) }];
  });
}

/** The tax on a base. */
export function taxOn(base: Cents, tiers: readonly TaxTier[]): Cents {
  const [first, ...others] = tiers;
  if (first === undefined) return cents(0);
  if (others.length === 0 && first.bottomCents === 0 && first.surchargeCents === 0) {
    return rateOf(base, first.rate as Rate);
  }
  return cents(tierShares(base, tiers).reduce((sum, share) => sum + share.amount, 0));
}
