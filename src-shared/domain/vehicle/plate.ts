// Licence plates: capitals, digits and the few signs that plates bear.

import { type Failure, invalid } from '../../base/failure.ts';
import { failed, ok, type Result } from '../../base/result.ts';

const maxLength = 15;

/** Reads a plate number, in capitals; nothing is none. */
export function parsePlate(text: string, field: string): Result<string, Failure> {
  const plate = text.trim().toUpperCase().replaceAll(/\s+/g, ' ');
  if (plate.length > maxLength) return failed(invalid(field, 'too-long', maxLength));
  return /^[\p{L}\p{N}][\p{L}\p{N} .·-]*$/u.test(plate) || plate === ''
    ? ok(plate)
    : failed(invalid(field, 'bad-format'));
}
