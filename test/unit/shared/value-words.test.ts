/** Both values of a kept edit are told by the fields in which they differ. */
import { expect, test } from 'vitest';
import { wordsOfDeletion, wordsOfValue } from '../../../src-shared/sync/value-words.ts';

test('money, hours and marks are told as people write them', () => {
  const value = { priceCents: 123_450, tenths: 24, included: true, number: '', paintCapCents: null };
  expect(wordsOfValue(value, null)).toBe('price 1,234.50, hours 2.4, included yes, number –, paint cap –');
});

test('only what differs is told, and a group of one field by its value alone', () => {
  expect(wordsOfValue({ a: 1, b: 'x' }, { a: 1, b: 'y' })).toBe('b x');
  expect(wordsOfValue({ number: '(616) 555-0142' }, { number: '' })).toBe('(616) 555-0142');
});

test('choices are told by the names people know, rates as money, and a deletion as such', () => {
  expect(wordsOfValue({ type: 'aftermarket', number: 'X' }, { type: 'oem', number: 'X' })).toBe('type Aftermarket');
  expect(wordsOfValue({ operation: 'repair' }, null)).toBe('Repair');
  expect(wordsOfValue({ body: 7500, glass: 6000 }, { body: 6500, glass: 6000 })).toBe('body 75.00');
  expect(wordsOfValue({ rate: 60_000, parts: true }, { rate: 50_000, parts: true })).toBe('rate 6 %');
  expect([wordsOfDeletion({ deleted: true }), wordsOfDeletion({ number: '' })]).toEqual(['Deleted', undefined]);
});
