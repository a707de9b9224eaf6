// The words of a total loss.

import type { TotalLoss } from '../../../src-shared/domain/workfile/total-loss.ts';
import { civilWords } from '../plan/plan-words.ts';

/** `Decided 11/20/2026 by Redwing Direct: repair costs more than 75 % of the value`. */
export const wordLoss = (loss: TotalLoss | undefined): string =>
  loss === undefined ? '' : `Decided ${civilWords({ date: loss.date, time: '' })} by ${loss.decidedBy}: ${loss.reason}`;

/** What a total loss still needs, as its disabled button says it. */
export const missingOfLoss = {
  reason: 'say why first.',
  date: 'say when it was decided.',
  decidedBy: 'say who decided it.',
} as const;
