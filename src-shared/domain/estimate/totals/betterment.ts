// Betterment: the customer's share for what a repair makes better than it was, on the components a line names.

import { type Cents, cents, multiplyDivide, type Rate, rateOf } from '../../../base/money.ts';
import type { LinePricing } from '../line-pricing.ts';
import { type Category, categoryIndex, type Family, familyOf, partCategory } from './category.ts';
import { isOwn, listPrice, ownPart, type PricedLine, refinishIndex } from './line-sums.ts';
import type { PricingRates, Reckoning } from './reckon.ts';

/** What of one line is betterment, before tax: the line's place among the lines, and the amount by category. */
export type LineBetterment = {
  readonly index: number;
  readonly amount: Cents;
  readonly of: readonly { readonly category: Category; readonly amount: Cents; readonly taxed: boolean }[];
};

export type Betterment = { readonly lines: readonly LineBetterment[]; readonly tax: Cents; readonly amount: Cents };

const none: Betterment = { lines: [], tax: cents(0), amount: cents(0) };

/**
 * Betterment of the claim's lines (EMS BETT_TYPE: parts, labour, paint, materials and their combinations). A
 * percentage is taken of each chosen component at what it costs and bears its share of tax where the profile taxes
 * betterment (TAX_BTR_IN); a sum is what it says, tax included.
 */
export function bettermentOf(lines: readonly PricedLine[], reckoning: Reckoning, rates: PricingRates): Betterment {
  const found: LineBetterment[] = [];
  for (const index of reckoning.shared.claim?.bettered ?? []) {
    const line = lines[index];
    if (line?.betterment === undefined) continue;
    const of = componentsOf(line, line.betterment, reckoning, rates);
    if (of.length > 0) found.push({ index, of, amount: sum(of) });
  }
  if (found.length === 0) return none;
  const taxed = (rates.reckoning?.bettermentTaxed ?? true) ? taxOf(found, reckoning) : 0;
  return { lines: found, tax: cents(taxed), amount: cents(sum(found) + taxed) };
}

const sum = (some: readonly { readonly amount: Cents }[]): Cents =>
  cents(some.reduce((total, one) => total + one.amount, 0));

function componentsOf(
  line: PricedLine,
  betterment: LinePricing['betterment'],
  reckoning: Reckoning,
  rates: PricingRates,
): LineBetterment['of'] {
  const { labor, refinish } = line;
  if (betterment.kind === 'amount') {
    return [{ category: partCategory(line.part.type), amount: cents(betterment.amountCents), taxed: false }];
  }
  const rate = betterment.rate as Rate;
  const share = (category: Category, cost: number, taxed = true) => ({
    category,
    amount: rateOf(cents(cost), rate),
    taxed,
  });
  const isPaint = labor.type === 'refinish';
  const time = labor.included ? 0 : labor.tenths;
  const paint = (refinish.included ? 0 : refinish.tenths) + (isPaint ? time : 0);
  const parts = [
    ...(betterment.part ? [share(partCategory(line.part.type), partCost(line, rates), line.part.taxed)] : []),
    ...(betterment.labor && !isPaint ? [share(`labor.${labor.type}`, laborCost(time, labor.type, rates))] : []),
    ...(betterment.paint ? [share('labor.refinish', laborCost(paint, 'refinish', rates))] : []),
    ...(betterment.materials ? [share('paint-supplies', materialCost(paint, reckoning))] : []),
  ];
  return parts.filter((one) => one.amount !== 0);
}

/** What the part of one line costs with its own or the profile's markup and discount. */
export function partCost(line: PricedLine, rates: PricingRates): Cents {
  if (isOwn(line)) return ownPart(line);
  const list = listPrice(line);
  const { type } = line.part;
  if (type === '') return list;
  const added = rateOf(list, (rates.partMarkup?.[type] ?? 0) as Rate);
  return cents(list + added - rateOf(list, (rates.partDiscount?.[type] ?? 0) as Rate));
}

function laborCost(tenths: number, type: PricedLine['labor']['type'], rates: PricingRates): number {
  const plain = cents(multiplyDivide(tenths, rates.labor[type], 10));
  return plain + rateOf(plain, (rates.laborAdjust?.[type] ?? 0) as Rate);
}

/** A line's share of the paint supplies by its refinish hours, cap and all. */
function materialCost(tenths: number, { paint, sums }: Reckoning): number {
  const all = sums.tenths[refinishIndex] ?? 0;
  return all <= 0 ? 0 : multiplyDivide(paint.amount, tenths, all);
}

function taxOf(found: readonly LineBetterment[], { taxes }: Reckoning): number {
  const all = found.flatMap((one) => one.of).filter((one) => one.taxed);
  return taxes.reduce((total, { tax, family, base, amount }) => {
    const mine = all.filter(({ category }) => tax.on[categoryIndex[category]] && isIn(category, family));
    return base === 0 ? total : total + multiplyDivide(amount * Math.sign(base), sum(mine), Math.abs(base));
  }, 0);
}

const isIn = (category: Category, family: Family | null): boolean => family === null || familyOf(category) === family;
