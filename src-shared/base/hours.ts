// Labour time as integer tenths of an hour.

import type { Brand } from './brand.ts';
import { type Failure, invalid } from './failure.ts';
import { isSum, parseNumberText } from './number-text.ts';
import { failed, ok, type Result } from './result.ts';

/** Time in tenths of an hour: 2.4 h is 24. */
export type Tenths = Brand<number, 'Tenths'>;

/** The longest time a field takes: 9,999.9 h. */
export const maxTenths = 99_999;

/** Whole tenths as Tenths. */
export const tenths = (value: number): Tenths => value as Tenths;
/** No time. */
export const noTenths = 0 as Tenths;

/** Reads typed hours (`2.4`, `1.5h`, `=0.3*4`) to the tenth; refuses finer steps. */
export function parseHours(text: string, field: string): Result<Tenths, Failure> {
  const number = parseNumberText(text.trim().replace(/\s*h(?:rs?|ours?)?\.?$/i, ''), field);
  if (!number.ok) return number;
  const scaled = number.value * 10;
  if (Math.abs(scaled) > maxTenths) return failed(invalid(field, 'too-large', maxTenths));
  const rounded = Math.sign(scaled) * Math.round(Math.abs(scaled) + 1e-6);
  if (!isSum(text) && Math.abs(scaled - rounded) > 1e-4) return failed(invalid(field, 'bad-format'));
  return ok(tenths(rounded || 0));
}

/** `2.4`; negative as `-0.4`, the trade's way on overlap lines. */
export const printHours = (time: Tenths): string =>
  `${time < 0 ? '-' : ''}${Math.floor(Math.abs(time) / 10)}.${Math.abs(time) % 10}`;
