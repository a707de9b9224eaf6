// What an estimate of record closes: one rule for the PC that writes and the cloud that takes.

import { type Estimate, isLocked } from './estimate.ts';

/** The kinds of records that make an estimate's total. */
const pricing: readonly string[] = ['line', 'estimate', 'rates'];

/** Which of a workfile's estimates closes its records of this kind to edits; undefined where none does. */
export const lockedBy = <E extends Pick<Estimate, 'lock'>>(kind: string, estimates: Iterable<E>): E | undefined =>
  pricing.includes(kind) ? [...estimates].find(isLocked) : undefined;

/** Why an estimate cannot be locked, or null. */
export function whyNotLock(estimate: Pick<Estimate, 'lock' | 'deleted'>, hasLines: boolean) {
  if (estimate.deleted) return 'deleted';
  if (isLocked(estimate)) return 'locked';
  return hasLines ? null : 'empty';
}
