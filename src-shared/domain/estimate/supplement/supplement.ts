// The arithmetic of a supplement: what a version costs beyond the one before, in the rows that a print shows.
// `S_n = Total_n - Total_(n-1)`; rows are reckoned at current rates and "additional" rows take up what is left, so that
// they always sum to the cent.

import { type Tenths, tenths } from '../../../base/hours.ts';
import { type Cents, cents, multiplyDivide, rateOf } from '../../../base/money.ts';
import type { LaborType } from '../labor-type.ts';
import { type Subtotals, subtotals } from '../subtotals.ts';
import type { Totals } from '../totals.ts';
import { compareLines, type LineComparison } from './compare-lines.ts';
import { flatRate, type RateChange, rateChanges } from './rate-changes.ts';
import { totalsOfVersion, type Version } from './version.ts';

/** A row of the TOTALS SUMMARY; hours and base are there where it is made of them. */
export type SummaryRow = {
  readonly kind:
    | 'parts'
    | LaborType
    | 'additional-labor'
    | 'paint-supplies'
    | 'body-supplies'
    | 'additional-materials'
    | 'misc'
    | 'charges'
    | 'rounding'
    | 'discount'
    | 'tax'
    | 'additional-taxes';
  readonly tenths?: Tenths;
  readonly perHour?: Cents;
  /** The place of a tax among the taxes, and what it is taken on. */
  readonly tax?: number;
  readonly base?: Cents;
  readonly amount: Cents;
};

export type Supplement = {
  readonly label: string;
  readonly lines: LineComparison;
  /** The sums under the columns of the changed, deleted and added lines. */
  readonly subtotals: Subtotals;
  readonly rateChanges: readonly RateChange[];
  /** Rows up to the subtotal, then discount and taxes. */
  readonly rows: readonly SummaryRow[];
  readonly subtotal: Cents;
  readonly taxRows: readonly SummaryRow[];
  readonly total: Cents;
  /** What the insurer pays more. */
  readonly net: Cents;
};

/**
 * Reckons a supplement as CCC prints a "Supplement of Record N with Summary": more hours are rows at current rates, and
 * fewer hours, changed rates and caps are in the additional rows. One of $0.00 is legal, and so is one that lowers the
 * total.
 */
export function supplementOf(before: Version, after: Version): Supplement {
  const [old, now] = [totalsOfVersion(before), totalsOfVersion(after)];
  return {
    label: after.label,
    lines: compareLines(before.lines, after.lines),
    subtotals: difference(subtotals(before.lines), subtotals(after.lines)),
    rateChanges: rateChanges(old, now),
    rows: rowsOf(old, now),
    subtotal: less(now.subtotal, old.subtotal),
    taxRows: taxRowsOf(old, now),
    total: less(now.grandTotal, old.grandTotal),
    net: less(now.net, old.net),
  };
}

const less = (now: number, old: number): Cents => cents(now - old);
const sum = (rows: readonly SummaryRow[]): number => rows.reduce((total, row) => total + row.amount, 0);
const shown = (rows: readonly SummaryRow[]): readonly SummaryRow[] => rows.filter((row) => row.amount !== 0);

const difference = (before: Subtotals, after: Subtotals): Subtotals => ({
  price: less(after.price, before.price),
  labor: tenths(after.labor - before.labor),
  paint: tenths(after.paint - before.paint),
});

function rowsOf(old: Totals, now: Totals): readonly SummaryRow[] {
  const labor = now.labor.flatMap((one, i) => hourRow(one.type, old.labor[i], one));
  const supplies = [
    ...(now.paintSupplies.method === 'rate' ? hourRow('paint-supplies', old.paintSupplies, now.paintSupplies) : []),
    ...hourRow('body-supplies', old.bodySupplies, now.bodySupplies),
  ];
  const laborDelta = sumOf(now.labor) - sumOf(old.labor);
  const suppliesDelta = suppliesOf(now) - suppliesOf(old);
  return shown([
    { kind: 'parts', amount: less(now.parts, old.parts) },
    ...labor,
    { kind: 'additional-labor', amount: cents(laborDelta - sum(labor)) },
    ...supplies,
    { kind: 'additional-materials', amount: cents(suppliesDelta - sum(supplies)) },
    { kind: 'misc', amount: less(now.misc, old.misc) },
    { kind: 'charges', amount: less(now.charges, old.charges) },
    { kind: 'rounding', amount: less(now.rounding, old.rounding) },
  ]);
}

type Timed = { readonly tenths: Tenths; readonly perHour: Cents };

/** More hours at the current rate; fewer hours are no row but part of the additional one. */
function hourRow(kind: SummaryRow['kind'], old: Timed | undefined, now: Timed): readonly SummaryRow[] {
  const hours = now.tenths - (old?.tenths ?? 0);
  if (hours <= 0) return [];
  const amount = cents(multiplyDivide(hours, now.perHour, 10));
  return [{ kind, tenths: tenths(hours), perHour: now.perHour, amount }];
}

const sumOf = (some: readonly { readonly amount: Cents }[]): number =>
  some.reduce((total, one) => total + one.amount, 0);
const suppliesOf = ({ paintSupplies, bodySupplies, extraSupplies }: Totals): number =>
  paintSupplies.amount + bodySupplies.amount + sumOf(extraSupplies);

/** The discount, each flat tax on the difference of what it is taken on, and what rate changes and tiers leave. */
function taxRowsOf(old: Totals, now: Totals): readonly SummaryRow[] {
  const taxes = now.taxes.flatMap((taxed, tax): readonly SummaryRow[] => {
    const rate = flatRate(taxed);
    if (rate === null) return [];
    const base = less(taxed.base, old.taxes[tax]?.base ?? 0);
    return [{ kind: 'tax', tax, base, amount: rateOf(base, rate) }];
  });
  return shown([
    { kind: 'discount', amount: less(old.discount, now.discount) },
    ...taxes,
    { kind: 'additional-taxes', amount: cents(now.tax - old.tax - sum(taxes)) },
  ]);
}
