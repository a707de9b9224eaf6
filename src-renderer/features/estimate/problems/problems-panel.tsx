// What is missing, contradictory or unusual in the estimate: each with what to do, and the way there.
import { useDeferredValue, useEffect, useRef } from 'react';
import type { WorkfileId } from '../../../../src-shared/base/ids.ts';
import type { EstimateProblem } from '../../../../src-shared/domain/estimate/problems/problem.ts';
import type { WorkfileSheet } from '../../../../src-shared/ipc/shapes.ts';
import { LongList } from '../../../../src-ui/feedback/long-list.tsx';
import { Icon } from '../../../../src-ui/icons/icon.tsx';
import { placeOfEstimateProblem, sheetProblems } from '../../../stores/workfile/estimate-problems.ts';
import { pricedSheet } from '../../../stores/workfile/priced-sheet.ts';
import { goToPlace } from '../../../stores/workfile/visits.ts';
import { useSheet } from '../../../stores/workfile/workfiles.ts';
import { problemGroups, wordProblem } from '../../../words/problem-words.ts';
import { lineNamer } from '../automatic/name-line.ts';

/** Problems follow an edit a moment later: a keystroke does not wait for them. */
export function ProblemsPanel({ workfileId }: { readonly workfileId: WorkfileId }) {
  const sheet = useDeferredValue(useSheet(workfileId, (all) => all));
  const problems = sheetProblems(sheet);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    list.current?.querySelector('button')?.focus();
    return () => {
      // Closed, it gives the focus back.
      if (document.activeElement === document.body && from instanceof HTMLElement) from.focus();
    };
  }, []);
  const blocking = problems.filter(({ blocksLock }) => blocksLock);
  const others = (kind: EstimateProblem['kind']) => problems.filter((one) => one.kind === kind && !one.blocksLock);
  return (
    <div className='problems' ref={list}>
      <h2>{problems.length === 0 ? 'No problem is known' : countWords(problems.length)}</h2>
      {problems.length > 0 && <p>Enter goes to a problem, F8 to the next one.</p>}
      <Group title='Before the estimate can be locked' problems={blocking} sheet={sheet} workfileId={workfileId} />
      {(['missing', 'contradictory', 'unusual'] as const).map((kind) => (
        <Group key={kind} title={problemGroups[kind]} problems={others(kind)} sheet={sheet} workfileId={workfileId} />
      ))}
    </div>
  );
}

const countWords = (count: number): string => (count === 1 ? 'One problem' : `${count} problems`);

type GroupProps = {
  readonly title: string;
  readonly problems: readonly EstimateProblem[];
  readonly sheet: WorkfileSheet;
  readonly workfileId: WorkfileId;
};

function Group({ title, problems, sheet, workfileId }: GroupProps) {
  if (problems.length === 0) return null;
  const nameLine = lineNamer(pricedSheet(sheet).sheet.lines);
  return (
    <section>
      <h3>{title}</h3>
      <LongList label={title} items={problems} keyOf={({ record, key, field }) => `${record} ${key} ${field}`}>
        {(problem) => {
          const { what, todo } = wordProblem(problem);
          return (
            <button
              type='button'
              className='problem'
              onClick={() => goToPlace(workfileId, placeOfEstimateProblem(problem))}
            >
              <Icon name={problem.blocksLock ? 'lock' : problem.kind === 'unusual' ? 'info' : 'warning'} size={14} />
              <span>
                {problem.field.startsWith('line.') && <strong>{`${sentence(nameLine(problem.record))}: `}</strong>}
                {what} <span className='problem-todo'>{todo}</span>
              </span>
            </button>
          );
        }}
      </LongList>
    </section>
  );
}

const sentence = (words: string): string => words.replace(/^./, (letter) => letter.toUpperCase());
