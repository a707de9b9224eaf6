// Who pays for a workfile: the payer type, the company, the claim and the deductible.

import { z } from 'zod';
import { isCivilDate } from '../../base/dates.ts';
import type { InsuranceId } from '../../base/ids.ts';
import { maxCents } from '../../base/money.ts';
import { insurancePricingGroups } from '../estimate/adjustment-groups.ts';
import { parentId, type RecordOf, recordSpec } from '../record.ts';
import { lineText, longText } from '../text.ts';

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

/** Who takes the deductible: the shop at delivery, or the insurer before it pays. */
export const collectors = ['', 'shop', 'insurer'] as const;
export type Collector = (typeof collectors)[number];

const text = (max: number) => lineText(max).default('');
const person = { first: text(60), last: text(60), phone: text(30), email: text(120) };

/** Groups that most workfiles leave empty. */
const seldom = {
  adjuster: z.object(person),
  agent: z.object({ company: text(80), ...person }),
  /** What happened: `Collision`, `Hail`, or in other words (EMS LOSS_DESC). */
  loss: z.object({ type: text(38) }),
  /** The coverage under which it is paid, by its code (EMS LOSS_CAT); codes of other programs stay as they are. */
  coverage: z.object({ code: text(4) }),
  collection: z.object({ by: z.enum(collectors).default('') }),
  bettermentNote: z.object({ text: longText(500).default('') }),
  /** The insurer's reference of the assignment (EMS ASGN_NO). */
  assignment: z.object({ reference: text(25) }),
};

/** The groups of a workfile's insurance. */
export const insuranceSpec = recordSpec('insurance', usual, { ...insurancePricingGroups, ...seldom });

export type Insurance = RecordOf<typeof insuranceSpec, InsuranceId>;

/** The deductible that counts: only an insurance company's payer has one. */
export const deductibleOf = (insurance: Pick<Insurance, 'payer' | 'deductible'>): number =>
  insurance.payer.payer === 'Insurance Company' ? insurance.deductible.amountCents : 0;
