// Versions, supplements and their rows in the words of a print.

import { printHours } from '../../../src-shared/base/hours.ts';
import { cents, printMoney, printRate } from '../../../src-shared/base/money.ts';
import { laborNames } from '../../../src-shared/domain/estimate/labor-type.ts';
import type { RateChange } from '../../../src-shared/domain/estimate/supplement/rate-changes.ts';
import type { SummaryRow } from '../../../src-shared/domain/estimate/supplement/supplement.ts';
import type { Totals } from '../../../src-shared/domain/estimate/totals.ts';

/** `Estimate of record`, `Supplement of record 1`; what is being written is preliminary. */
export function versionTitle(label: string, isLocked: boolean): string {
  const name = label.startsWith('S') ? `Supplement${isLocked ? ' of record' : ''} ${Number(label.slice(1))}` : '';
  if (name !== '') return name;
  return isLocked ? 'Estimate of record' : 'Preliminary estimate';
}

/** A row of a supplement's summary. */
export function rowName({ kind, tax }: SummaryRow, { taxes }: Pick<Totals, 'taxes'>): string {
  if (kind === 'tax') return taxes[tax ?? 0]?.tax.name || 'Sales Tax';
  return Object.hasOwn(laborNames, kind) ? laborNames[kind as keyof typeof laborNames] : (names[kind] ?? kind);
}

const names: Readonly<Record<string, string>> = {
  parts: 'Parts',
  'additional-labor': 'Additional Supplement Labor',
  'paint-supplies': 'Paint Supplies',
  'body-supplies': 'Body Supplies',
  'additional-materials': 'Additional Supplement Materials/Supplies',
  misc: 'Miscellaneous',
  charges: 'Other Charges',
  rounding: 'Rounding',
  discount: 'Discount',
  'additional-taxes': 'Additional Supplement Taxes',
};

/** `43.8 h × 90.00`, `on 9,917.32`. */
export function rowBasis({ tenths, perHour, base }: SummaryRow): string {
  if (base !== undefined) return `on ${printMoney(base)}`;
  return tenths === undefined ? '' : `${printHours(tenths)} h × ${printMoney(perHour ?? cents(0))}`;
}

/** `Body Labor`, `60.00 to 90.00 on 6.6 h`. */
export function rateChangeWords(change: RateChange, { taxes }: Pick<Totals, 'taxes'>): readonly [string, string] {
  if (change.kind === 'tax') {
    const { from, to, base } = change;
    const name = taxes[change.tax]?.tax.name || 'Sales Tax';
    return [name, `${printRate(from)} % to ${printRate(to)} % on ${printMoney(base)}`];
  }
  const { of, from, to, tenths } = change;
  const name = Object.hasOwn(laborNames, of) ? laborNames[of as keyof typeof laborNames] : (names[of] ?? of);
  return [name, `${printMoney(from)} to ${printMoney(to)} on ${printHours(tenths)} h`];
}

/** Whether a row is a sum of those before it. */
export const isStrong = (name: string): boolean => sums.includes(name) || name.startsWith('Total supplement');
const sums: readonly string[] = ['Subtotal', 'Grand Total', 'Workfile total', 'Net'];

/** The rows of a version's totals that two versions are compared by. */
export const totalRows = (totals: Totals): readonly (readonly [string, number])[] => [
  ['Parts', totals.parts],
  ...totals.labor.map((one) => [laborNames[one.type], one.amount] as const),
  ['Paint Supplies', totals.paintSupplies.amount],
  ['Body Supplies', totals.bodySupplies.amount],
  ...totals.extraSupplies.map((one) => [one.name, one.amount] as const),
  ['Miscellaneous', totals.misc],
  ['Other Charges', totals.charges],
  ['Subtotal', totals.subtotal],
  ['Discount', 0 - totals.discount],
  ['Sales Tax', totals.tax],
  ['Grand Total', totals.grandTotal],
  ['Adjustments', totals.net - totals.grandTotal],
  ['Net', totals.net],
];
