/** Fields read what people type and say what they refuse. */
import { expect, test } from 'vitest';
import {
  email,
  money,
  moneyOrNone,
  month,
  phone,
  plate,
  rate,
  whole,
  year,
} from '../../../src-renderer/words/formats.ts';

const messageOf = (read: { ok: boolean; message?: string }): string | undefined => read.message;

test('money is read with commas and sums, and printed with cents', () => {
  expect(money.parse('1,234.5')).toEqual({ ok: true, value: 123_450 });
  expect(money.parse('=12*3')).toEqual({ ok: true, value: 3600 });
  expect(money.print(123_450)).toBe('1,234.50');
  expect(money.parse('')).toEqual({ ok: true, value: 0 });
});

test('money refuses negatives, thirds of a cent and 1e308, each in its own words', () => {
  expect(messageOf(money.parse('-1'))).toBe('Cannot be negative here.');
  expect(messageOf(money.parse('1.234'))).toBe('At most two decimals.');
  expect(messageOf(money.parse('1e308'))).toMatch(/^Not a number/);
  expect(messageOf(money.parse('999999999999'))).toBe('Too large: at most 99,999,999.99.');
});

test('an empty cap is no cap', () => {
  expect(moneyOrNone.parse(' ')).toEqual({ ok: true, value: null });
  expect(moneyOrNone.print(null)).toBe('');
});

test('a rate keeps four decimals', () => {
  expect(rate.parse('6.625 %')).toEqual({ ok: true, value: 66_250 });
  expect(rate.print(66_250)).toBe('6.625');
});

test('miles are whole and zero reads as empty', () => {
  const miles = whole(9_999_999, 'miles');
  expect(miles.parse('17,489')).toEqual({ ok: true, value: 17_489 });
  expect(miles.print(0)).toBe('');
  expect(messageOf(miles.parse('1.5'))).toBe('Type whole miles.');
  expect(messageOf(miles.parse('10000000'))).toMatch(/^Too large: at most 9,999,999/);
});

test('a year has four digits', () => {
  expect(year.parse('2019')).toEqual({ ok: true, value: 2019 });
  expect(year.parse('19').ok).toBe(false);
});

test('a production date is a month and a year', () => {
  expect(month.parse('5/18')).toEqual({ ok: true, value: '05/2018' });
  expect(month.parse('13/2018').ok).toBe(false);
});

test('a phone number is put into one form, and 30 kB of it is refused', () => {
  expect(phone.parse('312 555 0142')).toEqual({ ok: true, value: '(312) 555-0142' });
  expect(messageOf(phone.parse('5'.repeat(30_000)))).toMatch(/^Too long: at most 30/);
});

test('one e-mail address is taken, two are not', () => {
  expect(email.parse('ada@example.com').ok).toBe(true);
  expect(messageOf(email.parse('ada@example.com, bob@example.com'))).toMatch(/^Not one e-mail address/);
});

test('a plate is written in capitals', () => {
  expect(plate.parse('wyj 2440')).toEqual({ ok: true, value: 'WYJ 2440' });
});
