// What may go wrong at the simulated dealer: a fault is laid in wait for the next requests that it fits.

import { z } from 'zod';

/** `slow` answers after `ms`; `lost-answer` books and hangs up; `lost-request` hangs up; `partly` books and says what it did not do; the rest answer as they say. */
export const fault = z.object({
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
  /** The only request that meets it, by its reference; any if empty. */
  reference: z.string().default(''),
  reason: z.string().default('Refused by the dealer'),
});
export type Fault = z.infer<typeof fault>;

export function createFaults() {
  const waiting: Fault[] = [];
  return {
    lay: (one: Fault) => void waiting.push(one),
    clear: () => void waiting.splice(0),
    /** The fault that a request meets, once less. */
    next(reference: string): Fault | undefined {
      const at = waiting.findIndex((one) => one.reference === '' || one.reference === reference);
      const met = waiting[at];
      if (met === undefined) return undefined;
      if (met.times > 1) waiting[at] = { ...met, times: met.times - 1 };
      else waiting.splice(at, 1);
      return met;
    },
  };
}
