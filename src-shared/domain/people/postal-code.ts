// Postal codes: those of the United States and Canada in their printed form, others as they stand.

import { type Failure, invalid } from '../../base/failure.ts';
import { failed, ok, type Result } from '../../base/result.ts';

const maxLength = 12;

/** Reads a postal code: `49503`, `49503-1234`, `M5V 2T6`; nothing is none. */
export function parsePostalCode(text: string, field: string): Result<string, Failure> {
  const code = text.trim().toUpperCase().replaceAll(/\s+/g, ' ');
  if (code === '') return ok('');
  if (code.length > maxLength) return failed(invalid(field, 'too-long', maxLength));
  const zip = /^(\d{5})[ -]?(\d{4})?$/.exec(code);
  if (zip !== null) return ok(zip[2] === undefined ? (zip[1] ?? code) : `${zip[1]}-${zip[2]}`);
  const canadian = /^([A-Z]\d[A-Z])[ -]?(\d[A-Z]\d)$/.exec(code);
  if (canadian !== null) return ok(`${canadian[1]} ${canadian[2]}`);
  return /^(?=.*\d)[A-Z0-9][A-Z0-9 -]{2,}$/.test(code) && !/^\d{5}[\d -]/.test(code)
    ? ok(code)
    : failed(invalid(field, 'bad-format'));
}
