// Short words for what a workfile is and how its people are reached.

import type { ContactRole, Preference } from '../../src-shared/domain/people/contact.ts';
import type { Stage } from '../../src-shared/domain/workfile/workfile.ts';

export const stageWords: Readonly<Record<Stage, string>> = {
  opportunity: 'Estimate',
  'repair-order': 'Repair order',
  closed: 'Closed',
  cancelled: 'Cancelled',
};

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
