// Who pays for a workfile: the payer type, the company, the claim and the deductible.

import { z } from 'zod';
import { isCivilDate } from '../../base/dates.ts';
import type { InsuranceId } from '../../base/ids.ts';
import { maxCents } from '../../base/money.ts';
import { insurancePricingGroups } from '../estimate/adjustment-groups.ts';
import { parentId, type RecordOf, recordSpec } from '../record.ts';
import { lineText } from '../text.ts';

/** The seven payer types, in the trade's words (CCC insurance tab). */
export const payers = [
  'Not Specified',
  'Insurance Company',
  'Internal',
  'Warranty',
  'Self Pay',
  'Fleet',
  'Other',
] as const;
export type Payer = (typeof payers)[number];

const usual = {
  parent: z.object({ workfileId: parentId }),
  payer: z.object({ payer: z.enum(payers).default('Not Specified') }),
  company: z.object({ name: lineText(80).default(''), claimOffice: lineText(80).default('') }),
  claim: z.object({
    number: lineText(30).default(''),
    policy: lineText(30).default(''),
    /** Calendar date of the loss; empty until known. */
    lossDate: z
      .string()
      .refine((text) => text === '' || isCivilDate(text))
      .default(''),
  }),
  deductible: z.object({ amountCents: z.int().min(0).max(maxCents).default(0) }),
};

/** The groups of a workfile's insurance. */
export const insuranceSpec = recordSpec('insurance', usual, insurancePricingGroups);

export type Insurance = RecordOf<typeof insuranceSpec, InsuranceId>;

/** The deductible that counts: only an insurance company's payer has one. */
export const deductibleOf = (insurance: Pick<Insurance, 'payer' | 'deductible'>): number =>
  insurance.payer.payer === 'Insurance Company' ? insurance.deductible.amountCents : 0;
