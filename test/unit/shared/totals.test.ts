import { expect, test } from 'vitest';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import { subtotals } from '../../../src-shared/domain/estimate/subtotals.ts';
import { estimateTotals, type TotalsInput } from '../../../src-shared/domain/estimate/totals.ts';
import { linesOfPrint, type PrintLine } from '../../support/golden/print-line.ts';
import { emptyEstimate, emptyRates, selfPay } from '../../support/golden/printed-totals.ts';

const rates: TotalsInput['rates'] = {
  ...emptyRates,
  labor: { ...emptyRates.labor, body: 60_00, refinish: 50_00, structural: 80_00 },
  supplies: { paintPerHourCents: 40_00, paintCapCents: null, bodyPerHourCents: 5_00 },
  tax: { ...emptyRates.tax, rate: 100_000 },
};

const linesOf = (...lines: readonly Omit<PrintLine, 'line' | 'description'>[]): readonly Line[] =>
  linesOfPrint(lines.map((line, i) => ({ line: i + 1, description: 'made up', ...line })));

const totalsOf = (lines: readonly Line[], changes: Partial<TotalsInput> = {}) =>
  estimateTotals({ lines, rates, estimate: emptyEstimate, insurance: selfPay, ...changes });

test('an included part and included labour bill nothing', () => {
  const lines = linesOf({ operation: 'Repl', price: '100.00', labor: 'Incl.', paint: 'Incl.' });
  const included = lines.map((line) => ({ ...line, part: { ...line.part, included: true } }));
  expect(totalsOf(included).subtotal).toBe(0);
  expect(subtotals(included)).toEqual({ price: 0, labor: 0, paint: 0 });
});

test('deleted lines and headings count nothing', () => {
  const [line] = linesOf({ operation: 'Repl', price: '100.00', labor: '1.0', paint: '1.0', misc: '3.00T' });
  if (line === undefined) throw new Error('no line');
  const heading: Line = { ...line, work: { operation: 'heading' } };
  expect(totalsOf([{ ...line, deleted: true }, heading]).subtotal).toBe(0);
  expect(subtotals([{ ...line, deleted: true }, heading])).toEqual({ price: 0, labor: 0, paint: 0 });
});

test('body supplies follow repair time, not refinish and not sublet', () => {
  const totals = totalsOf(
    linesOf(
      { operation: 'Rpr', labor: '2.0', paint: '1.0' },
      { operation: 'Rpr', labor: '1.0S' },
      { operation: 'Subl', labor: '4.0' },
      { operation: '', labor: '0.5P' },
    ),
  );
  expect(totals.bodySupplies).toMatchObject({ tenths: 30, amount: 15_00 });
  expect(totals.paintSupplies).toMatchObject({ tenths: 15, amount: 60_00 });
});

test('time of labour type refinish is billed with the paint column', () => {
  const totals = totalsOf(linesOf({ operation: '', labor: '0.5P', paint: '1.0' }));
  expect(totals.labor.find((one) => one.type === 'refinish')).toMatchObject({ tenths: 15, amount: 75_00 });
});

test('what is marked as not taxed is left out of the tax, and so are categories without tax', () => {
  const lines = linesOf(
    { operation: 'Repl', price: '100.00' },
    { operation: '', misc: '10.00T' },
    { operation: '', misc: '20.00X' },
    { operation: 'Rpr', labor: '1.0' },
  );
  const noLabor = { ...rates, tax: { ...rates.tax, labor: false } };
  expect(totalsOf(lines).taxable).toBe(100_00 + 10_00 + 60_00 + 5_00);
  expect(totalsOf(lines, { rates: noLabor }).taxable).toBe(100_00 + 10_00 + 5_00);
  expect(totalsOf(lines).subtotal).toBe(195_00);
});

test('a discount lowers subtotal and tax alike', () => {
  const lines = linesOf({ operation: 'Repl', price: '100.00' }, { operation: '', misc: '100.00X' });
  const totals = totalsOf(lines, { rates: { ...rates, discount: { rate: 50_000 } } });
  expect(totals).toMatchObject({ subtotal: 200_00, discount: 10_00, taxable: 95_00, tax: 9_50, grandTotal: 199_50 });
});

test('an insurer pays all but the deductible, and never less than nothing', () => {
  const lines = linesOf({ operation: 'Repl', price: '100.00' });
  const insurance = (amountCents: number): TotalsInput['insurance'] => ({
    payer: { payer: 'Insurance Company' },
    deductible: { amountCents },
  });
  expect(totalsOf(lines, { insurance: insurance(30_00) })).toMatchObject({ customerPays: 30_00, insurerPays: 80_00 });
  expect(totalsOf(lines, { insurance: insurance(500_00) })).toMatchObject({ customerPays: 110_00, insurerPays: 0 });
});

test('a deductible counts only where an insurance company pays', () => {
  const insurance: TotalsInput['insurance'] = { payer: { payer: 'Fleet' }, deductible: { amountCents: 30_00 } };
  const totals = totalsOf(linesOf({ operation: 'Repl', price: '100.00' }), { insurance });
  expect(totals).toMatchObject({ deductible: 0, net: 110_00, customerPays: 110_00, insurerPays: 0 });
});

test('each category is rounded on its own, half away from zero', () => {
  const odd = { ...rates, labor: { ...rates.labor, body: 33_33 }, supplies: emptyRates.supplies };
  const lines = linesOf({ operation: 'Rpr', labor: '0.5' });
  expect(totalsOf(lines, { rates: odd }).subtotal).toBe(16_67);
  const negated = linesOf({ operation: 'Credit', labor: '-0.5' });
  expect(totalsOf(negated, { rates: odd }).subtotal).toBe(-16_67);
});

test('the most that fields allow stays exact', () => {
  const lines = linesOf(...Array.from({ length: 60 }, () => ({ operation: 'Repl', price: '99,999,999.99' })));
  expect(totalsOf(lines)).toMatchObject({ parts: 599_999_999_940, tax: 59_999_999_994 });
});
