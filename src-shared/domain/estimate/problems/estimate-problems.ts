// Everything that is missing, contradictory or unusual in an estimate, worst first.

import { estimateTotals } from '../totals.ts';
import { lineProblems } from './line-problems.ts';
import { problemsTogether } from './lines-together.ts';
import { payingProblems } from './paying-problems.ts';
import { type EstimateProblem, type ProblemKind, type ProblemsInput, writtenLines } from './problem.ts';
import { rateProblems } from './rate-problems.ts';

const order: readonly ProblemKind[] = ['missing', 'contradictory', 'unusual'];

/** Lists the problems of an estimate: what blocks its lock, then by kind, each in the order of the estimate. */
export function estimateProblems(input: ProblemsInput): readonly EstimateProblem[] {
  const lines = writtenLines(input.sheet);
  const { times } = input.sheet;
  const totals = estimateTotals({ ...input.pricing, lines: input.sheet.lines, clearBeyondCap: times.clearBeyondCap });
  const found = [
    ...lines.flatMap(({ line }) => lineProblems(line)),
    ...problemsTogether(lines, input),
    ...(lines.length === 0 ? [noLines(input.ids.estimate)] : []),
    ...rateProblems(input, totals),
    ...payingProblems(input, lines, totals),
  ];
  return [...found].sort((a, b) => rank(a) - rank(b));
}

/** What keeps an estimate from being locked. */
export const lockObstacles = (problems: readonly EstimateProblem[]): readonly EstimateProblem[] =>
  problems.filter((problem) => problem.blocksLock);

const noLines = (record: string): EstimateProblem => ({
  kind: 'missing',
  key: 'lines-missing',
  record,
  field: 'estimate.lines',
  blocksLock: true,
});

const rank = ({ kind, blocksLock }: EstimateProblem): number => (blocksLock === true ? -1 : order.indexOf(kind));
