/** What an estimate costs, reckoned a second way with big integers: slow, and right by being plain. */
import { laborTypes } from '../../src-shared/domain/estimate/labor-type.ts';
import type { TotalsInput } from '../../src-shared/domain/estimate/totals.ts';

export type ExactTotals = {
  readonly subtotal: bigint;
  readonly tax: bigint;
  readonly grandTotal: bigint;
  readonly customerPays: bigint;
  readonly insurerPays: bigint;
};

type Line = TotalsInput['lines'][number];

export function exactTotals(input: TotalsInput): ExactTotals {
  const { rates, insurance } = input;
  const lines = input.lines.filter((line) => !line.deleted && line.work.operation !== 'heading');
  const price = (line: Line) => (line.part.included ? 0n : BigInt(line.part.quantity) * BigInt(line.part.priceCents));
  const misc = (line: Line) => BigInt(line.misc.amountCents);
  const hours = (line: Line) => (line.labor.included ? 0n : BigInt(line.labor.tenths));
  const paint = (line: Line) => (line.refinish.included ? 0n : BigInt(line.refinish.tenths));

  const paintTenths = sum(lines, paint) + sum(ofType(lines, 'refinish'), hours);
  const labor = laborTypes
    .map((type) => (type === 'refinish' ? paintTenths : sum(ofType(lines, type), hours)) * BigInt(rates.labor[type]))
    .reduce((all, tenthCents) => all + rounded(tenthCents, 10n), 0n);
  const supplied = lines.filter((line) => line.labor.type !== 'refinish' && line.work.operation !== 'sublet');
  const bodySupplies = rounded(sum(supplied, hours) * BigInt(rates.supplies.bodyPerHourCents), 10n);
  const supplies = bodySupplies + paintSupplies(paintTenths, rates.supplies);
  const charges = Object.values(input.estimate.charges).reduce((all, charge) => all + BigInt(charge), 0n);

  const subtotal = sum(lines, price) + labor + supplies + sum(lines, misc) + charges;
  const { tax } = rates;
  const taxed =
    when(
      tax.parts,
      sum(lines, (line) => when(line.part.taxed, price(line))),
    ) +
    when(tax.labor, labor) +
    when(tax.supplies, supplies) +
    when(
      tax.misc,
      sum(lines, (line) => when(line.misc.taxed, misc(line))),
    ) +
    when(tax.charges, charges);
  const less = (amount: bigint) => amount - percent(amount, rates.discount.rate);
  const taxes = percent(less(taxed), tax.rate);
  const grandTotal = less(subtotal) + taxes;
  const insured = insurance.payer.payer === 'Insurance Company';
  const due = insured ? BigInt(insurance.deductible.amountCents) : 0n;
  const insurerPays = insured ? grandTotal - smaller(due, grandTotal > 0n ? grandTotal : 0n) : 0n;
  return { subtotal, tax: taxes, grandTotal, customerPays: grandTotal - insurerPays, insurerPays };
}

const ofType = (lines: readonly Line[], type: string) => lines.filter((line) => line.labor.type === type);
const sum = (lines: readonly Line[], of: (line: Line) => bigint): bigint =>
  lines.reduce((all, line) => all + of(line), 0n);
const when = (yes: boolean, amount: bigint): bigint => (yes ? amount : 0n);
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const percent = (amount: bigint, rate: number): bigint => rounded(amount * BigInt(rate), 1_000_000n);

function paintSupplies(tenths: bigint, supplies: TotalsInput['rates']['supplies']): bigint {
  const full = rounded(tenths * BigInt(supplies.paintPerHourCents), 10n);
  return supplies.paintCapCents === null ? full : smaller(full, BigInt(supplies.paintCapCents));
}

/** a/b to the nearest whole, halves away from zero. */
function rounded(a: bigint, b: bigint): bigint {
  const size = a < 0n ? -a : a;
  const nearest = (size * 2n + b) / (b * 2n);
  return a < 0n ? -nearest : nearest;
}
