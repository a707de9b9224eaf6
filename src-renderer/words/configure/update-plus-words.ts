// What the settings of UpdatePlus still lack, in words.

import type { UpdatePlusGap } from '../../../src-shared/domain/estimate/profile/facility.ts';

export const gapWords: Readonly<Record<UpdatePlusGap, string>> = {
  share: 'Share repair information with customers is not checked.',
  'business-phone': 'The profile has no business phone (General).',
  insurers: 'No insurance company is chosen.',
  'insurer-off': 'None of the chosen companies has both UpdatePlus and customer updates on.',
  payers: 'No payer type is chosen.',
};
