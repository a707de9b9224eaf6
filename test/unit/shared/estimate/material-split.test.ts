import { expect, test } from 'vitest';
import { materialSplit } from '../../../../src-shared/domain/estimate/totals/material-split.ts';
import { estimateTotals } from '../../../../src-shared/domain/estimate/totals.ts';
import { linesOfPrint } from '../../../support/golden/print-line.ts';
import { emptyEstimate, emptyRates, selfPay } from '../../../support/golden/printed-totals.ts';

const lines = linesOfPrint([
  { line: 1, operation: 'Rpr', description: 'Panels', paint: '12.6' },
  { line: 2, operation: 'Clear coat', description: 'Clear Coat', paint: '1.1' },
  { line: 3, operation: 'Blnd', description: 'Blends', paint: '3.6' },
]);
const splitWith = (paintCapCents: number | null) => {
  const supplies = { ...emptyRates.supplies, paintPerHourCents: 60_00, paintCapCents };
  const input = { lines, rates: { ...emptyRates, supplies }, estimate: emptyEstimate, insurance: selfPay };
  return materialSplit(lines, estimateTotals(input).paintSupplies).map(({ use, amount }) => [use, amount]);
};

test("the materials of G1's export split into paint, clear coat and blend", () => {
  expect(splitWith(null)).toEqual([
    ['paint', 756_00],
    ['clear-coat', 66_00],
    ['blend', 216_00],
  ]);
});

test('capped materials are split in proportion, and the parts sum to the cap', () => {
  const split = splitWith(750_00);
  expect(split).toEqual([
    ['paint', 546_24],
    ['clear-coat', 47_69],
    ['blend', 156_07],
  ]);
});
