/** RO numbers typed by hand. */
import { expect, test } from 'vitest';
import { roDigits, roPrefix, whyNotNumber } from '../../../src-shared/domain/workfile/ro-number.ts';

test('a typed number has one to eight digits and no zero before them', () => {
  expect(['1', '10231', '99999999'].map((text) => whyNotNumber(text, 99_999_999))).toEqual([null, null, null]);
  const wrong = ['', '0', '0123', '123456789', 'RO-12', '12 3', '-5', '1.5'];
  expect(wrong.map((text) => whyNotNumber(text, 99_999_999))).toEqual(wrong.map(() => 'number-digits'));
});

test('a typed number is at most 10,000 above the largest of the shop, which begins with five digits', () => {
  expect([whyNotNumber('30240', 20_240), whyNotNumber('30241', 20_240)]).toEqual([null, 'number-far']);
  expect([whyNotNumber('20000', 0), whyNotNumber('20001', 0)]).toEqual([null, 'number-far']);
});

test('a prefix has at most six capitals, digits and dashes, and ends so that the digits of a number are its own', () => {
  const taken = ['', 'NS-', 'A', '24-', '2024-A'];
  expect(taken.map((text) => roPrefix.safeParse(text).success)).toEqual(taken.map(() => true));
  const wrong = ['24', 'NS1', 'ns-', 'N S-', 'ABCDEFG', 'RO#'];
  expect(wrong.map((text) => roPrefix.safeParse(text).success)).toEqual(wrong.map(() => false));
  expect(['10231', 'NS-10231', '24-10231', ''].map(roDigits)).toEqual(['10231', '10231', '10231', '']);
});
