// The number of a repair order: the next one that this PC holds, or one that somebody types.

import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { whyNotNumber } from '../../../src-shared/domain/workfile/ro-number.ts';
import type { KnownNumber } from '../../../src-shared/ipc/command-shapes.ts';
import { claimNumber } from '../../db/number-lease.ts';
import { largestNumber, userOfNumber } from '../../db/ro-numbers.ts';
import { allowed, type Desk } from '../desk.ts';

/** What this PC knows of a number. */
export function lookUpNumber(desk: Desk, number: string): Result<KnownNumber> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  return ok({ usedBy: userOfNumber(desk.store, number) ?? null, largest: largestNumber(desk.store) });
}

/** Whether a typed number may be given, as far as this PC knows; the cloud has the last word. */
export function checkTypedNumber({ store }: Desk, number: string): Result<null> {
  const wrong = whyNotNumber(number, largestNumber(store));
  if (wrong !== null) return failed({ kind: 'conflict', what: wrong });
  return userOfNumber(store, number) === undefined ? ok(null) : failed({ kind: 'conflict', what: 'number-used' });
}

/** Takes a typed number, also out of those that this PC holds: it is not given again. */
export function takeTypedNumber({ store }: Desk, number: string): string {
  claimNumber(store, Number(number));
  return number;
}
