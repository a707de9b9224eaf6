// The rules of a profile beyond plain rates: groups that a workfile's rates carry beside labour, supplies and tax.

import { z } from 'zod';
import { maxCents } from '../../../base/money.ts';
import { lineText } from '../../text.ts';
import { laborTypes } from '../labor-type.ts';
import { partTypes } from '../line.ts';
import { refinishGroup } from '../refinish/refinish-rules.ts';
import { paintGroup } from './paint-rule.ts';
import { taxesGroup } from './tax.ts';

const money = z.int().min(0).max(maxCents).default(0);
const rate = z.int().min(0).max(10_000_000).default(0);
const share = z.int().min(0).max(1_000_000).default(0);
const signedShare = z.int().min(-1_000_000).max(10_000_000).default(0);

const eachLabor = <S extends z.ZodType>(shape: S) =>
  z.object(Object.fromEntries(laborTypes.map((type) => [type, shape])) as Record<(typeof laborTypes)[number], S>);

type NamedPart = Exclude<(typeof partTypes)[number], ''>;
/** The part types that a profile prices: all but "no part". */
export const pricedPartTypes = partTypes.filter((type): type is NamedPart => type !== '');
const eachPart = <S extends z.ZodType>(shape: S) =>
  z.object(Object.fromEntries(pricedPartTypes.map((type) => [type, shape])) as Record<NamedPart, S>);

/** What repair hours supplies follow: all labour but refinish and sublet, or only lines that repair. */
export const supplyHours = ['all', 'repair'] as const;

const extraSupply = z.object({
  name: lineText(40).default(''),
  perHourCents: money,
  of: z.enum(['repair', 'refinish', 'both']).default('repair'),
  /** Charged once where there are such hours. */
  flatCents: money,
});

/** The groups, each with defaults under which nothing changes. */
export const rateRuleGroups = {
  /** Percent added to (or taken from) the labour of a type (EMS PFL.LBR_ADJP). */
  laborAdjust: eachLabor(signedShare),
  /** Percent added to the parts of a type (EMS PFP.PRT_MKUPP). */
  partMarkup: eachPart(rate),
  /** Percent taken from the parts of a type (EMS PFP.PRT_DISCP). */
  partDiscount: eachPart(share),
  paint: paintGroup,
  /** Body (shop) supplies: which hours count, and the most they may cost (EMS MASH). */
  bodySupplies: z.object({
    hours: z.enum(supplyHours).default('all'),
    capCents: z.int().min(0).max(maxCents).nullable().default(null),
  }),
  /** Further allowances by hours, as Mitchell's "ATS Allowance" or hazardous waste (EMS MAHW). */
  extraSupplies: z.object({ list: z.array(extraSupply).max(4).default([]) }),
  /** Percent added to sublet amounts. */
  sublet: z.object({ markup: rate }),
  taxes: taxesGroup,
  /** A pre-tax discount given as a sum; it counts instead of the percentage while it is not zero. */
  discountSum: z.object({ amountCents: money }),
  /** Discounts on towing and storage (EMS ADJ_TOWDIS, ADJ_STRDIS). */
  chargeDiscount: z.object({ towing: share, storage: share }),
  /**
   * `whole`: categories rounded to the cent, each tax on their sum (CCC). `family`: labour, parts and the rest are each
   * summed unrounded, then rounded and taxed apart (Mitchell in Canada).
   */
  reckoning: z.object({
    by: z.enum(['whole', 'family']).default('whole'),
    /** Whether a betterment includes the tax on it (EMS TAX_BTR_IN). */
    bettermentTaxed: z.boolean().default(true),
    /** Whether the net of the estimate is after the deductible, or only the settlement's is. */
    deductibleIn: z.enum(['estimate', 'settlement']).default('estimate'),
  }),
  refinish: refinishGroup,
} as const;

/** The rules of a profile as plain values. */
export type RateRules = { readonly [N in keyof typeof rateRuleGroups]: Readonly<z.output<(typeof rateRuleGroups)[N]>> };
