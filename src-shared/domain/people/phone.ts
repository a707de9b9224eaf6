// Phone numbers as people type them, kept in one printed form.

import { type Failure, invalid } from '../../base/failure.ts';
import { failed, ok, type Result } from '../../base/result.ts';

const maxLength = 30;
const extended = /^(.*?)[\s,;]*(?:x|ext\.?|extension|#)\s*(\d{1,8})$/is;
const written = /^\+?[\d\s().\-/·]*$/;

/**
 * Reads a phone number: ten digits of North America in any spelling become `(616) 555-0142`, an extension `x12`;
 * seven digits and numbers of other countries (`+44 …`) are kept as they stand. Nothing is no number.
 */
export function parsePhone(text: string, field: string): Result<string, Failure> {
  const trimmed = text.trim();
  if (trimmed === '') return ok('');
  if (trimmed.length > maxLength) return failed(invalid(field, 'too-long', maxLength));
  const [, main = trimmed, extension = ''] = extended.exec(trimmed) ?? [];
  const number = written.test(main) ? printedNumber(main.trim()) : undefined;
  if (number === undefined) return failed(invalid(field, 'bad-format'));
  const whole = extension === '' ? number : `${number} x${extension}`;
  return whole.length > maxLength ? failed(invalid(field, 'too-long', maxLength)) : ok(whole);
}

/** Only the digits of a phone number without its extension, for searching. */
export const phoneDigits = (phone: string): string =>
  (extended.exec(phone)?.[1] ?? phone).replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '');

/** The extension of a phone number, or nothing. */
export const phoneExtension = (phone: string): string => extended.exec(phone)?.[2] ?? '';

function printedNumber(main: string): string | undefined {
  const digits = main.replaceAll(/\D/g, '');
  if (main.startsWith('+') && !digits.startsWith('1')) {
    return digits.length >= 7 && digits.length <= 15 ? main.replaceAll(/\s+/g, ' ') : undefined;
  }
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  if (national.length === 10) return `(${national.slice(0, 3)}) ${national.slice(3, 6)}-${national.slice(6)}`;
  return national.length === 7 ? `${national.slice(0, 3)}-${national.slice(3)}` : undefined;
}
