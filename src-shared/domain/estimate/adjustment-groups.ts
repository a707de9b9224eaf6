// What is taken off an estimate's total beside the deductible, and how a deductible may be stated.

import { z } from 'zod';
import { maxTenths } from '../../base/hours.ts';
import { maxCents } from '../../base/money.ts';

const money = z.int().min(0).max(maxCents).default(0);

/** Groups of an estimate, with defaults under which nothing changes. */
export const estimatePricingGroups = {
  /** Adjustments typed as sums (EMS G_AA_AMT, G_RPD_AMT, G_UPD_AMT). */
  adjustments: z.object({ appearanceAllowanceCents: money, relatedPriorCents: money, unrelatedPriorCents: money }),
  /** The stages of the paint, and clear coat of the whole estimate set by hand; null while it is computed. */
  finish: z.object({
    stages: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(2),
    clearCoatTenths: z.int().min(0).max(maxTenths).nullable().default(null),
  }),
} as const;

/** Groups of an insurance: a deductible as a sum, a percentage of the claim, or a percentage of the vehicle's value. */
export const insurancePricingGroups = {
  deductibleRule: z.object({
    kind: z.enum(['amount', 'percent', 'acv']).default('amount'),
    rate: z.int().min(0).max(1_000_000).default(0),
    /** Actual cash value of the vehicle before the loss. */
    acvCents: money,
    waived: z.boolean().default(false),
  }),
} as const;

export type EstimatePricing = {
  readonly [N in keyof typeof estimatePricingGroups]: Readonly<z.output<(typeof estimatePricingGroups)[N]>>;
};
export type InsurancePricing = {
  readonly [N in keyof typeof insurancePricingGroups]: Readonly<z.output<(typeof insurancePricingGroups)[N]>>;
};
