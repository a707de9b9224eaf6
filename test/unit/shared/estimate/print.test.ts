/** Printed estimates: titles, order, signs, notes, totals of re-keyed prints, and a supplement's summary. */
import { describe, expect, test } from 'vitest';
import { cents } from '../../../../src-shared/base/money.ts';
import { linePricingGroups } from '../../../../src-shared/domain/estimate/line-pricing.ts';
import { estimatePrint } from '../../../../src-shared/domain/estimate/print/estimate-print.ts';
import type { PrintInput } from '../../../../src-shared/domain/estimate/print/print-input.ts';
import { moneyText } from '../../../../src-shared/domain/estimate/print/print-words.ts';
import { letterheadOf } from '../../../../src-shared/domain/estimate/profile/letterhead.ts';
import type { PrintDocument } from '../../../../src-shared/domain/print/print-document.ts';
import { textOf } from '../../../../src-shared/domain/print/print-node.ts';
import { lineOf, sheetOf } from '../../../browser/renderer/sample-sheet.ts';
import { printALines } from '../../../support/golden/print-a-lines.ts';
import { printARest } from '../../../support/golden/print-a-rest.ts';
import { linesOfPrint } from '../../../support/golden/print-line.ts';
import { printE01, printS01 } from '../../../support/golden/print-s01-lines.ts';
import { linesOfVersion } from '../../../support/golden/version-lines.ts';
import { printInputOf, versionOf } from '../../../support/print-input.ts';

const locked = Date.UTC(2026, 6, 14, 18);
const rowsOf = (document: PrintDocument): readonly string[] => document.pieces.map(({ node }) => textOf(node));
const printed = (input: PrintInput): string => rowsOf(estimatePrint(input)).join('\n');
const sheet = sheetOf();
const insured = {
  ...sheet.insurance,
  payer: { payer: 'Insurance Company' as const },
  deductible: { amountCents: 50_000 },
};
const ratesOf = (perHour: number, supplies: object, tax: number) => ({
  ...sheet.rates,
  labor: { ...sheet.rates.labor, body: perHour, refinish: perHour, mechanical: 17_500 },
  supplies: { ...sheet.rates.supplies, ...supplies },
  tax: { ...sheet.rates.tax, rate: tax },
});

describe('the words of the shop', () => {
  const texts = { estimate: 'Paint has a lifetime warranty.\nPayable at delivery.', authorization: 'Go ahead.' };

  test('stand below an estimate, a paragraph a line, and the authorization above a line for the signature', () => {
    const rows = rowsOf(estimatePrint(printInputOf(sheet, { texts })));
    const from = rows.indexOf('Paint has a lifetime warranty.');
    expect(rows.slice(from, from + 5)).toEqual([
      'Paint has a lifetime warranty.',
      'Payable at delivery.',
      'Authorization',
      'Go ahead.',
      'Signature of the customer Date',
    ]);
  });

  test('ask for no authorization where there is none, nor on a bill', () => {
    expect(printed(printInputOf(sheet))).not.toContain('Signature');
    const versions = [versionOf(sheet, { lockedAt: locked })];
    expect(printed(printInputOf(sheet, { texts, kind: 'final-bill', versions }))).not.toMatch(/Signature|warranty/);
  });
});

describe('what a print calls itself', () => {
  const titleOf = (change: Partial<PrintInput>): string => estimatePrint(printInputOf(sheet, change)).title;
  const versions = (...all: readonly (readonly [label: string, lockedAt: number])[]) =>
    all.map(([label, lockedAt]) => versionOf(sheet, { label, lockedAt }));

  test.each([
    ['Preliminary Estimate', { versions: versions(['E01', 0]) }],
    ['Estimate of Record', { versions: versions(['E01', locked]) }],
    ['Preliminary Supplement 2 with Summary', { versions: versions(['E01', 1], ['S01', 2], ['S02', 0]) }],
    ['Supplement of Record 1 with Summary', { versions: versions(['E01', 1], ['S01', locked]) }],
    ['Final Bill', { kind: 'final-bill', versions: versions(['E01', locked]) }],
    ['Preliminary Bill', { kind: 'final-bill', versions: versions(['E01', 0]) }],
  ] as const)('%s', (title, change) => expect(titleOf(change)).toBe(title));

  test('what is not locked says Preliminary, and what is locked does not', () => {
    expect(printed(printInputOf(sheet))).toContain('Preliminary: version E01 is not locked');
    expect(printed(printInputOf(sheet, { versions: versions(['E01', locked]) }))).not.toMatch(/preliminary/i);
  });

  test('a number that is not confirmed is called provisional', () => {
    const without = { workfile: { ...sheet.workfile, number: { ro: '' } } };
    expect(printed(printInputOf(sheet))).toContain('RO number 48213');
    expect(printed(printInputOf(sheet, without))).toContain('is a provisional number of this workfile');
    expect(printed(printInputOf(sheet, { ...without, pendingNumber: '48214' }))).toContain(
      'RO number 48214 is provisional',
    );
  });
});

describe('the letterhead', () => {
  const profile = {
    address: { street: '12 Quay Street', street2: '', city: 'Portside', state: 'OR', postalCode: '97103', name: '' },
    phones: { phone: '(503) 555-0140', fax: '(503) 555-0141', email: '', website: 'quay.example.com' },
    registration: { license: 'BR-20417', taxId: '' },
  };

  test('is the shop with what its profile says, and nothing for what it does not say', () => {
    expect(letterheadOf('Quay Collision', profile)).toEqual({
      name: 'Quay Collision',
      lines: [
        '12 Quay Street, Portside, OR 97103',
        '(503) 555-0140 · Fax (503) 555-0141',
        'quay.example.com',
        'License BR-20417',
      ],
    });
    const named = { ...profile, address: { ...profile.address, name: 'Quay Collision of Portside' } };
    expect(letterheadOf('Quay Collision', named).name).toBe('Quay Collision of Portside');
    expect(letterheadOf('Quay Collision', undefined)).toEqual({ name: 'Quay Collision', lines: [] });
  });

  test('stands on top of the first page', () => {
    const shop = letterheadOf('Quay Collision', profile);
    expect(printed(printInputOf(sheet, { shop }))).toMatch(/^Quay Collision 12 Quay Street, Portside, OR 97103/);
  });
});

describe('the lines', () => {
  const of = (...lines: Parameters<typeof lineOf>[]) =>
    printInputOf(sheetOf({ lines: lines.map((one) => lineOf(...one)) }));
  const part = {
    ...lineOf(1, '').part,
    type: 'aftermarket' as const,
    number: 'TO2503262',
    priceCents: 25_000,
    quantity: 2,
  };

  test('have number, signs, operation, source, part, quantity, extended price, hours with letter, and paint', () => {
    const input = of(
      [1, 'FRONT LAMPS', { work: { operation: 'heading' } }],
      [
        2,
        'RT headlamp',
        {
          work: { operation: 'replace' },
          part,
          labor: { type: 'mechanical', tenths: 14, included: false },
          refinish: { tenths: 24, included: false },
          note: { text: 'Aim it\n\nand try it' },
        },
      ],
      [3, 'Clips', { misc: { amountCents: 800, taxed: false }, labor: { type: 'body', tenths: 0, included: true } }],
    );
    const rows = rowsOf(estimatePrint(input));
    expect(rows).toEqual(
      expect.arrayContaining([
        '1 FRONT LAMPS',
        '2 # ** Repl A/M RT headlamp TO2503262 2 500.00 1.4 M 2.4',
        'Note: Aim it',
        'and try it',
        '3 # Clips 1 8.00 X Incl.',
        'Subtotals 508.00 1.4 2.4',
      ]),
    );
  });

  test('the legend explains the signs that are used, and no others', () => {
    const legend = rowsOf(estimatePrint(of([1, 'Hood', { work: { operation: 'repair' } }]))).at(-1);
    expect(legend).toBe('# line written by hand Rpr repair');
  });

  test('judgement shows: written by hand, changed, left out by book times, not a procedure of its own', () => {
    const bumper = { ...linePricingGroups.panel.parse({}), kind: 'major', place: 'front-bumper' } as const;
    const refinish = { tenths: 24, included: false };
    const input = of(
      [1, 'Bumper cover', { panel: bumper, refinish, marks: { manual: false, changed: true } }],
      [2, 'Other cover', { panel: { ...bumper, offCar: true }, refinish }],
      [3, 'Calibrate', { book: { notIncluded: true } }],
    );
    const rows = rowsOf(estimatePrint(input)).map((row) => row.replace(/^\d+ /, ''));
    expect(rows).toEqual(expect.arrayContaining(['* <> Bumper cover 2.4', '# Other cover 2.4', '# ~ Calibrate']));
    for (const meaning of ['* changed by', '~ work that', '<> refinished together'])
      expect(rows.at(-1)).toContain(meaning);
  });

  test('a heading, a line with a note and the last line before the sums never end a page', () => {
    const document = estimatePrint(
      of([1, 'HOOD', { work: { operation: 'heading' } }], [2, 'Hood', { note: { text: 'Look' } }], [3, 'Latch']),
    );
    const kept = document.pieces.filter(({ table }) => table === 'lines').map(({ keep }) => keep);
    expect(kept).toEqual([true, true, false, true, false]);
  });

  test('deleted lines are not printed and take no number', () => {
    const rows = printed(of([1, 'Gone', { deleted: true }], [2, 'Hood']));
    expect(rows).toContain('1 # Hood');
    expect(rows).not.toContain('Gone');
  });

  test('an estimate without lines says so', () => {
    expect(printed(printInputOf(sheet))).toContain('This estimate has no lines.');
  });
});

describe('re-keyed prints', () => {
  test('print A gives its printed sums, totals and grand total', () => {
    const lines = linesOfPrint([...printALines, ...printARest]);
    const rates = ratesOf(9_000, { paintPerHourCents: 6_000 }, 60_000);
    const text = printed(printInputOf({ ...sheet, lines: [...lines], rates }));
    for (const row of [
      'Subtotals 7,118.24 65.1 26.2',
      'Parts 4,906.54',
      'Body Labor 62.2 hrs @ $90.00 /hr 5,598.00',
      'Paint Labor 26.2 hrs @ $90.00 /hr 2,358.00',
      'Mechanical Labor 2.9 hrs @ $175.00 /hr 507.50',
      'Paint Supplies 26.2 hrs @ $60.00 /hr 1,572.00',
      '2,211.70',
      'Subtotal 17,153.74',
      'Sales Tax $ 17,153.74 @ 6.0000 % 1,029.22',
      'Grand Total 18,182.96',
    ]) {
      expect(text).toContain(row);
    }
  });

  test('the first supplement gives its changed, deleted and added items, rates, totals and cumulative block', () => {
    const before = versionOf(
      {
        lines: linesOfVersion(printE01),
        rates: ratesOf(6_000, { paintPerHourCents: 4_000 }, 66_250),
        estimate: { ...sheet.estimate, charges: { towingCents: 0, storageCents: 0, otherCents: 350 } },
        insurance: insured,
      },
      { lockedAt: locked },
    );
    const after = versionOf(
      {
        lines: linesOfVersion(printS01),
        rates: ratesOf(9_000, { paintPerHourCents: 4_300, paintCapCents: 75_000 }, 60_000),
        estimate: { ...sheet.estimate, charges: { towingCents: 0, storageCents: 0, otherCents: 350 } },
        insurance: insured,
      },
      { label: 'S01', estimator: 'Dana Whitlock', lockedAt: locked + 1 },
    );
    const text = printed(printInputOf({ ...sheet, insurance: insured }, { versions: [before, after] }));
    for (const row of [
      'Paint Supplies 19.8 hrs, at most 750.00 750.00',
      'Total Cost of Repairs 13,312.37',
      'Deductible 500.00',
      'Net Cost of Repairs 12,812.37',
      'Changed items',
      '2 # Rpr Hood (ALU) -0.5',
      'S01 Rpr Hood (ALU) 4.0 2.8',
      'Deleted items',
      'Sunroof glass Polestar fm CH 20154 32407283 1 -1,701.43 -0.7',
      'Added items',
      'Body Labor 6.6 hrs @ $30.00 /hr 60.00 to 90.00 198.00',
      'Paint Labor 2.8 hrs @ $30.00 /hr 60.00 to 90.00 84.00',
      'Paint Supplies 2.8 hrs @ $3.00 /hr 40.00 to 43.00 8.40',
      'Sales Tax $ 2,641.52 @ -0.6250 % 6.6250 % to 6.0000 % -16.51',
      'Parts 2,686.82',
      'Additional Supplement Labor 282.00',
      'Paint Supplies 17.0 hrs @ $43.00 /hr 731.00',
      'Additional Supplement Materials/Supplies -93.00',
      'Sales Tax $ 9,917.32 @ 6.0000 % 595.04',
      'Additional Supplement Taxes -16.51',
      'Total Supplement Amount 10,495.85',
      'Estimate E01 Robin Ellery 2,816.52',
      'Supplement S01 Dana Whitlock 10,495.85',
      'Workfile Total 13,312.37',
    ]) {
      expect(text).toContain(row);
    }
  });
});

test('amounts have a minus and groups of three', () => {
  expect([0, 5, -170_143, 123_456_789].map((amount) => moneyText(cents(amount)))).toEqual([
    '0.00',
    '0.05',
    '-1,701.43',
    '1,234,567.89',
  ]);
});
