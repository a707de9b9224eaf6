// Money as integer cents; rates of tax and markup as integers of 1/10000 percent.
// Rounding is half away from zero everywhere, so that a negated row cancels its original to the cent.

import type { Brand } from './brand.ts';
import { type Failure, invalid } from './failure.ts';
import { isSum, parseNumberText } from './number-text.ts';
import { failed, ok, type Result } from './result.ts';

/** An amount in cents; always a safe integer. */
export type Cents = Brand<number, 'Cents'>;
/** A rate in 1/10000 of a percent: 6.6250 % is 66250. */
export type Rate = Brand<number, 'Rate'>;

/** The largest amount a field takes: 99,999,999.99. */
export const maxCents = 9_999_999_999;
const rateUnits = 1_000_000;

/** Whole cents as Cents. */
export const cents = (value: number): Cents => value as Cents;

/** a/b rounded half away from zero; exact for |a| and b below 2^53. */
export function divideRounded(a: number, b: number): number {
  const size = Math.abs(a);
  const whole = Math.floor(size / b);
  const rounded = (size - whole * b) * 2 >= b ? whole + 1 : whole;
  return a < 0 ? -rounded || 0 : rounded;
}

/** a*b/c rounded half away from zero; falls back to big integers where the product leaves the safe range. */
export function multiplyDivide(a: number, b: number, c: number): number {
  const product = a * b;
  if (Number.isSafeInteger(product * 2)) return divideRounded(product, c);
  const size = BigInt(Math.abs(a)) * BigInt(Math.abs(b));
  const rounded = Number((size * 2n + BigInt(c)) / (2n * BigInt(c)));
  return a < 0 !== b < 0 ? -rounded || 0 : rounded;
}

/** That rate of an amount, to the cent. */
export const rateOf = (amount: Cents, rate: Rate): Cents => cents(multiplyDivide(amount, rate, rateUnits));

/** Reads a typed amount; refuses more than two decimals and anything beyond maxCents. */
export function parseMoney(text: string, field: string): Result<Cents, Failure> {
  const number = parseNumberText(text, field);
  if (!number.ok) return number;
  const scaled = number.value * 100;
  if (Math.abs(scaled) > maxCents) return failed(invalid(field, 'too-large', maxCents));
  const rounded = Math.sign(scaled) * Math.round(Math.abs(scaled) + 1e-6);
  if (!isSum(text) && Math.abs(scaled - rounded) > 1e-4) return failed(invalid(field, 'bad-format'));
  return ok(cents(rounded || 0));
}

/** Reads a typed percentage with up to four decimals (`6.625`), 0 to 1000. */
export function parseRate(text: string, field: string): Result<Rate, Failure> {
  const number = parseNumberText(text.trim().replace(/%$/, ''), field);
  if (!number.ok) return number;
  if (number.value < 0) return failed(invalid(field, 'negative'));
  if (number.value > 1000) return failed(invalid(field, 'too-large', 1000));
  return ok(Math.round(number.value * 10_000) as Rate);
}

/** `1,234.50`; negative in brackets: `(12.00)`. */
export function printMoney(amount: Cents): string {
  const size = Math.abs(amount);
  const whole = String(Math.floor(size / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const text = `${whole}.${String(size % 100).padStart(2, '0')}`;
  return amount < 0 ? `(${text})` : text;
}

/** `-1234.50`: an amount as other programs read it. */
export const plainMoney = (amount: number): string => (amount / 100).toFixed(2);

/** `6.625` from 66250: a percentage without trailing zeros. */
export const printRate = (rate: Rate): string => String(rate / 10_000);
