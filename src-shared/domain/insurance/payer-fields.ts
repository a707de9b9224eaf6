// Which fields make sense for a payer: the others are hidden, and what stands in them is kept.

import type { Payer } from './insurance.ts';

/** Parts of the insurance that a payer may have no use for. */
export const payerParts = [
  'company',
  'office',
  'claim',
  'policy',
  'coverage',
  'adjuster',
  'agent',
  'deductible',
] as const;
export type PayerPart = (typeof payerParts)[number];

/** While nobody has said who pays, everything may be known already but the deductible. */
const used: Readonly<Record<Payer, readonly PayerPart[]>> = {
  'Not Specified': ['company', 'office', 'claim', 'policy', 'coverage', 'adjuster', 'agent'],
  'Insurance Company': payerParts,
  Internal: [],
  Warranty: ['company', 'claim', 'policy', 'adjuster'],
  'Self Pay': [],
  Fleet: ['company', 'claim', 'adjuster'],
  Other: ['company', 'claim', 'policy', 'adjuster'],
};

/** Whether a payer has a use for a part of the insurance. */
export const hasUse = (payer: Payer, part: PayerPart): boolean => used[payer].includes(part);

const companyNames: Partial<Readonly<Record<Payer, string>>> = {
  Warranty: 'Warranty company',
  Fleet: 'Fleet company',
  Other: 'Who pays',
};

/** What the company is called for a payer. */
export const companyTitle = (payer: Payer): string => companyNames[payer] ?? 'Insurance company';
