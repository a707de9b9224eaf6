// The totals of a BMS document.

import type { ForeignTotalRow, ForeignTotals } from '../foreign.ts';
import { cents, hours, maybeCents, usedCents } from './bms-text.ts';
import { type MaybePiece, piece } from './xml-element.ts';

const names: Readonly<Record<string, string>> = { LA: 'LaborTotalsInfo', PA: 'PartsTotalsInfo' };

const summaries: readonly (readonly [keyof ForeignTotals, string, string, 1 | -1])[] = [
  ['bettermentCents', 'BTR', 'Betterment', -1],
  ['deductibleCents', 'D2', 'Deductible', -1],
  ['customerCents', 'CP', 'Customer Responsibility', 1],
  ['appearanceCents', 'AAH', 'Appearance Allowance', -1],
  ['relatedPriorCents', 'RPD', 'Related Prior Damage', -1],
  ['unrelatedPriorCents', 'UPD', 'Unrelated Prior Damage', -1],
  ['discountCents', 'D8', 'Discount', -1],
  ['taxCents', 'T', 'Tax', 1],
  ['supplementCents', 'SM', 'Supplement', 1],
  ['grossCents', 'CE', 'Gross Total', 1],
  ['netCents', 'TT', 'Net Total', 1],
];

export function bmsTotals(totals: ForeignTotals): MaybePiece {
  const inOrder = ['LA', 'PA', 'MA', 'OT'].flatMap((family) => totals.rows.filter((row) => row.family === family));
  return piece('RepairTotalsInfo', [
    ...inOrder.map(rowOf),
    ...summaries.map(([name, code, words, sign]) => {
      const value = totals[name] as number | null;
      return value === null
        ? null
        : piece('SummaryTotalsInfo', [
            piece('TotalType', 'TOT'),
            piece('TotalSubType', code),
            piece('TotalTypeDesc', words),
            piece('TotalAmt', cents(sign * value || 0)),
          ]);
    }),
  ]);
}

const rowOf = (row: ForeignTotalRow): MaybePiece =>
  piece(names[row.family] ?? 'OtherChargesTotalsInfo', [
    piece('TotalType', row.code),
    piece('TotalTypeDesc', row.name),
    piece('TotalHours', row.hoursTenths === null ? '' : hours(row.hoursTenths)),
    ...row.taxes.map(({ type, cents: amount }) =>
      piece('TotalTaxInfo', [piece('TaxType', type), piece('TierNum', '1'), piece('TaxAmt', cents(amount))]),
    ),
    piece('TaxableAmt', maybeCents(row.taxableCents)),
    piece('TaxTotalAmt', maybeCents(row.taxCents)),
    piece('MarkupAmt', usedCents(row.markupCents)),
    piece('DiscountAmt', usedCents(row.discountCents)),
    piece('TotalAmt', cents(row.cents)),
  ]);
