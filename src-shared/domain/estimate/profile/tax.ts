// Sales taxes: up to six types at once, each with up to five tiers and its own exempt categories.

import { z } from 'zod';
import { maxCents } from '../../../base/money.ts';
import { lineText } from '../../text.ts';
import { categories } from '../totals/category.ts';

/** The most tax types of a profile and the most tiers of a type (EMS PFT: TAX_TYPE1..6, TIER1..5). */
export const maxTaxTypes = 6;
export const maxTaxTiers = 5;

const money = z.int().min(0).max(maxCents).default(0);

/** A tier: the rate of what lies between its bottom and the next tier's, and a flat charge for reaching it. */
const tier = z.object({
  bottomCents: money,
  rate: z.int().min(0).max(1_000_000).default(0),
  surchargeCents: money,
});

/** A tax type: its code (EMS: LS, ST, GS …), its name on a print, its tiers, and what it is not taken on. */
const taxType = z.object({
  code: lineText(4).default(''),
  name: lineText(40).default(''),
  tiers: z.array(tier).max(maxTaxTiers).default([]),
  exempt: z.array(z.enum(categories)).default([]),
});

/** The tax types of a profile; while there is none the single sales tax of the rates counts. */
export const taxesGroup = z.object({ types: z.array(taxType).max(maxTaxTypes).default([]) });

export type TaxTier = Readonly<z.output<typeof tier>>;
export type TaxType = Readonly<z.output<typeof taxType>>;
