/** The grand total of an estimate by big integers: subtotal, discount, and every tax of every family. */
import type { TotalsInput } from '../../src-shared/domain/estimate/totals.ts';
import { exactCategories } from './exact-categories.ts';
import { isFamily, kindOf, type Money, percent, rounded, smaller, sum } from './exact-money.ts';

/** Everything of an estimate up to its grand total. */
export type ExactGross = {
  readonly subtotal: bigint;
  readonly discount: bigint;
  readonly tax: bigint;
  readonly grandTotal: bigint;
  readonly money: ReadonlyMap<string, Money>;
  readonly taxes: readonly {
    readonly on: (category: string) => boolean;
    readonly base: bigint;
    readonly amount: bigint;
  }[];
  readonly paintTenths: bigint;
};

/** The grand total and what it is made of. */
export function exactGross(input: TotalsInput): ExactGross {
  const { rates } = input;
  const lines = input.lines.filter((line) => !line.deleted && line.work.operation !== 'heading');
  const { money, paintTenths } = exactCategories(lines, input);
  const groups = rates.reckoning?.by === 'family' ? ['labor', 'parts', 'other'] : [''];
  const all = [...money];
  const baseOf = (some: readonly (readonly [string, Money])[], of: (money: Money) => bigint): bigint =>
    groups[0] === ''
      ? sum(some, ([, one]) => rounded(of(one), 10n))
      : rounded(
          sum(some, ([, one]) => of(one)),
          10n,
        );
  const inGroup = (group: string) => all.filter(([category]) => group === '' || isFamily(category, group));
  const subtotal = sum(groups, (group) => baseOf(inGroup(group), (one) => one.all));
  const asSum = BigInt(rates.discountSum?.amountCents ?? 0);
  const discount = asSum > 0n ? smaller(asSum, subtotal > 0n ? subtotal : 0n) : percent(subtotal, rates.discount.rate);
  const less = (base: bigint): bigint => {
    if (asSum === 0n) return base - percent(base, rates.discount.rate);
    return discount === 0n ? base : base - rounded(base * discount, subtotal);
  };
  const taxes = taxesOf(rates).flatMap(({ on, tiers }) =>
    groups.map((group) => {
      const taxed = inGroup(group).filter(([category]) => on(category));
      const base = less(baseOf(taxed, (one) => one.all - one.untaxed));
      return {
        on: (category: string) => on(category) && (group === '' || isFamily(category, group)),
        base,
        amount: tiered(base, tiers),
      };
    }),
  );
  const tax = sum(taxes, (one) => one.amount);
  return { money, taxes, paintTenths, subtotal, discount, tax, grandTotal: subtotal - discount + tax };
}

function taxesOf({ tax, taxes }: TotalsInput['rates']) {
  if (taxes === undefined || taxes.types.length === 0) {
    return [
      {
        on: (category: string) => tax[kindOf(category)],
        tiers: [{ bottomCents: 0, rate: tax.rate, surchargeCents: 0 }],
      },
    ];
  }
  return taxes.types.map(({ exempt, tiers }) => ({
    on: (category: string) => !(exempt as readonly string[]).includes(category.replace(/#.*/, '')),
    tiers: [...tiers].sort((a, b) => a.bottomCents - b.bottomCents),
  }));
}

type Tier = { readonly bottomCents: number; readonly rate: number; readonly surchargeCents: number };

/** A base climbs the tiers cent by cent, as it were: every tier takes its rate of what lies in it. */
function tiered(base: bigint, tiers: readonly Tier[]): bigint {
  if (base < 0n) return -tiered(-base, tiers);
  return tiers.reduce((tax, { bottomCents, rate, surchargeCents }, i) => {
    const bottom = BigInt(bottomCents);
    const top = BigInt(tiers[i + 1]?.bottomCents ?? Number.MAX_SAFE_INTEGER);
    return base > bottom && top > bottom
      ? tax + percent(smaller(base, top) - bottom, rate) + BigInt(surchargeCents)
      : tax;
  }, 0n);
}
