/** RO numbers typed by hand. */
import { expect, test } from 'vitest';
import { whyNotNumber } from '../../../src-shared/domain/workfile/ro-number.ts';

test('a typed number has one to eight digits and no zero before them', () => {
  expect(['1', '10231', '99999999'].map((text) => whyNotNumber(text, 99_999_999))).toEqual([null, null, null]);
  const wrong = ['', '0', '0123', '123456789', 'RO-12', '12 3', '-5', '1.5'];
  expect(wrong.map((text) => whyNotNumber(text, 99_999_999))).toEqual(wrong.map(() => 'number-digits'));
});

test('a typed number is at most 10,000 above the largest of the shop, which begins with five digits', () => {
  expect([whyNotNumber('30240', 20_240), whyNotNumber('30241', 20_240)]).toEqual([null, 'number-far']);
  expect([whyNotNumber('20000', 0), whyNotNumber('20001', 0)]).toEqual([null, 'number-far']);
});
