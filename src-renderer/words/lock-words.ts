// What keeps an estimate from being locked, in words.

import type { EstimateProblem } from '../../src-shared/domain/estimate/problems/problem.ts';
import type { WorkfileSheet } from '../../src-shared/ipc/shapes.ts';

/** One thing to put right before the lock. */
export function lockObstacleWords({ key, record }: EstimateProblem, { lines }: WorkfileSheet): string {
  const at = lines.findIndex(({ id }) => id === record);
  if (key === 'line-open') return `Line ${at + 1} is still open: ${lines[at]?.text.description || 'no description'}`;
  return words[key] ?? 'Something is missing.';
}

const words: Readonly<Partial<Record<EstimateProblem['key'], string>>> = {
  'lines-missing': 'The estimate has no lines.',
  'payer-missing': 'The payer is not specified.',
  'insurer-missing': 'The insurance company is not named.',
  'claim-number-missing': 'The claim number is missing.',
};
