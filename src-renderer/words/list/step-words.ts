// What a workfile waits for, in words, and the section where that is done.

import type { NextStep } from '../../../src-shared/domain/workfile/next-step.ts';

export const stepWords: Readonly<Record<NextStep, string>> = {
  decide: 'Next: choose between two values',
  owner: 'Next: the owner is missing',
  vehicle: 'Next: the vehicle is missing',
  insurance: 'Next: who pays',
  estimate: 'Next: write the estimate',
  convert: 'Next: convert to repair order',
  close: 'Next: repair, then close',
  none: 'Nothing left to do',
};

/** Where each step is done; none where the workfile itself tells. */
export const stepSections = {
  decide: undefined,
  owner: 'contacts',
  vehicle: 'vehicle',
  insurance: 'insurance',
  estimate: 'estimate',
  convert: 'estimate',
  close: undefined,
  none: undefined,
} as const satisfies Readonly<Record<NextStep, string | undefined>>;
