// What an estimate costs, in the order of a print: categories, subtotal, discount, tax, deductible.
// Every category is rounded to the cent and the tax is taken on the rounded sum, as printed estimates do.

import type { Tenths } from '../../base/hours.ts';
import { type Cents, cents, multiplyDivide, type Rate, rateOf } from '../../base/money.ts';
import { deductibleOf, type Insurance } from '../insurance/insurance.ts';
import type { Estimate } from './estimate.ts';
import { type LaborType, laborTypes } from './labor-type.ts';
import type { Line } from './line.ts';
import type { Rates } from './rates.ts';

/** What of a line costs money. */
export type PricedLine = Pick<Line, 'deleted' | 'work' | 'part' | 'labor' | 'refinish' | 'misc'>;

/** Everything that the price of an estimate depends on. */
export type TotalsInput = {
  readonly lines: readonly PricedLine[];
  readonly rates: Pick<Rates, 'labor' | 'supplies' | 'tax' | 'discount'>;
  readonly estimate: Pick<Estimate, 'charges'>;
  readonly insurance: Pick<Insurance, 'payer' | 'deductible'>;
};

/** Hours at a rate an hour. */
export type TimedTotal = { readonly tenths: Tenths; readonly perHour: Cents; readonly amount: Cents };

/** The totals of an estimate. Parts, labour, supplies, misc and charges add up to the subtotal. */
export type Totals = {
  readonly parts: Cents;
  /** One entry a labour type, in the order of a print; the refinish column is the entry `refinish`. */
  readonly labor: readonly (TimedTotal & { readonly type: LaborType })[];
  readonly paintSupplies: TimedTotal & { readonly capped: boolean };
  readonly bodySupplies: TimedTotal;
  readonly misc: Cents;
  /** Towing, storage and other charges. */
  readonly charges: Cents;
  readonly subtotal: Cents;
  readonly discount: Cents;
  /** What the tax is taken on, after the discount. */
  readonly taxable: Cents;
  readonly taxRate: Rate;
  readonly tax: Cents;
  readonly grandTotal: Cents;
  /** The part of the deductible that this estimate uses up. */
  readonly deductible: Cents;
  readonly net: Cents;
  readonly customerPays: Cents;
  readonly insurerPays: Cents;
};

/** Computes the totals of an estimate. */
export function estimateTotals({ lines, rates, estimate, insurance }: TotalsInput): Totals {
  const sums = sumLines(lines);
  const labor = laborTypes.map((type, i) => ({ type, ...timed(sums.tenths[i] ?? 0, rates.labor[type]) }));
  const paintSupplies = paintSuppliesOf(sums.tenths[refinish] ?? 0, rates.supplies);
  const bodySupplies = timed(sums.bodySupplyTenths, rates.supplies.bodyPerHourCents);
  const { towingCents, storageCents, otherCents } = estimate.charges;
  const charges = towingCents + storageCents + otherCents;

  const laborCents = labor.reduce((sum, one) => sum + one.amount, 0);
  const suppliesCents = paintSupplies.amount + bodySupplies.amount;
  const parts = sums.taxedParts + sums.untaxedParts;
  const misc = sums.taxedMisc + sums.untaxedMisc;
  const subtotal = cents(parts + laborCents + suppliesCents + misc + charges);
  const { tax } = rates;
  const taxed =
    (tax.parts ? sums.taxedParts : 0) +
    (tax.labor ? laborCents : 0) +
    (tax.supplies ? suppliesCents : 0) +
    (tax.misc ? sums.taxedMisc : 0) +
    (tax.charges ? charges : 0);

  return {
    parts: cents(parts),
    labor,
    paintSupplies,
    bodySupplies,
    misc: cents(misc),
    charges: cents(charges),
    subtotal,
    ...settle({ subtotal, taxed: cents(taxed), rates, insurance }),
  };
}

const refinish = laborTypes.indexOf('refinish');
const laborIndex = Object.fromEntries(laborTypes.map((type, i) => [type, i])) as Record<LaborType, number>;

type Sums = {
  /** Billed tenths by labour type, in the order of laborTypes. */
  readonly tenths: number[];
  bodySupplyTenths: number;
  taxedParts: number;
  untaxedParts: number;
  taxedMisc: number;
  untaxedMisc: number;
};

// One plain pass without a closure a line: totals follow every keystroke in estimates of hundreds of lines.
function sumLines(lines: readonly PricedLine[]): Sums {
  const tenths: number[] = laborTypes.map(() => 0);
  const sums: Sums = { tenths, bodySupplyTenths: 0, taxedParts: 0, untaxedParts: 0, taxedMisc: 0, untaxedMisc: 0 };
  for (const line of lines) {
    if (line.deleted || line.work.operation === 'heading') continue;
    addMoney(sums, line);
    addTime(sums, line);
  }
  return sums;
}

function addMoney(sums: Sums, { part, misc }: PricedLine): void {
  if (!part.included && part.priceCents !== 0) {
    if (part.taxed) sums.taxedParts += part.priceCents * part.quantity;
    else sums.untaxedParts += part.priceCents * part.quantity;
  }
  if (misc.amountCents !== 0) {
    if (misc.taxed) sums.taxedMisc += misc.amountCents;
    else sums.untaxedMisc += misc.amountCents;
  }
}

function addTime(sums: Sums, line: PricedLine): void {
  const { tenths } = sums;
  if (!line.refinish.included) tenths[refinish] = (tenths[refinish] ?? 0) + line.refinish.tenths;
  const { labor } = line;
  if (labor.included || labor.tenths === 0) return;
  const index = laborIndex[labor.type];
  tenths[index] = (tenths[index] ?? 0) + labor.tenths;
  // A sublet shop uses its own supplies, and refinish time is supplied as paint.
  if (index !== refinish && line.work.operation !== 'sublet') sums.bodySupplyTenths += labor.tenths;
}

const timed = (tenths: number, perHourCents: number): TimedTotal => ({
  tenths: tenths as Tenths,
  perHour: cents(perHourCents),
  amount: cents(multiplyDivide(tenths, perHourCents, 10)),
});

function paintSuppliesOf(tenths: number, supplies: Rates['supplies']): Totals['paintSupplies'] {
  const uncapped = timed(tenths, supplies.paintPerHourCents);
  const cap = supplies.paintCapCents;
  if (cap === null || uncapped.amount <= cap) return { ...uncapped, capped: false };
  return { ...uncapped, amount: cents(cap), capped: true };
}

type Settling = {
  readonly subtotal: Cents;
  readonly taxed: Cents;
  readonly rates: Pick<Rates, 'tax' | 'discount'>;
  readonly insurance: TotalsInput['insurance'];
};

function settle({ subtotal, taxed, rates, insurance }: Settling) {
  const discountRate = rates.discount.rate as Rate;
  const taxRate = rates.tax.rate as Rate;
  const discount = rateOf(subtotal, discountRate);
  const taxable = cents(taxed - rateOf(taxed, discountRate));
  const tax = rateOf(taxable, taxRate);
  const grandTotal = cents(subtotal - discount + tax);
  const deductible = cents(Math.min(deductibleOf(insurance), Math.max(grandTotal, 0)));
  const net = cents(grandTotal - deductible);
  const insured = insurance.payer.payer === 'Insurance Company';
  const insurerPays = insured ? net : cents(0);
  const customerPays = cents(grandTotal - insurerPays);
  return { discount, taxable, taxRate, tax, grandTotal, deductible, net, customerPays, insurerPays };
}
