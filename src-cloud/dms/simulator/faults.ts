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
  reason: z.string().default('Refused by the dealer'),
});
export type Fault = z.infer<typeof fault>;

export function createFaults() {
  const waiting: Fault[] = [];
  return {
    lay: (one: Fault) => void waiting.push(one),
    clear: () => void waiting.splice(0),
    /** The fault that the next request meets, once less. */
    next(): Fault | undefined {
      const [first] = waiting;
      if (first === undefined) return undefined;
      if (first.times > 1) waiting[0] = { ...first, times: first.times - 1 };
      else waiting.shift();
      return first;
    },
  };
}
