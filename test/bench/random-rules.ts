/** Profile rules by seeded chance: each group is there half of the time, with every method, tier, cap and switch. */
import type { Chance } from '../../src-shared/demo/chance.ts';
import type { EstimatePricing, InsurancePricing } from '../../src-shared/domain/estimate/adjustment-groups.ts';
import { laborTypes } from '../../src-shared/domain/estimate/labor-type.ts';
import { type LinePricing, linePricingGroups, lineShares } from '../../src-shared/domain/estimate/line-pricing.ts';
import { type PaintRule, paintMethods } from '../../src-shared/domain/estimate/profile/paint-rule.ts';
import { pricedPartTypes, type RateRules } from '../../src-shared/domain/estimate/profile/rate-rules.ts';
import type { TaxType } from '../../src-shared/domain/estimate/profile/tax.ts';
import { categories } from '../../src-shared/domain/estimate/totals/category.ts';

export type RandomRules = {
  readonly rates: Partial<RateRules>;
  readonly estimate: Partial<EstimatePricing>;
  readonly insurance: Partial<InsurancePricing>;
};

export function randomRules(chance: Chance): RandomRules {
  const half = <T>(make: () => T): T | undefined => (chance.percent(50) ? make() : undefined);
  const rates: Possible<RateRules> = {
    laborAdjust: half(() => each(laborTypes, () => (chance.percent(30) ? chance.below(400_000) - 100_000 : 0))),
    partMarkup: half(() => each(pricedPartTypes, () => (chance.percent(40) ? chance.below(500_000) : 0))),
    partDiscount: half(() => each(pricedPartTypes, () => (chance.percent(40) ? chance.below(300_000) : 0))),
    paint: half(() => randomPaint(chance)),
    bodySupplies: half(() => ({ hours: chance.pick(['all', 'repair']), capCents: cap(chance) })),
    extraSupplies: half(() => ({ list: list(chance, 4, () => randomExtra(chance)) })),
    sublet: half(() => ({ markup: chance.below(500_000) })),
    taxes: half(() => ({ types: list(chance, 6, () => randomTax(chance)) })),
    discountSum: chance.percent(25) ? { amountCents: chance.below(100_000) } : undefined,
    chargeDiscount: half(() => ({ towing: chance.below(1_000_000), storage: chance.below(1_000_000) })),
    reckoning: half(() => ({
      by: chance.pick(['whole', 'family']),
      bettermentTaxed: chance.percent(50),
      deductibleIn: chance.pick(['estimate', 'settlement']),
    })),
  };
  const estimate: Possible<EstimatePricing> = {
    adjustments: half(() => ({
      appearanceAllowanceCents: chance.below(30_000),
      relatedPriorCents: chance.below(30_000),
      unrelatedPriorCents: chance.below(30_000),
    })),
    finish: half(() => ({ stages: chance.pick([1, 2, 3]), clearCoatTenths: null })),
  };
  const deductibleRule = half((): InsurancePricing['deductibleRule'] => ({
    kind: chance.pick(['amount', 'percent', 'acv']),
    rate: chance.below(300_000),
    acvCents: chance.below(3_000_000),
    waived: chance.percent(10),
  }));
  return { rates: present(rates), estimate: present(estimate), insurance: present({ deductibleRule }) };
}

/** What a line says beyond its plain price; every group is there, as in a line of the database. */
export function randomLineRules(chance: Chance): LinePricing {
  return {
    ...plainLine,
    adjust: chance.percent(15)
      ? { own: chance.percent(80), rate: chance.below(700_000) - 300_000, amountCents: chance.below(4_000) - 2_000 }
      : plainLine.adjust,
    betterment: chance.percent(10)
      ? {
          kind: chance.pick(['none', 'rate', 'amount']),
          rate: chance.below(1_000_001),
          amountCents: chance.below(9_000),
          part: chance.percent(70),
          labor: chance.percent(40),
          paint: chance.percent(40),
          materials: chance.percent(40),
        }
      : plainLine.betterment,
    share: chance.percent(10) ? { of: chance.pick(lineShares) } : plainLine.share,
  };
}

const plainLine: LinePricing = {
  adjust: linePricingGroups.adjust.parse({}),
  betterment: linePricingGroups.betterment.parse({}),
  share: linePricingGroups.share.parse({}),
  panel: linePricingGroups.panel.parse({}),
  automatic: linePricingGroups.automatic.parse({}),
  book: { notIncluded: false },
  state: linePricingGroups.state.parse({}),
};

const each = <K extends string>(keys: readonly K[], make: () => number) =>
  Object.fromEntries(keys.map((key) => [key, make()])) as Record<K, number>;
const list = <T>(chance: Chance, most: number, make: () => T): T[] =>
  Array.from({ length: chance.below(most + 1) }, make);
const cap = (chance: Chance) => (chance.percent(40) ? chance.below(100_000) : null);

type Possible<T> = { readonly [K in keyof T]?: T[K] | undefined };
const present = <T extends object>(all: Possible<T>): Partial<T> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<T>;

const randomPaint = (chance: Chance): PaintRule => ({
  method: chance.pick(paintMethods),
  firstTenths: chance.below(200),
  beyondPerHourCents: chance.below(6_000),
  percent: chance.below(1_500_000),
  flatCents: chance.below(90_000),
  table: list(chance, 5, () => ({ upToTenths: chance.below(400), cents: chance.below(60_000) })),
  capSingleCents: cap(chance),
  capTwoCents: cap(chance),
  capThreeCents: cap(chance),
  clearHours: chance.pick(['maximum', 'actual']),
});

const randomExtra = (chance: Chance): RateRules['extraSupplies']['list'][number] => ({
  name: 'Allowance',
  perHourCents: chance.below(2_000),
  of: chance.pick(['repair', 'refinish', 'both']),
  flatCents: chance.below(2_000),
});

const randomTax = (chance: Chance): TaxType => ({
  code: 'ST',
  name: 'State',
  tiers: list(chance, 5, () => ({
    bottomCents: chance.percent(30) ? 0 : chance.below(500_000),
    rate: chance.below(150_000),
    surchargeCents: chance.percent(30) ? chance.below(2_000) : 0,
  })),
  exempt: categories.filter(() => chance.percent(15)),
});
