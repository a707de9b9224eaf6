// What a line may hold: where time and money may be negative, and what a heading must not have.

import { type Failure, invalid } from '../../base/failure.ts';
import { maxCents } from '../../base/money.ts';
import type { Line, Operation } from './line.ts';

/** What the rules of a line look at. */
export type CheckedLine = Pick<Line, 'work' | 'part' | 'labor' | 'refinish' | 'misc'>;

const mayTakeTime: readonly Operation[] = ['overlap', 'credit', 'deduction'];
const mayTakeMoney: readonly Operation[] = ['credit'];

/** What is wrong with a line, or null. */
export function checkLine(line: CheckedLine): Failure | null {
  const { operation } = line.work;
  for (const [field, value] of timesOf(line)) {
    if (value < 0 && !mayTakeTime.includes(operation)) return invalid(field, 'negative');
    if (value !== 0 && operation === 'heading') return invalid(field, 'too-large', 0);
  }
  for (const [field, value] of amountsOf(line)) {
    if (value < 0 && !mayTakeMoney.includes(operation)) return invalid(field, 'negative');
    if (value !== 0 && operation === 'heading') return invalid(field, 'too-large', 0);
  }
  const extended = Math.abs(line.part.priceCents) * line.part.quantity;
  return extended > maxCents ? invalid('line.part.quantity', 'too-large', maxCents) : null;
}

const timesOf = (line: CheckedLine): readonly (readonly [string, number])[] => [
  ['line.labor.tenths', line.labor.tenths],
  ['line.refinish.tenths', line.refinish.tenths],
];
const amountsOf = (line: CheckedLine): readonly (readonly [string, number])[] => [
  ['line.part.priceCents', line.part.priceCents],
  ['line.misc.amountCents', line.misc.amountCents],
];
