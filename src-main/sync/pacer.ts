// When rounds run: soon after an edit, at a hint, every minute, and with growing patience while the cloud is away.

import type { Clock, Random } from '../../src-shared/base/clock.ts';
import { backOffMs } from './back-off.ts';
import type { Hints } from './live.ts';
import type { RoundEnd } from './round.ts';

const editPauseMs = 50;
const pollMs = 60_000;

type PacerOptions = {
  readonly clock: Clock;
  readonly random: Random;
  /** `isWanted`: whether another round is waiting for this one to end, or the person went offline. */
  readonly round: (isWanted: () => boolean) => Promise<RoundEnd>;
  readonly hints: Hints;
};

type State = {
  timer: NodeJS.Timeout | undefined;
  dueAt: number | null;
  running: Promise<void> | null;
  wanted: boolean;
  failures: number;
  stopped: boolean;
  paused: boolean;
};
const atRest: State = {
  ...{ timer: undefined, dueAt: null, running: null },
  ...{ wanted: false, failures: 0, stopped: false, paused: false },
};

/** Runs rounds one at a time, never two at once. */
export function createPacer(options: PacerOptions) {
  const state: State = { ...atRest };

  const schedule = (ms: number) => {
    clearTimeout(state.timer);
    state.dueAt = null;
    if (state.stopped || state.paused) return;
    state.timer = setTimeout(run, ms);
    state.dueAt = options.clock() + ms;
  };
  const run = () => {
    clearTimeout(state.timer);
    state.dueAt = null;
    if (state.stopped || state.paused) return;
    if (state.running !== null) {
      state.wanted = true;
      return;
    }
    state.running = options.round(() => state.wanted || state.paused || state.stopped).then(ended);
  };
  const ended = (end: RoundEnd) => {
    state.running = null;
    // Who asked in the last moment has a timer that did not ring yet.
    state.wanted ||= state.dueAt !== null;
    state.failures = end.kind === 'retry' ? state.failures + 1 : 0;
    const pause = pauseAfter(end, state, (options.random(1)[0] ?? 128) / 256);
    state.wanted = false;
    if (end.kind === 'rest') void options.hints.listen({ hint: () => schedule(0), cut: () => schedule(0) });
    if (pause !== null) schedule(pause);
  };

  return {
    start: () => schedule(0),
    now: run,
    isRunning: () => state.running !== null,
    /** When the next round begins by itself; null when only a person or an edit starts it. */
    dueAt: () => state.dueAt,
    soon: () => {
      if (state.failures === 0) schedule(editPauseMs);
    },
    pause(paused: boolean) {
      state.paused = paused;
      if (paused) options.hints.hush();
      schedule(0);
    },
    restart() {
      options.hints.hush();
      state.failures = 0;
      schedule(0);
    },
    async stop() {
      state.stopped = true;
      clearTimeout(state.timer);
      options.hints.hush();
      await state.running;
    },
  };
}

/** Milliseconds until the next round; null when only a person or an edit starts it. */
function pauseAfter(end: RoundEnd, state: { wanted: boolean; failures: number }, chance: number): number | null {
  // Whoever asked while a round failed may know that the network is back.
  if (end.kind === 'retry') return end.afterMs ?? (state.wanted ? 0 : backOffMs(state.failures, chance));
  if (end.kind === 'again' || state.wanted) return 0;
  return end.kind === 'rest' ? pollMs : null;
}
