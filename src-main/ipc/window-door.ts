// A window's own way to the backend: one that asks without end is refused, and the others are answered as ever.

import { failed } from '../../src-shared/base/result.ts';
import type { Router } from './router.ts';

/** Far above what a person's hands can cause: a paste, a scroll and held keys together stay below a tenth of it. */
const questionsAtOnce = 500;
const questionsPerMs = 0.25;

/** A router for one window; `stopwatch` never jumps, in milliseconds. */
export function createWindowDoor(route: Router, stopwatch: () => number): Router {
  const allowance = { left: questionsAtOnce, at: stopwatch() };
  return async (name, input) => {
    const now = stopwatch();
    allowance.left = Math.min(questionsAtOnce, allowance.left + (now - allowance.at) * questionsPerMs);
    allowance.at = now;
    if (allowance.left < 1) return failed({ kind: 'unavailable', what: 'busy', retryAfterMs: 1000 });
    allowance.left -= 1;
    return route(name, input);
  };
}
