// How long to wait before the cloud is tried again.

import type { Clock, Random } from '../../src-shared/base/clock.ts';

const firstMs = 500;
const longestMs = 60_000;

/** Full jitter: a random wait below a bound that doubles with each failure; `chance` is in [0, 1). */
export function backOffMs(failures: number, chance: number): number {
  const bound = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 10));
  return Math.max(100, Math.round(bound * chance));
}

export type PutOffs = ReturnType<typeof createPutOffs>;

/** What failed by itself and not by the line: tried again after a longer wait each time, and others go before it. */
export function createPutOffs({ clock, random }: { readonly clock: Clock; readonly random: Random }) {
  const later = new Map<string, { readonly tries: number; readonly at: number }>();
  return {
    put(key: string): void {
      const tries = (later.get(key)?.tries ?? 0) + 1;
      later.set(key, { tries, at: clock() + backOffMs(tries, (random(1)[0] ?? 128) / 256) });
    },
    drop: (key: string): void => void later.delete(key),
    /** Everything is due at once. */
    forget: (): void => later.clear(),
    count: (): number => later.size,
    /** The first that is due; or in how many milliseconds one is; or nothing. */
    next<T>(all: readonly T[], keyOf: (one: T) => string): T | number | undefined {
      const now = clock();
      const due = all.find((one) => (later.get(keyOf(one))?.at ?? 0) <= now);
      const waits = all.map((one) => (later.get(keyOf(one))?.at ?? now) - now);
      return due ?? (waits.length === 0 ? undefined : Math.max(100, Math.min(...waits)));
    },
  };
}
