// What is said about a VIN: while it is typed, and after it was decoded.

import { assertNever } from '../../src-shared/base/failure.ts';
import { checkVin, type VinProblem } from '../../src-shared/domain/vehicle/vin.ts';
import type { VinDecoding, VinWarning } from '../../src-shared/domain/vehicle/vin-decoding.ts';

export type VinCheck = {
  readonly tone: 'error' | 'warning';
  readonly text: string;
  /** Whether it can be decoded at all. */
  readonly possible: boolean;
};

/** What is wrong with a typed VIN; nothing for an empty one or a good one. */
export function wordVin(text: string): VinCheck | undefined {
  const { vin, problems, possible } = checkVin(text);
  if (vin === '' || problems.length === 0) return undefined;
  return { tone: possible ? 'warning' : 'error', possible, text: problems.map(problemWords).join(' ') };
}

function problemWords(problem: VinProblem): string {
  switch (problem.kind) {
    case 'length':
      return `A VIN has 17 characters; this has ${problem.length}.`;
    case 'characters':
      return `Not in a VIN: ${problem.characters.map((sign) => `“${sign}”`).join(' ')}. (A VIN has no I, O or Q.)`;
    case 'check-digit':
      return `Check digit is wrong: the 9th character is ${problem.actual} and should be ${problem.expected}. Read the VIN again; vehicles built for other markets may differ.`;
    default:
      return assertNever(problem);
  }
}

export type DecodingWords = { readonly tone: 'ok' | 'warn' | 'error'; readonly what: string; readonly todo?: string };

/** `Good VIN`, or what was not understood. */
export function wordDecoding(decoding: VinDecoding): DecodingWords {
  if (decoding.warnings.includes('no-match')) {
    return {
      tone: 'error',
      what: 'Vehicle not selected from VIN.',
      todo: `${decoding.warnings.includes('check-digit') ? 'Check digit is wrong: read the VIN again, or type' : 'Type'} year, make and model by hand.`,
    };
  }
  const warnings = decoding.warnings.map((warning) => warningWords[warning]);
  const [first, ...others] = warnings;
  if (first === undefined) return { tone: 'ok', what: 'Good VIN' };
  return { tone: 'warn', what: first, todo: others.join(' ') };
}

const warningWords: Readonly<Record<VinWarning, string>> = {
  'check-digit': 'Check digit is wrong. Read the VIN again; vehicles built for other markets may differ.',
  'no-model': 'The model is not in the data: choose it by hand.',
  'no-match': 'Vehicle not selected from VIN.',
  'year-unsure': 'The model year is not sure: compare it with the door label.',
};

/** `2012 Honda Civic EX · Sedan · 1.8 L`, as far as it is known. */
export const decodedSummary = ({ year, make, model, trim, body, engine }: VinDecoding): string =>
  [[year || '', make, model, trim].filter(Boolean).join(' '), body, engine].filter((part) => part !== '').join(' · ');
