// A line of an estimate: what is done, with which part, in how much time, at what price.

import { z } from 'zod';
import { maxTenths } from '../../base/hours.ts';
import type { LineId } from '../../base/ids.ts';
import { maxCents } from '../../base/money.ts';
import { vendorGroup } from '../exchange/vendor.ts';
import { parentId, type RecordOf, recordSpec } from '../record.ts';
import { lineText, longText } from '../text.ts';
import { laborTypes } from './labor-type.ts';
import { linePricingGroups } from './line-pricing.ts';
import { isPosition } from './place.ts';

/** What a line does. `heading` rows divide the estimate; the last five are rows that adjust others. */
export const operations = [
  'none',
  'replace',
  'repair',
  'refinish',
  'remove-install',
  'align',
  'sublet',
  'section',
  'blend',
  'pdr',
  'overhaul',
  'heading',
  'clear-coat',
  'overlap',
  'credit',
  'deduction',
] as const;
export type Operation = (typeof operations)[number];

/** Where a part comes from; empty for a line without a part. */
export const partTypes = [
  '',
  'oem',
  'aftermarket',
  'certified',
  'lkq',
  'reconditioned',
  'remanufactured',
  'rechromed',
  'recored',
  'existing',
  'glass',
  'other',
  'sublet',
] as const;
export type PartType = (typeof partTypes)[number];

const time = z.int().min(-maxTenths).max(maxTenths).default(0);
const money = z.int().min(-maxCents).max(maxCents).default(0);

const usual = {
  parent: z.object({ workfileId: parentId, estimateId: parentId }),
  /** A fractional index: text that sorts between its neighbours. */
  place: z.object({ position: lineText(200).refine(isPosition).default('a0') }),
  work: z.object({ operation: z.enum(operations).default('none') }),
  text: z.object({ description: lineText(200).default('') }),
  note: z.object({ text: longText(2000).default('') }),
  /** Price of one; `included` prints "Incl." and bills nothing (EMS PRICE_INC). */
  part: z.object({
    type: z.enum(partTypes).default(''),
    number: lineText(40).default(''),
    quantity: z.int().min(0).max(9_999).default(1),
    priceCents: money,
    included: z.boolean().default(false),
    taxed: z.boolean().default(true),
  }),
  /** Billed time; `included` prints "Incl." and bills nothing (EMS LBR_INC). */
  labor: z.object({
    type: z.enum(laborTypes).default('body'),
    tenths: time,
    included: z.boolean().default(false),
  }),
  refinish: z.object({ tenths: time, included: z.boolean().default(false) }),
  /** A charge that is neither part nor labour (EMS MISC_AMT), `T` or `X` on prints. */
  misc: z.object({ amountCents: money, taxed: z.boolean().default(true) }),
  /** Marks of a print: `#` written by hand, `*` changed from the database. */
  marks: z.object({ manual: z.boolean().default(true), changed: z.boolean().default(false) }),
};

/** The groups of a line. */
export const lineSpec = recordSpec('line', usual, { ...linePricingGroups, vendor: vendorGroup });

export type Line = RecordOf<typeof lineSpec, LineId>;
