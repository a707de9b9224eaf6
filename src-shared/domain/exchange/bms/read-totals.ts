// The totals that a BMS document states.

import { type Foreign, type ForeignTotalRow, noForeign, noTotalRow } from '../foreign.ts';
import type { BmsReader } from './read-bms.ts';
import { childAt, childrenOf, type XmlElement } from './xml-element.ts';

type Stated = Pick<Foreign, 'towingCents' | 'storageCents' | 'otherCents' | 'totals'>;

const families = [
  ['LaborTotalsInfo', 'LA'],
  ['PartsTotalsInfo', 'PA'],
  ['OtherChargesTotalsInfo', 'OT'],
] as const;

/** Reads the totals; summary sums by their sub-type (CE gross, TT net, D2 deductible, BTR betterment). */
export function readBmsTotals(reader: BmsReader): Stated {
  const { root, values } = reader;
  const info = childAt(root, 'RepairTotalsInfo');
  const rows = families.flatMap(([name, family]) => childrenOf(info, name).map((one) => rowOf(one, family, reader)));
  const summary = (type: string): number | null => {
    const found = childrenOf(info, 'SummaryTotalsInfo').find((one) => values.text(one, 'TotalSubType') === type);
    return values.maybeCents(found, 'TotalAmt');
  };
  const taken = (type: string): number | null => {
    const sum = summary(type);
    return sum === null ? null : Math.abs(sum);
  };
  const taxes = rows.flatMap((row) => row.taxCents ?? []);
  const stated = summary('T') ?? (taxes.length === 0 ? null : taxes.reduce((sum, one) => sum + one, 0));
  const chargeOf = (code: string): number =>
    Math.max(rows.find((row) => row.family === 'OT' && row.code === code)?.cents ?? 0, 0);
  return {
    towingCents: chargeOf('OTTW'),
    storageCents: chargeOf('OTST'),
    otherCents: chargeOf('OTEC'),
    totals: {
      ...noForeign.totals,
      rows,
      grossCents: summary('CE'),
      taxCents: stated,
      bettermentCents: taken('BTR'),
      deductibleCents: taken('D2'),
      customerCents: taken('CP'),
      appearanceCents: taken('AAH'),
      relatedPriorCents: taken('RPD'),
      unrelatedPriorCents: taken('UPD'),
      discountCents: taken('D8'),
      netCents: summary('TT'),
      supplementCents: summary('SM'),
    },
  };
}

function rowOf(row: XmlElement, family: string, { values }: BmsReader): ForeignTotalRow {
  const code = values.text(row, 'TotalType', 12).toUpperCase();
  const taxed = childAt(row, 'TaxableAmt') !== undefined;
  return {
    ...noTotalRow,
    family: code.startsWith('MA') ? 'MA' : family,
    code,
    name: values.oneLine(row, 'TotalTypeDesc', 40),
    hoursTenths: values.maybeTenths(row, 'TotalHours'),
    cents: values.cents(row, 'TotalAmt'),
    taxableCents: taxed ? values.cents(row, 'TaxableAmt') : null,
    taxCents: childAt(row, 'TaxTotalAmt') === undefined ? null : values.cents(row, 'TaxTotalAmt'),
    markupCents: values.cents(row, 'MarkupAmt'),
    discountCents: values.cents(row, 'DiscountAmt'),
    taxes: childrenOf(row, 'TotalTaxInfo')
      .slice(0, 12)
      .map((one) => ({ type: values.text(one, 'TaxType', 4), cents: values.cents(one, 'TaxAmt') })),
  };
}
