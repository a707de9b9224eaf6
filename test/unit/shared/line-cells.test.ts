import { expect, test } from 'vitest';
import { ok } from '../../../src-shared/base/result.ts';
import {
  parseLabor,
  parseMisc,
  parsePrice,
  parseQuantity,
  parseRefinish,
  printLabor,
  printMisc,
  printPrice,
  printRefinish,
} from '../../../src-shared/domain/estimate/line-cells.ts';

const labor = (text: string, type?: 'mechanical') => parseLabor(text, 'labor', type);

test.each([
  ['1.5m', 'mechanical', 15],
  ['1.5 M', 'mechanical', 15],
  ['2.0s', 'structural', 20],
  ['0.3F', 'frame', 3],
  ['.5g', 'glass', 5],
  ['1d', 'diagnostic', 10],
  ['=0.3*4e', 'electrical', 12],
  ['0.5p', 'refinish', 5],
  ['1.5 1', 'user1', 15],
  ['1.5h', 'body', 15],
  ['1.5 hrs', 'body', 15],
  ['2', 'body', 20],
  ['-0.4', 'body', -4],
] as const)('a labour cell reads %s as %s', (text, type, tenths) => {
  expect(labor(text)).toEqual(ok({ type, tenths, included: false }));
});

test('a labour cell without a letter keeps its type, and B makes it body', () => {
  expect(labor('2.0', 'mechanical')).toEqual(ok({ type: 'mechanical', tenths: 20, included: false }));
  expect(labor('2.0b', 'mechanical')).toEqual(ok({ type: 'body', tenths: 20, included: false }));
  expect(labor('', 'mechanical')).toEqual(ok({ type: 'mechanical', tenths: 0, included: false }));
});

test.each(['Incl.', 'incl', 'INCLUDED', ' incl. '])('%s is typed for work included elsewhere', (text) => {
  expect(labor(text)).toEqual(ok({ type: 'body', tenths: 0, included: true }));
  expect(parseRefinish(text, 'paint')).toEqual(ok({ tenths: 0, included: true }));
});

test.each(['1.5q', 'm', '1.25', '1.5mm', '🔧', '1e308', '99999'])(
  'a labour cell refuses %s and says which field it was',
  (text) => {
    expect(labor(text)).toMatchObject({ ok: false, failure: { kind: 'invalid', field: 'labor' } });
  },
);

test('30 kB pasted into a cell are refused at once', () => {
  const pasted = '1'.repeat(30_000);
  expect(labor(pasted)).toMatchObject({ failure: { issue: 'too-long' } });
  expect(labor(`${pasted}m`)).toMatchObject({ failure: { issue: 'too-long' } });
  expect(parseRefinish(pasted, 'paint')).toMatchObject({ failure: { issue: 'too-long' } });
  expect(parseMisc(`${pasted}T`, 'misc')).toMatchObject({ failure: { issue: 'too-long' } });
  expect(parseQuantity(pasted, 'quantity')).toMatchObject({ ok: false });
});

test('a labour cell prints what it reads', () => {
  for (const text of ['1.4M', '0.3', '-0.4', '2.0S', '1.5 1', 'Incl.', '']) {
    const read = labor(text);
    expect(read.ok && printLabor(read.value)).toBe(text);
  }
});

test('a paint cell prints what it reads', () => {
  for (const text of ['2.4', '-0.4', 'Incl.', '']) {
    const read = parseRefinish(text, 'paint');
    expect(read.ok && printRefinish(read.value)).toBe(text);
  }
});

test('a misc cell takes T for taxed and X for not taxed', () => {
  expect(parseMisc('12.00T', 'misc')).toEqual(ok({ amountCents: 1200, taxed: true }));
  expect(parseMisc('8 x', 'misc')).toEqual(ok({ amountCents: 800, taxed: false }));
  expect(parseMisc('8', 'misc', false)).toEqual(ok({ amountCents: 800, taxed: false }));
  expect(parseMisc('T', 'misc')).toMatchObject({ ok: false, failure: { issue: 'required' } });
  expect(printMisc({ amountCents: 123_450, taxed: true })).toBe('1,234.50T');
  expect(printMisc({ amountCents: 800, taxed: false })).toBe('8.00X');
  expect(printMisc({ amountCents: 0, taxed: true })).toBe('');
});

test('a price cell changes the price and keeps the rest of the part', () => {
  const part = { type: 'oem', number: '123', quantity: 2, priceCents: 5, included: true, taxed: false } as const;
  expect(parsePrice('65.43', 'price', part)).toEqual(ok({ ...part, priceCents: 6543, included: false }));
  expect(parsePrice('Incl.', 'price', part)).toEqual(ok(part));
  expect(parsePrice('', 'price', part)).toEqual(ok({ ...part, priceCents: 0, included: false }));
  expect(parsePrice('1e308', 'price', part)).toMatchObject({ ok: false, failure: { issue: 'not-a-number' } });
  expect(printPrice({ priceCents: 235_043, included: false })).toBe('2,350.43');
  expect(printPrice({ priceCents: 235_043, included: true })).toBe('Incl.');
});

test('a quantity is a whole number up to 9999', () => {
  expect(parseQuantity('', 'quantity')).toEqual(ok(1));
  expect(parseQuantity('12', 'quantity')).toEqual(ok(12));
  expect(parseQuantity('-1', 'quantity')).toMatchObject({ failure: { issue: 'negative' } });
  expect(parseQuantity('1.5', 'quantity')).toMatchObject({ failure: { issue: 'not-a-number' } });
  expect(parseQuantity('10000', 'quantity')).toMatchObject({ failure: { issue: 'too-large', limit: 9999 } });
});

test('time and quantity are worked out, also beside a labour letter', () => {
  expect(parseLabor('1.5+0.3 m', 'labor')).toEqual(ok({ type: 'mechanical', tenths: 18, included: false }));
  expect(parseLabor('1.5 + 3', 'labor')).toEqual(ok({ type: 'body', tenths: 45, included: false }));
  expect(parseLabor('1.5 3', 'labor')).toEqual(ok({ type: 'user3', tenths: 15, included: false }));
  expect(parseRefinish('=3*12.5/10', 'paint')).toEqual(ok({ tenths: 38, included: false }));
  expect(parseQuantity('2*4', 'quantity')).toEqual(ok(8));
  expect(parseQuantity('7/2', 'quantity')).toMatchObject({ failure: { issue: 'not-a-number' } });
});
