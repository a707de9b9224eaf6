// The words of a plan bar: when each milestone is, and how late.

import type { MilestoneMark } from '../../../src-shared/domain/plan/progress.ts';
import { civilWords } from './plan-words.ts';

/** `11/25/2026 10:00`, or that nobody said when. */
export const markWhen = ({ moment }: MilestoneMark): string =>
  moment.date === '' ? 'No date yet' : civilWords(moment);

/** `Planned`, `2 days late`; what is done in time needs no word but that. */
export function markNote({ state, daysLate }: MilestoneMark): string {
  const days = daysLate === 1 ? '1 day' : `${daysLate} days`;
  if (state === 'done') return daysLate > 0 ? `Done, ${days} late` : 'Done';
  if (state === 'late') return daysLate > 0 ? `${days} late` : 'Late today';
  return state === 'planned' ? 'Planned' : '';
}
