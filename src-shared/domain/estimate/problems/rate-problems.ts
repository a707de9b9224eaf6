// What is missing or unusual in the rates: work without a rate, taxes that skip a range, markups beyond reason.

import { divideRounded } from '../../../base/money.ts';
import type { Totals } from '../totals.ts';
import type { EstimateProblem, ProblemsInput } from './problem.ts';

// Shares beyond which somebody most likely mistyped: a discount of 25 %, a markup of 100 %.
const largeDiscount = 250_000;
const largeMarkup = 1_000_000;

/** The problems of the rates, seen with the work that they price. */
export const rateProblems = (input: ProblemsInput, totals: Totals): readonly EstimateProblem[] => [
  ...withoutRate(input, totals),
  ...taxProblems(input, totals),
  ...shareProblems(input),
  ...overrideProblems(input),
];

function withoutRate({ ids, pricing }: ProblemsInput, totals: Totals): readonly EstimateProblem[] {
  const labor = totals.labor
    .filter((one) => one.tenths !== 0 && one.perHour === 0)
    .map(
      ({ type, tenths }): EstimateProblem => ({
        kind: 'missing',
        key: 'rate-missing',
        record: ids.rates,
        field: `rates.labor.${type}`,
        values: { labor: type, tenths },
      }),
    );
  const { paintSupplies } = totals;
  const isFree = paintSupplies.tenths > 0 && paintSupplies.uncapped === 0;
  const field =
    (pricing.rates.paint?.method ?? 'rate') === 'rate' ? 'rates.supplies.paintPerHourCents' : 'rates.paint.method';
  const supplies: EstimateProblem = { kind: 'missing', key: 'supplies-rate-missing', record: ids.rates, field };
  return isFree ? [...labor, supplies] : labor;
}

function taxProblems({ ids, pricing }: ProblemsInput, totals: Totals): readonly EstimateProblem[] {
  const types = pricing.rates.taxes?.types ?? [];
  const record = ids.rates;
  const field = types.length === 0 ? 'rates.tax.rate' : 'rates.taxes.types';
  const none: readonly EstimateProblem[] =
    totals.tax === 0 && totals.subtotal > 0 ? [{ kind: 'unusual', key: 'tax-missing', record, field }] : [];
  const tiers = types.flatMap(({ code, tiers }): readonly EstimateProblem[] => {
    const bottoms = tiers.map((tier) => tier.bottomCents);
    const values = { tax: code };
    if (new Set(bottoms).size < bottoms.length) {
      return [{ kind: 'contradictory', key: 'tax-tier-twice', record, field, values }];
    }
    if (bottoms.length === 0 || bottoms.includes(0)) return [];
    return [
      { kind: 'unusual', key: 'tax-tier-gap', record, field, values: { ...values, cents: Math.min(...bottoms) } },
    ];
  });
  return [...none, ...tiers];
}

function shareProblems({ ids, pricing: { rates } }: ProblemsInput): readonly EstimateProblem[] {
  const record = ids.rates;
  const discount: readonly EstimateProblem[] =
    rates.discount.rate > largeDiscount
      ? [
          {
            kind: 'unusual',
            key: 'discount-large',
            record,
            field: 'rates.discount.rate',
            values: { percent: percent(rates.discount.rate) },
          },
        ]
      : [];
  const markups = Object.entries(rates.partMarkup ?? {})
    .filter(([, rate]) => rate > largeMarkup)
    .map(
      ([type, rate]): EstimateProblem => ({
        kind: 'unusual',
        key: 'markup-large',
        record,
        field: `rates.partMarkup.${type}`,
        values: { part: type, percent: percent(rate) },
      }),
    );
  return [...discount, ...markups];
}

/** One for all overrides without a reason; it leads to the first. */
function overrideProblems({ ids, overrides = [] }: ProblemsInput): readonly EstimateProblem[] {
  const unexplained = overrides.filter(({ reason }) => reason === '');
  const [first] = unexplained;
  if (first === undefined) return [];
  const field = `rates.reasons.${first.group}-${first.field}`;
  return [
    { kind: 'unusual', key: 'override-unexplained', record: ids.rates, field, values: { count: unexplained.length } },
  ];
}

const percent = (rate: number): number => divideRounded(rate, 10_000);
