// Refreshes rows of the list in idle moments, some milliseconds at a time, after many changes came, and lets the search
// know the words of those that came with a first sync.

import type { Applied } from '../db/applied.ts';
import { indexSome } from '../db/search.ts';
import { refreshStaleHeads } from '../db/stale-head.ts';
import type { Store } from '../db/store.ts';
import type { Log } from './round.ts';

type IdleOptions = {
  readonly store: Store;
  readonly applied: (applied: Applied) => void;
  /** Whether a round is at work: what it brings is waited for, and goes first for a time. */
  readonly isBusy: () => boolean;
  /** Nothing is stale any more: what was unpacked can be compared. */
  readonly done: () => void;
  readonly log: Log;
};

const sliceMs = 5;
const restMs = 5;
const tellMs = 150;
const waitMs = 20;
const longestWaitMs = 1_000;
const brokenPauseMs = 60_000;

export function createIdleHeads({ store, applied, isBusy, done, log }: IdleOptions) {
  const state = {
    timer: undefined as NodeJS.Timeout | undefined,
    stopped: false,
    told: 0,
    workedAt: 0,
    worked: false,
    fresh: new Map() as Applied['workfiles'],
  };
  const tell = () => {
    state.told = store.stopwatch();
    if (state.fresh.size > 0) applied({ workfiles: state.fresh });
    state.fresh = new Map();
  };
  const slice = () => {
    try {
      workOn();
    } catch (error) {
      // A disk that is full now may have room later: what is stale stays so until then.
      log('idle.broken', { error: String(error instanceof Error ? error.stack : error) });
      state.timer = setTimeout(slice, brokenPauseMs);
    }
  };
  const workOn = () => {
    if (isBusy() && store.stopwatch() - state.workedAt < longestWaitMs) {
      state.timer = setTimeout(slice, waitMs);
      return;
    }
    state.timer = undefined;
    state.workedAt = store.stopwatch();
    const { workfiles } = refreshStaleHeads(store, sliceMs);
    const isDone = workfiles.size === 0;
    state.fresh = new Map([...state.fresh, ...workfiles]);
    if (isDone || store.stopwatch() - state.told >= tellMs) tell();
    if (!isDone || indexSome(store, sliceMs)) state.timer = setTimeout(slice, restMs);
    if (isDone && state.worked) done();
    state.worked = !isDone;
  };
  return {
    /** Looks whether something is stale. */
    kick(): void {
      if (!state.stopped) state.timer ??= setTimeout(slice, restMs);
    },
    stop(): void {
      state.stopped = true;
      clearTimeout(state.timer);
    },
  };
}
