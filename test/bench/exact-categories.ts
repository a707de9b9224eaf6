/** The money of each category by big integers, in tenths of a cent. */
import { laborTypes } from '../../src-shared/domain/estimate/labor-type.ts';
import type { TotalsInput } from '../../src-shared/domain/estimate/totals.ts';
import { type Money, percent, rounded, sum } from './exact-money.ts';
import { exactPaint } from './exact-paint.ts';
import { exactPrices } from './exact-prices.ts';

type Line = TotalsInput['lines'][number];
/** Adds an amount in tenths of a cent to a category. */
type Put = (category: string, raw: bigint, taxed?: boolean) => void;

export function exactCategories(lines: readonly Line[], input: TotalsInput) {
  const money = new Map<string, Money>();
  const put: Put = (category, raw, taxed = true) => {
    const { all, untaxed } = money.get(category) ?? { all: 0n, untaxed: 0n };
    money.set(category, { all: all + raw, untaxed: taxed ? untaxed : untaxed + raw });
  };
  for (const [category, taxed, cents] of exactPrices(lines, input.rates)) put(category, cents * 10n, taxed);
  const paintTenths = sum(lines, paint) + sum(ofType(lines, 'refinish'), hours);
  putLabor(put, lines, input.rates, paintTenths);
  putSupplies(put, lines, input, paintTenths);
  putCharges(put, input);
  return { money, paintTenths };
}

const ofType = (lines: readonly Line[], type: string) => lines.filter((line) => line.labor.type === type);
const hours = (line: Line) => (line.labor.included ? 0n : BigInt(line.labor.tenths));
const paint = (line: Line) => (line.refinish.included ? 0n : BigInt(line.refinish.tenths));

function putLabor(put: Put, lines: readonly Line[], rates: TotalsInput['rates'], paintTenths: bigint): void {
  for (const type of laborTypes) {
    const raw = (type === 'refinish' ? paintTenths : sum(ofType(lines, type), hours)) * BigInt(rates.labor[type]);
    const more = rates.laborAdjust?.[type] ?? 0;
    put(`labor.${type}`, more === 0 ? raw : (rounded(raw, 10n) + percent(rounded(raw, 10n), more)) * 10n);
  }
}

const repairs = ['repair', 'section', 'pdr'];

function putSupplies(
  put: Put,
  lines: readonly Line[],
  { rates, estimate, clearBeyondCap }: TotalsInput,
  paintTenths: bigint,
): void {
  const onlyRepairs = rates.bodySupplies?.hours === 'repair';
  const supplied = lines
    .filter(({ labor, work }) => labor.type !== 'refinish' && work.operation !== 'sublet')
    .filter(({ work }) => !onlyRepairs || repairs.includes(work.operation));
  const repairTenths = sum(supplied, hours);
  put('body-supplies', capped(repairTenths * BigInt(rates.supplies.bodyPerHourCents), rates.bodySupplies?.capCents));
  const beyond = rates.paint?.clearHours === 'actual' ? BigInt(clearBeyondCap ?? 0) : 0n;
  put('paint-supplies', exactPaint(paintTenths + beyond, rates, estimate.finish?.stages ?? 2));
  (rates.extraSupplies?.list ?? []).forEach(({ of, perHourCents, flatCents }, i) => {
    const time = { repair: repairTenths, refinish: paintTenths, both: repairTenths + paintTenths }[of];
    put(`extra-supplies#${i}`, time * BigInt(perHourCents) + (time > 0n ? BigInt(flatCents) * 10n : 0n));
  });
}

function putCharges(put: Put, { rates, estimate: { charges } }: TotalsInput): void {
  const less = (cents: number, rate = 0) => (BigInt(cents) - percent(BigInt(cents), rate)) * 10n;
  put('towing', less(charges.towingCents, rates.chargeDiscount?.towing));
  put('storage', less(charges.storageCents, rates.chargeDiscount?.storage));
  put('other', less(charges.otherCents));
}

const capped = (raw: bigint, cap: number | null | undefined): bigint =>
  cap === null || cap === undefined || rounded(raw, 10n) <= BigInt(cap) ? raw : BigInt(cap) * 10n;
