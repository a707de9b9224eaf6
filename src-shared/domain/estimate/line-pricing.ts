// What more a line may say about its price: an own markup, betterment, and whose money it is.

import { z } from 'zod';
import { maxCents } from '../../base/money.ts';
import { automaticGroup, panelGroup } from './refinish/panel.ts';

const signedMoney = z.int().min(-maxCents).max(maxCents).default(0);

/** Whose money a line is: the claim's, the customer's, or damage from before the loss (EMS WHO_PAYS, OP17, OP19). */
export const lineShares = ['claim', 'customer', 'related-prior', 'unrelated-prior'] as const;
export type LineShare = (typeof lineShares)[number];

/** The groups, each with defaults under which nothing changes. */
export const linePricingGroups = {
  /** A markup or discount of this line's part or sublet, in place of the profile's (EMS PRT_DSMK_P, PRT_DSMK_M). */
  adjust: z.object({
    own: z.boolean().default(false),
    rate: z.int().min(-1_000_000).max(10_000_000).default(0),
    amountCents: signedMoney,
  }),
  /** The customer's share for what is better than before, on chosen components (EMS BETT_TYPE, BETT_PCTG, BETT_AMT). */
  betterment: z.object({
    kind: z.enum(['none', 'rate', 'amount']).default('none'),
    rate: z.int().min(0).max(1_000_000).default(0),
    amountCents: z.int().min(0).max(maxCents).default(0),
    part: z.boolean().default(true),
    labor: z.boolean().default(false),
    paint: z.boolean().default(false),
    materials: z.boolean().default(false),
  }),
  share: z.object({ of: z.enum(lineShares).default('claim') }),
  panel: panelGroup,
  automatic: automaticGroup,
  /** A line that somebody still has to look at; it keeps the estimate from being locked (CCC "Open"). */
  state: z.object({ open: z.boolean().default(false) }),
  /** Work that book times of its operation leave out, and that is added by judgement (CCC `~`). */
  book: z.object({ notIncluded: z.boolean().default(false) }),
} as const;

/** What more a line may say, as plain values. */
export type LinePricing = {
  readonly [N in keyof typeof linePricingGroups]: Readonly<z.output<(typeof linePricingGroups)[N]>>;
};
