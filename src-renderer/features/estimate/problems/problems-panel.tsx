// What is missing, contradictory or unusual in the estimate: each with what to do, and the way there.
import { useDeferredValue, useEffect, useRef } from 'react';
import type { WorkfileId } from '../../../../src-shared/base/ids.ts';
import type { EstimateProblem } from '../../../../src-shared/domain/estimate/problems/problem.ts';
import type { WorkfileSheet } from '../../../../src-shared/ipc/shapes.ts';
import { Icon } from '../../../../src-ui/icons/icon.tsx';
import { placeOfEstimateProblem, sheetProblems } from '../../../stores/workfile/estimate-problems.ts';
import { pricedSheet } from '../../../stores/workfile/priced-sheet.ts';
import { goToPlace } from '../../../stores/workfile/visits.ts';
import { useSheet } from '../../../stores/workfile/workfiles.ts';
import { problemGroups, wordProblem } from '../../../words/problem-words.ts';

/** Problems follow an edit a moment later: a keystroke does not wait for them. */
export function ProblemsPanel({ workfileId }: { readonly workfileId: WorkfileId }) {
  const sheet = useDeferredValue(useSheet(workfileId, (all) => all));
  const problems = sheetProblems(sheet);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
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
  const { lines } = pricedSheet(sheet).sheet;
  const numbers = new Map(lines.map((line, at) => [line.id, at + 1]));
  return (
    <section>
      <h3>{title}</h3>
      <ul aria-label={title}>
        {problems.map((problem) => {
          const { what, todo } = wordProblem(problem);
          const number = numbers.get(problem.record);
          return (
            <li key={`${problem.record} ${problem.key} ${problem.field}`}>
              <button
                type='button'
                className='problem'
                onClick={() => goToPlace(workfileId, placeOfEstimateProblem(problem))}
              >
                <Icon name={problem.blocksLock ? 'lock' : problem.kind === 'unusual' ? 'info' : 'warning'} size={14} />
                <span>
                  {number !== undefined && (
                    <strong>{`Line ${number}${nameOf(lines[number - 1]?.text.description)}: `}</strong>
                  )}
                  {what} <span className='problem-todo'>{todo}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const nameOf = (words: string | undefined): string => (words === undefined || words === '' ? '' : `, ${words}`);
