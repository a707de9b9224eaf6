// How paint supplies are charged, and the cap on them by the number of paint stages.

import { z } from 'zod';
import { maxTenths } from '../../../base/hours.ts';
import { maxCents } from '../../../base/money.ts';

/**
 * The methods of paint supplies (CIECA calculation methods 1-4, Mitchell's Calculations tab):
 * `rate` an hour; `threshold`: one rate up to a number of hours and another beyond; `percent` of the refinish time at
 * the refinish labour rate; `sum-table`: a lump sum by the range the hours fall in; `rate-table`: the rate of that
 * range for all hours; `flat`: one sum wherever there is refinish time.
 */
export const paintMethods = ['rate', 'threshold', 'percent', 'sum-table', 'rate-table', 'flat'] as const;
export type PaintMethod = (typeof paintMethods)[number];

const money = z.int().min(0).max(maxCents).default(0);
const hours = z.int().min(0).max(maxTenths).default(0);
const cap = z.int().min(0).max(maxCents).nullable().default(null);

/** A row of a paint table: up to so many tenths, this many cents. */
const tableRow = z.object({ upToTenths: hours, cents: money });

/**
 * The paint supplies rule of a profile. The rate an hour itself is the rates' `supplies.paintPerHourCents`.
 * Caps are "Maximum Paint Supplies $" for single, two and three stages; where a stage has none the rates' general
 * cap counts. `clearHours`: whether clear coat beyond its cap still uses material ("Maximum" or "Actual" hours).
 */
export const paintGroup = z.object({
  method: z.enum(paintMethods).default('rate'),
  /** Hours at the first rate (Mitchell: Max Hours Init Rate; EMS CAL_THRAMT). */
  firstTenths: hours,
  /** Cents an hour beyond them (EMS CAL_PSTTHR). */
  beyondPerHourCents: money,
  /** Percent of refinish time, in 1/10000 of a percent (EMS MAT_CALP). */
  percent: z.int().min(0).max(10_000_000).default(0),
  flatCents: money,
  table: z.array(tableRow).max(50).default([]),
  capSingleCents: cap,
  capTwoCents: cap,
  capThreeCents: cap,
  clearHours: z.enum(['maximum', 'actual']).default('maximum'),
});

export type PaintRule = Readonly<z.output<typeof paintGroup>>;
