// What an estimate costs, in the order of a print: categories, subtotal, discount, taxes, adjustments, shares.
// Every category is rounded to the cent and the tax is taken on the rounded sum, as printed estimates do.

import { type Cents, cents, type Rate } from '../../base/money.ts';
import { type AdjustInput, type Adjustments, adjust, isInsured } from './totals/adjustments.ts';
import { type Category, categoryIndex } from './totals/category.ts';
import type { PricedLine } from './totals/line-sums.ts';
import { type LaborTotal, type PartTotal, type Reckoning, reckon, type TaxTotal } from './totals/reckon.ts';
import type { ExtraSupply, PaintSupplies, TimedTotal } from './totals/supplies.ts';

export type { PricedLine, TimedTotal };

/** Everything that the price of an estimate depends on. */
export type TotalsInput = AdjustInput;

/** The totals of an estimate. Parts, labour, supplies, misc, charges and rounding add up to the subtotal. */
export type Totals = {
  readonly parts: Cents;
  /** Parts by type, those that cost anything. */
  readonly partsByType: readonly PartTotal[];
  /** One entry a labour type, in the order of a print; the refinish column is the entry `refinish`. */
  readonly labor: readonly LaborTotal[];
  readonly paintSupplies: PaintSupplies;
  readonly bodySupplies: TimedTotal & { readonly capped: boolean };
  readonly extraSupplies: readonly ExtraSupply[];
  /** Misc and sublet with its markup. */
  readonly misc: Cents;
  readonly sublet: Cents;
  /** Towing, storage and other charges. */
  readonly charges: Cents;
  /** The cent that families summed unrounded may differ from their categories. */
  readonly rounding: Cents;
  readonly subtotal: Cents;
  readonly discount: Cents;
  /** What the first tax is taken on, after the discount, and its first rate. */
  readonly taxable: Cents;
  readonly taxRate: Rate;
  readonly taxes: readonly TaxTotal[];
  readonly tax: Cents;
  readonly grandTotal: Cents;
  readonly adjustments: Adjustments;
  /** The part of the deductible that this estimate uses up. */
  readonly deductible: Cents;
  readonly net: Cents;
  readonly customerPays: Cents;
  readonly insurerPays: Cents;
};

/** Computes the totals of an estimate. */
export const estimateTotals = (input: TotalsInput): Totals => totalsOf(input, reckon(input));

/** The totals of an estimate that was reckoned already. */
export function totalsOf(input: TotalsInput, reckoning: Reckoning): Totals {
  const { labor, paint, body, extras, taxes, grandTotal } = reckoning;
  const { adjustments } = adjust(input, reckoning);
  const byKind = kindsOf(reckoning);
  const [first] = taxes;
  const insurerPays = isInsured(input.insurance) ? cents(grandTotal - adjustments.total) : cents(0);
  const inSettlement = input.rates.reckoning?.deductibleIn === 'settlement';
  const offNet = inSettlement ? adjustments.total - adjustments.deductible : adjustments.total;
  return {
    ...byKind,
    partsByType: reckoning.parts.filter((one) => one.list !== 0 || one.amount !== 0),
    labor,
    paintSupplies: paint,
    bodySupplies: body,
    extraSupplies: extras,
    rounding: reckoning.rounding,
    subtotal: reckoning.subtotal,
    discount: reckoning.discount,
    taxable: first?.base ?? cents(0),
    taxRate: (first?.tax.tiers[0]?.rate ?? 0) as Rate,
    taxes,
    tax: reckoning.tax,
    grandTotal,
    adjustments,
    deductible: adjustments.deductible,
    net: cents(grandTotal - offNet),
    customerPays: cents(grandTotal - insurerPays),
    insurerPays,
  };
}

function kindsOf({ parts, entries }: Reckoning) {
  const amountOf = (category: Category): number => entries[categoryIndex[category]]?.amount ?? 0;
  const sublet = amountOf('sublet');
  let partsCents = 0;
  for (const one of parts) partsCents += one.amount;
  return {
    parts: cents(partsCents),
    misc: cents(amountOf('misc') + sublet),
    sublet: cents(sublet),
    charges: cents(amountOf('towing') + amountOf('storage') + amountOf('other')),
  };
}
