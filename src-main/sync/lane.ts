// One transfer at a time, again and again until nothing is left; after each failure it waits longer before it tries again.

import type { Random } from '../../src-shared/base/clock.ts';
import { backOffMs } from './back-off.ts';

/** What a step came to: there may be more, nothing is left, or it failed and is worth another try. */
export type StepEnd = 'more' | 'rest' | { readonly retry: 'soon' | number };

/** Runs steps one after another, never two at once. A step must not throw. */
export function createLane({ random, step }: { readonly random: Random; readonly step: () => Promise<StepEnd> }) {
  const state = {
    timer: undefined as NodeJS.Timeout | undefined,
    running: null as Promise<void> | null,
    wanted: false,
    failures: 0,
    stopped: false,
  };
  const schedule = (ms: number) => {
    clearTimeout(state.timer);
    if (!state.stopped) state.timer = setTimeout(run, ms);
  };
  const run = () => {
    clearTimeout(state.timer);
    if (state.stopped) return;
    state.wanted = state.running !== null;
    if (state.running === null) state.running = step().then(ended);
  };
  const ended = (end: StepEnd) => {
    state.running = null;
    const failed = typeof end === 'object' && end.retry === 'soon';
    state.failures = failed ? state.failures + 1 : 0;
    if (end === 'more' || state.wanted) schedule(0);
    else if (typeof end === 'object') schedule(end.retry === 'soon' ? backOffMs(state.failures, chance()) : end.retry);
  };
  const chance = (): number => (random(1)[0] ?? 128) / 256;

  return {
    /** There may be something to do. A wait after a failure goes on: a kick is no reason to press a cloud that is away. */
    kick: () => {
      if (state.failures === 0 || state.running !== null) run();
    },
    /** The way is open again, or a person is waiting. */
    now: () => {
      state.failures = 0;
      run();
    },
    async stop() {
      state.stopped = true;
      clearTimeout(state.timer);
      await state.running;
    },
  };
}
