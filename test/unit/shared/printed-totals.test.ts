import { expect, test } from 'vitest';
import { type Cents, parseMoney, parseRate, printMoney } from '../../../src-shared/base/money.ts';
import { unwrap } from '../../../src-shared/base/result.ts';
import { subtotals } from '../../../src-shared/domain/estimate/subtotals.ts';
import { estimateTotals, type Totals, type TotalsInput } from '../../../src-shared/domain/estimate/totals.ts';
import { printACategories, printALines, printASubtotals } from '../../support/golden/print-a-lines.ts';
import { printARest } from '../../support/golden/print-a-rest.ts';
import { linesOfPrint } from '../../support/golden/print-line.ts';
import {
  emptyEstimate,
  emptyRates,
  type PrintedTotals,
  type PrintRates,
  printG1,
  printG2,
  printG4,
  selfPay,
} from '../../support/golden/printed-totals.ts';

const amount = (text: string | undefined): Cents => unwrap(parseMoney(text ?? '0', 'amount'));

const ratesOf = (typed: PrintRates): TotalsInput['rates'] => ({
  ...emptyRates,
  labor: {
    ...emptyRates.labor,
    body: amount(typed.body),
    refinish: amount(typed.refinish),
    mechanical: amount(typed.mechanical),
  },
  supplies: {
    ...emptyRates.supplies,
    paintPerHourCents: amount(typed.paintSupplies),
    paintCapCents: typed.paintCap === undefined ? null : amount(typed.paintCap),
  },
  tax: { ...emptyRates.tax, rate: unwrap(parseRate(typed.tax, 'tax')) },
});

const inputOf = (golden: PrintedTotals): TotalsInput => ({
  lines: linesOfPrint(golden.lines),
  rates: ratesOf(golden.rates),
  estimate: { charges: { ...emptyEstimate.charges, otherCents: amount(golden.otherCharges) } },
  insurance: { payer: { payer: 'Insurance Company' }, deductible: { amountCents: amount(golden.deductible) } },
});

const printed = (totals: Totals): PrintedTotals['printed'] => ({
  parts: printMoney(totals.parts),
  paintSupplies: printMoney(totals.paintSupplies.amount),
  misc: printMoney(totals.misc),
  subtotal: printMoney(totals.subtotal),
  tax: printMoney(totals.tax),
  grandTotal: printMoney(totals.grandTotal),
  net: printMoney(totals.net),
});

test.each([printG1, printG2, printG4])('golden case $name comes out to the cent, by category', (golden) => {
  expect(printed(estimateTotals(inputOf(golden)))).toEqual(golden.printed);
});

test('the cap on paint supplies is what G4 printed: without it they would cost 851.40', () => {
  const input = inputOf(printG4);
  const uncapped = { ...input.rates, supplies: { ...input.rates.supplies, paintCapCents: null } };
  expect(estimateTotals(input).paintSupplies).toMatchObject({ amount: 75_000, capped: true });
  expect(estimateTotals({ ...input, rates: uncapped }).paintSupplies).toMatchObject({ amount: 85_140, capped: false });
});

test('the first sixty lines of print A sum to what was added by hand', () => {
  const lines = linesOfPrint(printALines);
  const totals = estimateTotals({ lines, rates: ratesOf(printG2.rates), estimate: emptyEstimate, insurance: selfPay });
  expect(lines).toHaveLength(60);
  expect(subtotals(lines)).toEqual(printASubtotals);
  expect({
    parts: totals.parts,
    misc: totals.misc,
    body: totals.labor.find((one) => one.type === 'body')?.tenths,
    mechanical: totals.labor.find((one) => one.type === 'mechanical')?.tenths,
  }).toEqual(printACategories);
});

test('all 165 lines of print A give its printed subtotals and the totals of G2', () => {
  const print = [...printALines, ...printARest];
  const lines = linesOfPrint(print);
  expect(print.map((one) => one.line)).toEqual(Array.from({ length: 165 }, (_, i) => i + 1));
  expect(subtotals(lines)).toEqual({ price: 711_824, labor: 651, paint: 262 });
  const totals = estimateTotals({ lines, rates: ratesOf(printG2.rates), estimate: emptyEstimate, insurance: selfPay });
  expect(printed(totals)).toEqual(printG2.printed);
  expect(totals.labor.filter((one) => one.tenths !== 0).map(({ type, tenths }) => [type, tenths])).toEqual([
    ['body', 622],
    ['refinish', 262],
    ['mechanical', 29],
  ]);
});
