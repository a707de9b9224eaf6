// What an estimate of record closes: one rule for the PC that writes and the cloud that takes.

import { type Estimate, isLocked } from './estimate.ts';
import { priceEstimate } from './price-estimate.ts';
import { estimateProblems, lockObstacles } from './problems/estimate-problems.ts';
import type { EstimateProblem } from './problems/problem.ts';
import type { Lockable } from './supplement/locked-version.ts';
import { nextLabel } from './supplement/version.ts';

/** The kinds of records that make an estimate's total. */
const pricing: readonly string[] = ['line', 'estimate', 'rates'];

/** Which of a workfile's estimates closes its records of this kind to edits; undefined where none does. */
export const lockedBy = <E extends Pick<Estimate, 'lock'>>(kind: string, estimates: Iterable<E>): E | undefined =>
  pricing.includes(kind) ? [...estimates].find(isLocked) : undefined;

/** Why an estimate cannot be locked whatever it holds, or null. */
export function whyNotLock(estimate: Pick<Estimate, 'lock' | 'deleted'>, hasLines: boolean) {
  if (estimate.deleted) return 'deleted';
  if (isLocked(estimate)) return 'locked';
  return hasLines ? null : 'empty';
}

/**
 * Why an estimate cannot take up the version of this label, or null: it must be locked as the version before it. Where
 * somebody else started it meanwhile it is as good as started; once it is locked itself it is too late.
 */
export function whyNotStart({ deleted, lock, version }: Pick<Estimate, 'deleted' | 'lock' | 'version'>, label: string) {
  if (deleted) return 'deleted';
  if (version.label === label) return isLocked({ lock }) ? 'locked' : null;
  if (nextLabel(version.label) !== label) return 'other-version';
  return isLocked({ lock }) ? null : 'not-locked';
}

/** What keeps a workfile's estimate from being locked: open lines, and what an insurer must know. */
export const obstaclesOf = (facts: Lockable): readonly EstimateProblem[] => {
  const { sheet, pricing } = priceEstimate(facts);
  const { estimate, rates, insurance } = facts;
  const ids = { estimate: estimate.id, rates: rates.id, insurance: insurance.id };
  return lockObstacles(estimateProblems({ sheet, ids, pricing, claim: insurance }));
};
