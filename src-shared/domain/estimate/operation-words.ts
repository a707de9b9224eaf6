// The words for operations: what a print says, what a list offers, and what may be typed for each.

import type { Failure } from '../../base/failure.ts';
import { ok, type Result } from '../../base/result.ts';
import type { Operation } from './line.ts';
import { type Choices, matchChoices, parseChoice } from './typed-choice.ts';

/** The words of each operation. Rows that adjust others print their name in the description. */
export const operationWords: Choices<Operation> = {
  none: { print: '', name: 'None' },
  replace: { print: 'Repl', name: 'Replace' },
  repair: { print: 'Rpr', name: 'Repair' },
  refinish: { print: 'Refn', name: 'Refinish' },
  'remove-install': { print: 'R&I', name: 'Remove/Install' },
  align: { print: 'Algn', name: 'Align' },
  sublet: { print: 'Subl', name: 'Sublet' },
  section: { print: 'Sect', name: 'Section' },
  blend: { print: 'Blnd', name: 'Blend' },
  pdr: { print: 'PDR', name: 'Paintless dent repair' },
  overhaul: { print: 'O/H', name: 'Overhaul' },
  heading: { print: '', name: 'Heading' },
  'clear-coat': { print: '', name: 'Clear coat' },
  overlap: { print: '', name: 'Overlap' },
  credit: { print: '', name: 'Credit' },
  deduction: { print: '', name: 'Deduction' },
};

/** The operations that typed text may mean, the likeliest first; all for no text. */
export const matchOperations = (text: string): readonly Operation[] => matchChoices(operationWords, text);

/** Reads a typed operation (`Rpr`, `repair`, `bl`); nothing is `none`. */
export const parseOperation = (text: string, field: string): Result<Operation, Failure> =>
  text.trim() === '' ? ok('none') : parseChoice(operationWords, text, field);

/** What an operation's cell shows: the printed word, or the name where a print has none. */
export const operationLabel = (operation: Operation): string =>
  operation === 'none' ? '' : operationWords[operation].print || operationWords[operation].name;
