/** The limit of a recalculation: one plain loop over lines in integer cents and tenths, with no rule but the rounding. */
import type { laborTypes } from '../../src-shared/domain/estimate/labor-type.ts';
import type { TotalsInput } from '../../src-shared/domain/estimate/totals.ts';

type PlainLine = {
  readonly quantity: number;
  readonly priceCents: number;
  readonly laborType: (typeof laborTypes)[number];
  readonly laborTenths: number;
  readonly paintTenths: number;
  readonly miscCents: number;
};

export type PlainEstimate = {
  readonly lines: readonly PlainLine[];
  readonly perHour: Readonly<Record<string, number>>;
  readonly suppliesPerHour: number;
  readonly taxRate: number;
};

export const plainOf = ({ lines, rates }: TotalsInput): PlainEstimate => ({
  lines: lines.map(({ part, labor, refinish, misc }) => ({
    quantity: part.quantity,
    priceCents: part.priceCents,
    laborType: labor.type,
    laborTenths: labor.tenths,
    paintTenths: refinish.tenths,
    miscCents: misc.amountCents,
  })),
  perHour: rates.labor,
  suppliesPerHour: rates.supplies.paintPerHourCents,
  taxRate: rates.tax.rate,
});

/** The grand total of a plain estimate. */
export function integerLoop({ lines, perHour, suppliesPerHour, taxRate }: PlainEstimate): number {
  const tenths = new Map<string, number>();
  let parts = 0;
  let paint = 0;
  let misc = 0;
  for (const line of lines) {
    parts += line.quantity * line.priceCents;
    paint += line.paintTenths;
    misc += line.miscCents;
    tenths.set(line.laborType, (tenths.get(line.laborType) ?? 0) + line.laborTenths);
  }
  tenths.set('refinish', (tenths.get('refinish') ?? 0) + paint);
  let subtotal = parts + misc + Math.round((paint * suppliesPerHour) / 10);
  for (const [type, billed] of tenths) subtotal += Math.round((billed * (perHour[type] ?? 0)) / 10);
  return subtotal + Math.round((subtotal * taxRate) / 1_000_000);
}
