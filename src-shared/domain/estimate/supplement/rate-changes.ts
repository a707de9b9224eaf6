// What changed rates do to work that an earlier version held: the difference an hour on the hours of before.

import { type Tenths, tenths } from '../../../base/hours.ts';
import { type Cents, cents, multiplyDivide, type Rate, rateOf } from '../../../base/money.ts';
import type { LaborType } from '../labor-type.ts';
import type { Totals } from '../totals.ts';

/** `Body Labor (Est) 6.6 hrs @ $ 30.00 (60.00 to 90.00) = 198.00`. */
export type HourlyChange = {
  readonly kind: 'hourly';
  readonly of: LaborType | 'paint-supplies' | 'body-supplies';
  readonly tenths: Tenths;
  readonly from: Cents;
  readonly to: Cents;
  readonly amount: Cents;
};
/** `Sales Tax $ 2641.52 -0.6250 % (6.6250 % to 6.0000 %) = -16.51`. */
export type TaxChange = {
  readonly kind: 'tax';
  readonly tax: number;
  readonly base: Cents;
  readonly from: Rate;
  readonly to: Rate;
  readonly amount: Cents;
};
export type RateChange = HourlyChange | TaxChange;

/** The RATE CHANGES block of a CCC supplement: new rate less old rate, on the hours and the taxed sum of the earlier version. */
export const rateChanges = (before: Totals, after: Totals): readonly RateChange[] => [
  ...before.labor.flatMap((one, i) => hourly(one.type, one, after.labor[i]?.perHour)),
  ...(isByRate(before) && isByRate(after)
    ? hourly('paint-supplies', before.paintSupplies, after.paintSupplies.perHour)
    : []),
  ...hourly('body-supplies', before.bodySupplies, after.bodySupplies.perHour),
  ...taxChanges(before, after),
];

const isByRate = ({ paintSupplies }: Totals): boolean => paintSupplies.method === 'rate';

type Timed = { readonly tenths: Tenths; readonly perHour: Cents };

function hourly(of: HourlyChange['of'], before: Timed, to = before.perHour): readonly HourlyChange[] {
  const { tenths: hours, perHour: from } = before;
  if (hours === 0 || to === from) return [];
  const amount = cents(multiplyDivide(hours, to - from, 10));
  return [{ kind: 'hourly', of, tenths: tenths(hours), from, to, amount }];
}

/** The rate of a tax that has but one; tiers have no single rate to compare. */
export const flatRate = (taxed: Totals['taxes'][number] | undefined): Rate | null => {
  const [first, ...others] = taxed?.tax.tiers ?? [];
  const isFlat = first !== undefined && others.length === 0 && first.bottomCents === 0 && first.surchargeCents === 0;
  return isFlat ? (first.rate as Rate) : null;
};

function taxChanges(before: Totals, after: Totals): readonly TaxChange[] {
  return before.taxes.flatMap((taxed, tax): readonly TaxChange[] => {
    const [from, to] = [flatRate(taxed), flatRate(after.taxes[tax])];
    if (from === null || to === null || from === to || taxed.base === 0) return [];
    const { base } = taxed;
    return [{ kind: 'tax', tax, base, from, to, amount: rateOf(base, (to - from) as Rate) }];
  });
}
