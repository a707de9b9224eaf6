// The rates of one workfile: its own copy, so that a profile's change never re-prices it in silence.

import { z } from 'zod';
import type { RatesId } from '../../base/ids.ts';
import { maxCents } from '../../base/money.ts';
import { parentId, type RecordOf, recordSpec } from '../record.ts';
import { lineText } from '../text.ts';
import { rateRuleGroups } from './profile/rate-rules.ts';

const centsPerHour = z.int().min(0).max(100_000_00).default(0);
const rate = z.int().min(0).max(10_000_000).default(0);
/** At most 100 %. */
const share = z.int().min(0).max(1_000_000).default(0);

/** The profile that the rates were taken from, by id and by the name that it had then. */
const source = z.object({ profileId: parentId, name: lineText(60).default('') });

/** Why values of this workfile differ from its profile: by group and field, in the words of whoever decided it. */
const reasons = z.object({
  list: z
    .array(z.object({ group: lineText(40), field: lineText(40), reason: lineText(200), by: lineText(120) }))
    .max(200)
    .default([]),
});

const usual = {
  parent: z.object({ workfileId: parentId }),
  /** Cents an hour of each labour type. */
  labor: z.object({
    body: centsPerHour,
    refinish: centsPerHour,
    mechanical: centsPerHour,
    structural: centsPerHour,
    frame: centsPerHour,
    glass: centsPerHour,
    diagnostic: centsPerHour,
    electrical: centsPerHour,
    user1: centsPerHour,
    user2: centsPerHour,
    user3: centsPerHour,
    user4: centsPerHour,
  }),
  /** Cents an hour of refinish (paint supplies) and of other repair time (body supplies). */
  supplies: z.object({
    paintPerHourCents: centsPerHour,
    /** The most that paint supplies may cost; null for no cap. */
    paintCapCents: z.int().min(0).max(maxCents).nullable().default(null),
    bodyPerHourCents: centsPerHour,
  }),
  /** Sales tax in 1/10000 of a percent, and what it is taken on. */
  tax: z.object({
    rate,
    parts: z.boolean().default(true),
    labor: z.boolean().default(true),
    supplies: z.boolean().default(true),
    misc: z.boolean().default(true),
    charges: z.boolean().default(true),
  }),
  /** Discount on the subtotal before tax, in 1/10000 of a percent. */
  discount: z.object({ rate: share }),
};

/** The groups of a workfile's rates. */
export const ratesSpec = recordSpec('rates', usual, { ...rateRuleGroups, source, reasons });

export type Rates = RecordOf<typeof ratesSpec, RatesId>;
