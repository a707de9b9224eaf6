// The sums under the columns of an estimate's lines, as a print's SUBTOTALS row gives them.

import { type Tenths, tenths } from '../../base/hours.ts';
import { type Cents, cents } from '../../base/money.ts';
import type { PricedLine } from './totals.ts';

/** Extended price with misc and sublet, the labour column of all types, and the paint column. */
export type Subtotals = { readonly price: Cents; readonly labor: Tenths; readonly paint: Tenths };

/** Sums the columns of lines; deleted lines and headings count nothing. */
export function subtotals(lines: readonly PricedLine[]): Subtotals {
  let price = 0;
  let labor = 0;
  let paint = 0;
  for (const line of lines) {
    if (line.deleted || line.work.operation === 'heading') continue;
    price += extendedPrice(line);
    if (!line.labor.included) labor += line.labor.tenths;
    if (!line.refinish.included) paint += line.refinish.tenths;
  }
  return { price: cents(price), labor: tenths(labor), paint: tenths(paint) };
}

/** What the price column of a line shows: quantity times price, and its misc charge. */
export const extendedPrice = ({ part, misc }: Pick<PricedLine, 'part' | 'misc'>): Cents =>
  cents((part.included ? 0 : part.quantity * part.priceCents) + misc.amountCents);
