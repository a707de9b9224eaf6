// The bin: where a workfile lies that somebody deleted; it is listed there for thirty days, and nothing of it is destroyed.

import { type Estimate, isLocked } from '../estimate/estimate.ts';
import type { Workfile } from './workfile.ts';

/** How many days the bin lists what was deleted. */
export const binDays = 30;
const dayMs = 86_400_000;

/** What decides whether a workfile may lie in the bin. */
export type BinFacts = {
  readonly workfile: Pick<Workfile, 'deleted' | 'stage' | 'bin'>;
  readonly estimates: readonly Pick<Estimate, 'lock' | 'version'>[];
  /** Voided ones count too: money was taken. */
  readonly receipts: readonly unknown[];
};

/** Why a workfile must stay, or null: what was agreed, paid or finished is evidence (CCC lets nobody delete it either). */
export function whyNotBin({ workfile, estimates, receipts }: BinFacts) {
  if (workfile.deleted) return 'deleted';
  if (workfile.stage.stage === 'closed') return 'closed';
  if (estimates.some(wasLocked)) return 'locked';
  return receipts.length > 0 ? 'paid' : null;
}

const wasLocked = (estimate: Pick<Estimate, 'lock' | 'version'>): boolean =>
  isLocked(estimate) || estimate.version.label !== 'E01';

/**
 * When a workfile was put into the bin; 0 while it is not there. One that was locked, closed or paid on another PC
 * meanwhile is back by itself, on every PC alike.
 */
export const binnedAt = (facts: BinFacts): number => (whyNotBin(facts) === null ? (facts.workfile.bin?.at ?? 0) : 0);

/** The first instant of what the bin still lists on a day. */
export const binListsFrom = (today: string): number => Date.parse(`${today}T00:00:00Z`) - (binDays - 1) * dayMs;

/** How many more days the bin lists what was deleted at an instant; 0 when it does no longer. */
export function daysLeft(at: number, today: string): number {
  const days = Math.floor((at - binListsFrom(today)) / dayMs) + 1;
  return Math.min(Math.max(days, 0), binDays);
}
