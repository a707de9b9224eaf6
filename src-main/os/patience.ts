// How often something that dies is started again: soon, then later, and after five deaths in a minute no more.

import type { Clock } from '../../src-shared/base/clock.ts';

const delays = [250, 1000, 3000, 8000] as const;
const memoryMs = 60_000;

/** How long to wait after this death, in milliseconds; undefined when it is enough. */
export type Patience = { readonly afterDeath: () => number | undefined };

export function createPatience(clock: Clock): Patience {
  const deaths: number[] = [];
  return {
    afterDeath() {
      const now = clock();
      deaths.push(now);
      while ((deaths[0] ?? now) <= now - memoryMs) deaths.shift();
      return delays[deaths.length - 1];
    },
  };
}
