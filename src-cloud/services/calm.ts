/** Knows when nobody is being served, so that work which can wait takes no time from whoever waits for an answer. */

export type Calm = {
  /** Somebody asked for something; answers how to say that they have it. */
  readonly began: () => () => void;
  /** Resolves when nobody has been served for a moment, or when that takes too long. */
  readonly wait: () => Promise<void>;
};

/** Questions of a PC follow each other: between two of them it is not calm yet. */
const momentMs = 200;
const lookMs = 20;
/** A cloud that is never calm still gets its work done. */
const longestMs = 1_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

export function createCalm(): Calm {
  const state = { served: 0, endedAt: Number.NEGATIVE_INFINITY };
  const isCalm = () => state.served === 0 && performance.now() - state.endedAt >= momentMs;
  return {
    began() {
      state.served += 1;
      return () => {
        state.served -= 1;
        state.endedAt = performance.now();
      };
    },
    async wait() {
      const from = performance.now();
      while (!isCalm() && performance.now() - from < longestMs) await pause(lookMs);
    },
  };
}
