// The plan of a workfile as its bar draws it, wherever it is shown.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { progressOf, todayOn } from '../../../src-shared/domain/plan/progress.ts';
import { milestoneWords } from '../../words/plan/plan-words.ts';
import { markNote, markWhen } from '../../words/plan/progress-words.ts';
import { usePlan, useShopTime } from './plan.ts';

/** The steps of the bar, and where today falls on it. */
export function useProgress(workfileId: WorkfileId) {
  const now = useShopTime();
  const marks = progressOf(usePlan(workfileId), now);
  const steps = marks.map((mark) => ({
    id: mark.name,
    label: milestoneWords[mark.name],
    when: markWhen(mark),
    note: markNote(mark),
    state: mark.state,
  }));
  return { steps, today: todayOn(marks, now.date) };
}
