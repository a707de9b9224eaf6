// What is wrong with each line, in sentences, a moment after each edit.
import { useDeferredValue, useMemo } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { sheetProblems } from '../../stores/workfile/estimate-problems.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { wordProblem } from '../../words/problem-words.ts';

export function useLineAlerts(workfileId: WorkfileId): ReadonlyMap<string, string> {
  const sheet = useDeferredValue(useSheet(workfileId, (all) => all));
  const problems = sheetProblems(sheet);
  return useMemo(() => {
    const alerts = new Map<string, string>();
    for (const problem of problems) {
      const { what, todo } = wordProblem(problem);
      const before = alerts.get(problem.record);
      alerts.set(problem.record, `${before === undefined ? '' : `${before} `}${what} ${todo}`);
    }
    return alerts;
  }, [problems]);
}
