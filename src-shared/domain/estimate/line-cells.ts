// The cells of a line as estimators type and read them: `1.5m`, `Incl.`, `12.00T`.

import { type Failure, invalid } from '../../base/failure.ts';
import { noTenths, parseHours, printHours, type Tenths, tenths } from '../../base/hours.ts';
import { cents, parseMoney, printMoney } from '../../base/money.ts';
import { isSum, parseNumberText } from '../../base/number-text.ts';
import { failed, ok, type Result } from '../../base/result.ts';
import { type LaborType, laborLetters, laborTypeOf } from './labor-type.ts';
import type { Line } from './line.ts';

// How an included time or price is printed: it is part of another line and bills nothing.
const includedWord = 'Incl.';

const includedShape = /^incl(?:uded|\.)?$/i;
const lettered = /^(.*[\d.)\s])([bdefgmps])$/is;
const numbered = /^([^=].*[\d.)])\s+([1-4])$/s;

/** Reads a labour cell: hours, a letter for the labour type, or `Incl.`. Without a letter the type stays. */
export function parseLabor(text: string, field: string, type: LaborType = 'body'): Result<Line['labor'], Failure> {
  const trimmed = text.trim();
  if (trimmed === '') return ok({ type, tenths: 0, included: false });
  if (isIncluded(trimmed)) return ok({ type, tenths: 0, included: true });
  const [, time = trimmed, letter = ''] = lettered.exec(trimmed) ?? numbered.exec(trimmed) ?? [];
  const hours = parseHours(time, field);
  return hours.ok ? ok({ type: laborTypeOf(letter) ?? type, tenths: hours.value, included: false }) : hours;
}

/** `1.4M`, `0.3`, `Incl.`, or nothing. Body labour bears no letter; numbered types stand apart from the hours. */
export function printLabor(labor: Line['labor']): string {
  if (labor.included) return includedWord;
  if (labor.tenths === 0) return '';
  const hours = printHours(tenths(labor.tenths));
  if (labor.type === 'body') return hours;
  const letter = laborLetters[labor.type];
  return /\d/.test(letter) ? `${hours} ${letter}` : `${hours}${letter}`;
}

/** Reads a paint cell: hours or `Incl.`. */
export function parseRefinish(text: string, field: string): Result<Line['refinish'], Failure> {
  if (isIncluded(text)) return ok({ tenths: 0, included: true });
  const hours: Result<Tenths, Failure> = text.trim() === '' ? ok(noTenths) : parseHours(text, field);
  return hours.ok ? ok({ tenths: hours.value, included: false }) : hours;
}

/** `2.4`, `Incl.`, or nothing. */
export function printRefinish(refinish: Line['refinish']): string {
  if (refinish.included) return includedWord;
  return refinish.tenths === 0 ? '' : printHours(tenths(refinish.tenths));
}

/** Reads a misc cell: an amount with `T` for taxed or `X` for not taxed; without a letter it stays as it is. */
export function parseMisc(text: string, field: string, taxed = true): Result<Line['misc'], Failure> {
  const trimmed = text.trim();
  if (trimmed === '') return ok({ amountCents: 0, taxed });
  const [, amount = trimmed, letter = ''] = /^(.*?)\s*([tx])$/is.exec(trimmed) ?? [];
  const money = parseMoney(amount, field);
  return money.ok
    ? ok({ amountCents: money.value, taxed: letter === '' ? taxed : letter.toUpperCase() === 'T' })
    : money;
}

/** `12.00T`, `8.00X`, or nothing. */
export const printMisc = (misc: Line['misc']): string =>
  misc.amountCents === 0 ? '' : `${printMoney(cents(misc.amountCents))}${misc.taxed ? 'T' : 'X'}`;

/** Reads a price cell: the price of one, or `Incl.`; the rest of the part stays. */
export function parsePrice(text: string, field: string, part: Line['part']): Result<Line['part'], Failure> {
  if (text.trim() === '') return ok({ ...part, priceCents: 0, included: false });
  if (isIncluded(text)) return ok({ ...part, included: true });
  const money = parseMoney(text, field);
  return money.ok ? ok({ ...part, priceCents: money.value, included: false }) : money;
}

/** `65.43`, `Incl.`, or nothing. */
export function printPrice(part: Pick<Line['part'], 'priceCents' | 'included'>): string {
  if (part.included) return includedWord;
  return part.priceCents === 0 ? '' : printMoney(cents(part.priceCents));
}

/** Reads a quantity: a whole number from 0 to 9999; nothing is one. */
export function parseQuantity(text: string, field: string): Result<number, Failure> {
  const trimmed = text.trim();
  if (trimmed === '') return ok(1);
  const number = isSum(trimmed)
    ? parseNumberText(trimmed, field)
    : ok(/^\d{1,60}$/.test(trimmed) ? Number(trimmed) : -1);
  const quantity = number.ok ? number.value : -1;
  if (!Number.isInteger(quantity) || quantity < 0) {
    return failed(invalid(field, trimmed.startsWith('-') ? 'negative' : 'not-a-number'));
  }
  return quantity > 9999 ? failed(invalid(field, 'too-large', 9999)) : ok(quantity);
}

const isIncluded = (text: string): boolean => includedShape.test(text.trim());
