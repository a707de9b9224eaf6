/** Both values of a kept edit are told by the fields in which they differ. */
import { expect, test } from 'vitest';
import { wordsOfValue } from '../../../src-main/services/value-words.ts';

test('money, hours and marks are told as people write them', () => {
  const value = { priceCents: 123_450, tenths: 24, included: true, number: '', paintCapCents: null };
  expect(wordsOfValue(value, null)).toBe('price 1,234.50, tenths 2.4, included yes, number –, paint cap –');
});

test('only what differs is told, and a group of one field by its value alone', () => {
  expect(wordsOfValue({ a: 1, b: 'x' }, { a: 1, b: 'y' })).toBe('b x');
  expect(wordsOfValue({ number: '(616) 555-0142' }, { number: '' })).toBe('(616) 555-0142');
});
