// E-mail addresses, lightly checked: only sending a mail proves one.

import { type Failure, invalid } from '../../base/failure.ts';
import { failed, ok, type Result } from '../../base/result.ts';

const maxLength = 120;
const shape = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/u;

/** Reads exactly one address, `name@place.example`; nothing is no address. */
export function parseEmail(text: string, field: string): Result<string, Failure> {
  const trimmed = text.trim();
  if (trimmed === '') return ok('');
  if (trimmed.length > maxLength) return failed(invalid(field, 'too-long', maxLength));
  return shape.test(trimmed) && !trimmed.includes('..') ? ok(trimmed) : failed(invalid(field, 'bad-format'));
}
