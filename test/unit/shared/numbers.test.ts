import { expect, test } from 'vitest';
import { parseDate, printDate } from '../../../src-shared/base/dates.ts';
import { parseHours } from '../../../src-shared/base/hours.ts';
import { divideRounded, multiplyDivide, parseMoney, parseRate } from '../../../src-shared/base/money.ts';
import { parseNumberText } from '../../../src-shared/base/number-text.ts';
import { ok } from '../../../src-shared/base/result.ts';
import { isCleanText, lineText } from '../../../src-shared/domain/text.ts';

test.each([
  ['1,234.5', 1234.5],
  ['$12.00', 12],
  ['(12.00)', -12],
  ['-0.4', -0.4],
  ['−0.4', -0.4],
  ['.5', 0.5],
  ['=12*3', 36],
  ['=12*(3+1)/2', 24],
  ['= -2 + 5', 3],
  ['=1,200*2', 2400],
  ['1.5+0.3', 1.8],
  ['3 * 12.5', 37.5],
  ['(1.2+0.8)/4', 0.5],
  ['2.4-0.4', 2],
  ['2*-1', -2],
])('%s is the number %d', (text, value) => {
  expect(parseNumberText(text, 'x')).toEqual(ok(value));
});

test.each([
  '1e308',
  'Infinity',
  'NaN',
  '0x10',
  '1,23',
  '1.2.3',
  '--1',
  '()',
  '.',
  '$',
  '=',
  '=1+',
  '=(1',
  '=1/0',
  '1.5+',
  '1+2)',
  '3**4',
  '=2e9',
  '12 3',
  '٣',
  '１２',
  '💰',
  '1\u202e2',
  'twelve',
  '=alert(1)',
  "1'; drop table line",
])('%s is not a number', (text) => {
  expect(parseNumberText(text, 'x')).toEqual({
    ok: false,
    failure: { kind: 'invalid', field: 'x', issue: 'not-a-number' },
  });
});

test('nothing is required and 30 kB are too long', () => {
  expect(parseNumberText('  ', 'x')).toMatchObject({ failure: { issue: 'required' } });
  expect(parseNumberText('9'.repeat(30_000), 'x')).toMatchObject({ failure: { issue: 'too-long' } });
  expect(parseNumberText(`=${'('.repeat(30_000)}`, 'x')).toMatchObject({ failure: { issue: 'too-long' } });
});

test('money has two decimals, but a sum rounds', () => {
  expect(parseMoney('1,234.50', 'x')).toEqual(ok(123_450));
  expect(parseMoney('1.005', 'x')).toMatchObject({ failure: { issue: 'bad-format' } });
  expect(parseMoney('=10/3', 'x')).toEqual(ok(333));
  expect(parseMoney('=-0.005', 'x')).toEqual(ok(-1));
  expect(parseMoney('100,000,000', 'x')).toMatchObject({ failure: { issue: 'too-large' } });
  expect(parseMoney('-0', 'x')).toEqual(ok(0));
});

test('hours have one decimal, but a sum rounds', () => {
  expect(parseHours('1.5h', 'x')).toEqual(ok(15));
  expect(parseHours('=12*3', 'x')).toEqual(ok(360));
  expect(parseHours('2.45', 'x')).toMatchObject({ failure: { issue: 'bad-format' } });
  expect(parseHours('10000', 'x')).toMatchObject({ failure: { issue: 'too-large' } });
});

test('a rate has up to four decimals and is never negative', () => {
  expect(parseRate('6.625 %', 'x')).toEqual(ok(66_250));
  expect(parseRate('-1', 'x')).toMatchObject({ failure: { issue: 'negative' } });
  expect(parseRate('1001', 'x')).toMatchObject({ failure: { issue: 'too-large' } });
});

test('rounding is half away from zero and exact beyond the safe range', () => {
  expect([divideRounded(5, 10), divideRounded(-5, 10), divideRounded(4, 10), divideRounded(-4, 10)]).toEqual([
    1, -1, 0, 0,
  ]);
  expect(Object.is(divideRounded(-4, 10), 0)).toBe(true);
  expect(multiplyDivide(9_999_999_999_999, 1_000_003, 1_000_000)).toBe(10_000_029_999_999);
});

test.each([
  ['2026-02-28', '2026-02-28'],
  ['2/29/2024', '2024-02-29'],
  ['11.21.26', '2026-11-21'],
  ['1-2-69', '2069-01-02'],
  ['1/2/70', '1970-01-02'],
])('the date %s is %s', (text, date) => {
  expect(parseDate(text, 'x')).toEqual(ok(date));
});

test.each(['2/30/2026', '2023-02-29', '13/1/2026', '0/1/2026', '2026-1', 'tomorrow', '1899-12-31', '2200-01-01', '📅'])(
  '%s is not a date',
  (text) => {
    expect(parseDate(text, 'x')).toMatchObject({ failure: { issue: 'not-a-date' } });
  },
);

test('dates print as people write them', () => {
  const parsed = parseDate('2026-01-05', 'x');
  expect(parsed.ok && printDate(parsed.value)).toBe('1/5/2026');
});

test('text takes every script and sign but no control character and no half sign', () => {
  for (const text of ['👩‍🔧 🇺🇸', 'مرحبا', 'שלום', 'Ĳ ẞ', 'e\u0301']) expect(isCleanText(text)).toBe(true);
  for (const text of ['a\u0000b', '\u001b[31m', '\ud83d', 'x\udc00']) expect(isCleanText(text)).toBe(false);
  expect(lineText(10).safeParse('two\nlines').success).toBe(false);
  expect(lineText(10).safeParse('x'.repeat(11)).success).toBe(false);
});
