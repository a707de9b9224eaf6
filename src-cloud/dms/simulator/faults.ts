// What may go wrong at the simulated dealer: a fault is laid in wait for the next requests that it fits.

import { z } from 'zod';

/** The doors of the dealer at which a fault waits. */
const doors = ['requests', 'searches', 'look-ups'] as const;
export type Door = (typeof doors)[number];

/**
 * `slow` answers after `ms`; `lost-answer` books and hangs up; `lost-request` hangs up; `partly` books and says what it
 * did not do; the rest answer as they say. Where nothing is booked, `partly` and `duplicates` are whole answers.
 */
export const fault = z.object({
  door: z.enum(doors).default('requests'),
  kind: z.enum([
    'slow',
    'lost-answer',
    'lost-request',
    'broken',
    'half-answer',
    'refuse',
    'partly',
    'duplicates',
    'closed',
  ]),
  times: z.int().min(1).default(1),
  ms: z.int().min(0).default(0),
  /** The only one that meets it, by its reference; any if empty. */
  reference: z.string().default(''),
  reason: z.string().default('Refused by the dealer'),
});
export type Fault = z.infer<typeof fault>;

export function createFaults() {
  const waiting: Fault[] = [];
  return {
    lay: (one: Fault) => void waiting.push(one),
    clear: () => void waiting.splice(0),
    /** The fault that one who comes to a door meets, once less; searches have no reference. */
    next(door: Door, reference = ''): Fault | undefined {
      const at = waiting.findIndex((one) => one.door === door && (one.reference === '' || one.reference === reference));
      const met = waiting[at];
      if (met === undefined) return undefined;
      if (met.times > 1) waiting[at] = { ...met, times: met.times - 1 };
      else waiting.splice(at, 1);
      return met;
    },
  };
}
