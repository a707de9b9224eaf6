// Short words for what a workfile is and how its people are reached.

import type { ContactRole, Preference } from '../../src-shared/domain/people/contact.ts';
import { isEnded } from '../../src-shared/domain/workfile/life.ts';
import type { Stage } from '../../src-shared/domain/workfile/workfile.ts';

export const stageWords: Readonly<Record<Stage, string>> = {
  opportunity: 'Estimate',
  'repair-order': 'Repair order',
  closed: 'Closed',
  cancelled: 'Cancelled',
};

/** `Repair order`, or that the vehicle is a total loss while the workfile is open. */
export const wordStage = ({ stage, totalLoss }: { readonly stage: Stage; readonly totalLoss: boolean }): string =>
  totalLoss && !isEnded(stage) ? 'Total loss' : stageWords[stage];

export const roleWords: Readonly<Record<ContactRole, string>> = {
  owner: 'Owner',
  insured: 'Insured',
  claimant: 'Claimant',
  other: 'Other contact',
};

export const preferenceWords: Readonly<Record<Preference, string>> = {
  '': 'Not asked yet',
  text: 'Text',
  email: 'Email',
  call: 'Call',
};
