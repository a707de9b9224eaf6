import { expect, test } from 'vitest';
import { printHours } from '../../../../src-shared/base/hours.ts';
import { cents, printMoney } from '../../../../src-shared/base/money.ts';
import { type SheetLine, withAutomatic } from '../../../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import { guideRules } from '../../../../src-shared/domain/estimate/refinish/refinish-rules.ts';
import { compareLines } from '../../../../src-shared/domain/estimate/supplement/compare-lines.ts';
import { cumulative } from '../../../../src-shared/domain/estimate/supplement/cumulative.ts';
import { type SummaryRow, supplementOf } from '../../../../src-shared/domain/estimate/supplement/supplement.ts';
import {
  nextLabel,
  totalsOfVersion,
  type Version,
  versionMarks,
} from '../../../../src-shared/domain/estimate/supplement/version.ts';
import { printE01, printS01, type VersionRow } from '../../../support/golden/print-s01-lines.ts';
import { emptyRates } from '../../../support/golden/printed-totals.ts';
import { linesOfVersion } from '../../../support/golden/version-lines.ts';

const twoStage = { stages: 2, clearCoatTenths: null } as const;

type Prices = { readonly body: number; readonly paint: number; readonly supplies: number; readonly tax: number };
const versionOf = (label: string, rows: readonly VersionRow[], prices: Prices): Version => ({
  label,
  estimator: 'A. Appraiser',
  lines: withAutomatic(linesOfVersion(rows), guideRules, twoStage).lines,
  pricing: {
    rates: {
      ...emptyRates,
      labor: { ...emptyRates.labor, body: prices.body, refinish: prices.paint, mechanical: 175_00 },
      supplies: { paintPerHourCents: prices.supplies, paintCapCents: 750_00, bodyPerHourCents: 0 },
      tax: { ...emptyRates.tax, rate: prices.tax },
    },
    estimate: { charges: { towingCents: 0, storageCents: 0, otherCents: 3_50 }, finish: twoStage },
    insurance: { payer: { payer: 'Insurance Company' }, deductible: { amountCents: 500_00 } },
  },
});

const e01 = versionOf('E01', printE01, { body: 60_00, paint: 60_00, supplies: 40_00, tax: 66_250 });
const s01 = versionOf('S01', printS01, { body: 90_00, paint: 90_00, supplies: 43_00, tax: 60_000 });

const basis = ({ tenths: hours, perHour, base }: SummaryRow): string => {
  if (base !== undefined) return `on ${printMoney(base)}`;
  return hours === undefined ? '' : `${printHours(hours)} @ ${printMoney(perHour ?? cents(0))}`;
};
const print = (rows: readonly SummaryRow[]) => rows.map((row) => [row.kind, basis(row), printMoney(row.amount)]);

test('the supplement of a real print comes out to the cent, row by row', () => {
  const supplement = supplementOf(e01, s01);
  expect(print(supplement.rows)).toEqual([
    ['parts', '', '2,686.82'],
    ['body', '43.8 @ 90.00', '3,942.00'],
    ['refinish', '17.0 @ 90.00', '1,530.00'],
    ['mechanical', '4.5 @ 175.00', '787.50'],
    ['additional-labor', '', '282.00'],
    ['paint-supplies', '17.0 @ 43.00', '731.00'],
    ['additional-materials', '', '(93.00)'],
    ['misc', '', '51.00'],
  ]);
  expect(print(supplement.taxRows)).toEqual([
    ['tax', 'on 9,917.32', '595.04'],
    ['additional-taxes', '', '(16.51)'],
  ]);
  expect(supplement).toMatchObject({
    label: 'S01',
    subtotals: { price: 2_737_82, labor: 483, paint: 170 },
    subtotal: 9_917_32,
    total: 10_495_85,
    net: 10_495_85,
  });
});

test('its rate changes are the new rate less the old on the hours of before', () => {
  expect(supplementOf(e01, s01).rateChanges).toEqual([
    { kind: 'hourly', of: 'body', tenths: 66, from: 60_00, to: 90_00, amount: 198_00 },
    { kind: 'hourly', of: 'refinish', tenths: 28, from: 60_00, to: 90_00, amount: 84_00 },
    { kind: 'hourly', of: 'paint-supplies', tenths: 28, from: 40_00, to: 43_00, amount: 8_40 },
    { kind: 'tax', tax: 0, base: 2_641_52, from: 66_250, to: 60_000, amount: -16_51 },
  ]);
});

test('its versions come to the printed totals, and the cumulative block sums them', () => {
  expect(totalsOfVersion(e01)).toMatchObject({ subtotal: 2_641_52, grandTotal: 2_816_52 });
  expect(totalsOfVersion(s01)).toMatchObject({ subtotal: 12_558_84, tax: 753_53, grandTotal: 13_312_37 });
  expect(cumulative([e01, s01])).toEqual({
    versions: [
      { label: 'E01', estimator: 'A. Appraiser', amount: 2_816_52 },
      { label: 'S01', estimator: 'A. Appraiser', amount: 10_495_85 },
    ],
    workfileTotal: 13_312_37,
    adjustments: 500_00,
    net: 12_812_37,
  });
});

test('its changed, deleted and added lines are those of the printed summary, with their numbers', () => {
  const { changed, deleted, added } = compareLines(e01.lines, s01.lines);
  expect(changed.map(({ before, after, groups }) => [before.number, after.number, groups])).toEqual([
    [2, 27, ['note', 'labor', 'refinish']],
    [8, 61, ['note', 'labor', 'refinish']],
  ]);
  expect(deleted.map(({ number, line, heading }) => [number, line.text.description, heading])).toEqual([
    [4, 'Windshield Polestar w/head-up display', 'WINDSHIELD'],
    [6, 'Sunroof glass Polestar fm CH 20154', 'ROOF'],
    [9, 'Add for Clear Coat', 'PILLARS, ROCKER & FLOOR'],
  ]);
  expect(added.slice(0, 9).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 10]);
  expect(added.filter(({ line }) => line.row !== undefined).map(({ number }) => number)).toEqual([
    28, 33, 35, 62, 89, 90,
  ]);
  expect(added).toHaveLength(121 - 15 - 2 - 3);
});

test('lines bear the mark of the version that made or changed them', () => {
  const marks = versionMarks([e01, s01]);
  expect([marks.get('hood'), marks.get('bumper'), marks.get('rear trim'), marks.get('clear-coat')]).toEqual([
    'S01',
    'S01',
    undefined,
    'S01',
  ]);
  expect([nextLabel('E01'), nextLabel('S01'), nextLabel('S09')]).toEqual(['S01', 'S02', 'S10']);
});

test('a supplement of nothing is legal and has no rows', () => {
  const s02 = { ...s01, label: 'S02' };
  expect(supplementOf(s01, s02)).toMatchObject({
    label: 'S02',
    rows: [],
    taxRows: [],
    rateChanges: [],
    total: 0,
    net: 0,
  });
  expect(cumulative([e01, s01, s02]).versions.map((one) => one.amount)).toEqual([2_816_52, 10_495_85, 0]);
});

test('fewer hours are no row of their own but part of the additional labour', () => {
  const lines = s01.lines.map(
    (line): SheetLine => (line.id === 'pre scan' ? { ...line, labor: { ...line.labor, tenths: 0 } } : line),
  );
  const supplement = supplementOf(s01, { ...s01, label: 'S02', lines });
  expect(print(supplement.rows)).toEqual([['additional-labor', '', '(87.50)']]);
  expect(print(supplement.taxRows)).toEqual([['tax', 'on (87.50)', '(5.25)']]);
  expect(supplement.total).toBe(-92_75);
});

test('taking a supplement back cancels it to the cent', () => {
  const [there, back] = [supplementOf(e01, s01), supplementOf(s01, e01)];
  expect([
    back.total + there.total,
    back.subtotal + there.subtotal,
    back.subtotals.labor + there.subtotals.labor,
  ]).toEqual([0, 0, 0]);
});
