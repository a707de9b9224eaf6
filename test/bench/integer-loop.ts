/**
 * The limit of a recalculation: one plain loop over the same lines in integer cents and tenths. It knows a
 * markup of parts, taken line by line, and a single sales tax; without markups and further rules of a profile it comes
 * to the same grand total as the product.
 */
import { divideRounded } from '../../src-shared/base/money.ts';
import type { LaborType } from '../../src-shared/domain/estimate/labor-type.ts';
import type { TotalsInput } from '../../src-shared/domain/estimate/totals.ts';

type PlainLine = {
  readonly counts: boolean;
  readonly quantity: number;
  readonly priceCents: number;
  /** The price with the markup of its part type, in millionths. */
  readonly markup: number;
  readonly partIncluded: boolean;
  readonly partTaxed: boolean;
  readonly laborType: LaborType;
  readonly laborTenths: number;
  readonly laborIncluded: boolean;
  readonly paintTenths: number;
  readonly paintIncluded: boolean;
  readonly isSublet: boolean;
  readonly miscCents: number;
  readonly miscTaxed: boolean;
};

export type PlainEstimate = {
  readonly lines: readonly PlainLine[];
  readonly perHour: Readonly<Record<string, number>>;
  readonly supplies: TotalsInput['rates']['supplies'];
  readonly tax: TotalsInput['rates']['tax'];
  readonly discountRate: number;
  readonly charges: number;
};

type Priced = Pick<TotalsInput, 'lines' | 'rates' | 'estimate'>;

export const plainOf = ({ lines, rates, estimate: { charges } }: Priced): PlainEstimate => ({
  lines: lines.map(({ deleted, work, part, labor, refinish, misc }) => ({
    counts: !deleted && work.operation !== 'heading',
    quantity: part.quantity,
    priceCents: part.priceCents,
    markup: 1_000_000 + (part.type === '' ? 0 : (rates.partMarkup?.[part.type] ?? 0)),
    partIncluded: part.included,
    partTaxed: part.taxed,
    laborType: labor.type,
    laborTenths: labor.tenths,
    laborIncluded: labor.included,
    paintTenths: refinish.tenths,
    paintIncluded: refinish.included,
    isSublet: work.operation === 'sublet',
    miscCents: misc.amountCents,
    miscTaxed: misc.taxed,
  })),
  perHour: rates.labor,
  supplies: rates.supplies,
  tax: rates.tax,
  discountRate: rates.discount.rate,
  charges: charges.towingCents + charges.storageCents + charges.otherCents,
});

/** The grand total of a plain estimate. */
export function integerLoop({ lines, perHour, supplies, tax, discountRate, charges }: PlainEstimate): number {
  const tenths = new Map<string, number>();
  let [parts, partsUntaxed, misc, miscUntaxed, paint, body] = [0, 0, 0, 0, 0, 0];
  for (const line of lines) {
    if (!line.counts) continue;
    if (!line.partIncluded) {
      const price = divideRounded(line.quantity * line.priceCents * line.markup, 1_000_000);
      parts += price;
      if (!line.partTaxed) partsUntaxed += price;
    }
    misc += line.miscCents;
    if (!line.miscTaxed) miscUntaxed += line.miscCents;
    if (!line.paintIncluded) paint += line.paintTenths;
    if (line.laborIncluded) continue;
    tenths.set(line.laborType, (tenths.get(line.laborType) ?? 0) + line.laborTenths);
    if (!line.isSublet && line.laborType !== 'refinish') body += line.laborTenths;
  }
  paint += tenths.get('refinish') ?? 0;
  tenths.set('refinish', paint);
  let labor = 0;
  for (const [type, billed] of tenths) labor += divideRounded(billed * (perHour[type] ?? 0), 10);
  const material = Math.min(divideRounded(paint * supplies.paintPerHourCents, 10), supplies.paintCapCents ?? Infinity);
  const supplied = material + divideRounded(body * supplies.bodyPerHourCents, 10);
  const subtotal = parts + misc + labor + supplied + charges;
  const taxable =
    (tax.parts ? parts - partsUntaxed : 0) +
    (tax.misc ? misc - miscUntaxed : 0) +
    (tax.labor ? labor : 0) +
    (tax.supplies ? supplied : 0) +
    (tax.charges ? charges : 0);
  const less = (amount: number): number => amount - divideRounded(amount * discountRate, 1_000_000);
  return less(subtotal) + divideRounded(less(taxable) * tax.rate, 1_000_000);
}
