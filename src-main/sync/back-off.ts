// How long to wait before the cloud is tried again.

const firstMs = 500;
const longestMs = 60_000;

/** Full jitter: a random wait below a bound that doubles with each failure; `chance` is in [0, 1). */
export function backOffMs(failures: number, chance: number): number {
  const bound = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 10));
  return Math.max(100, Math.round(bound * chance));
}
