// Lets long transfers wait while edits are exchanged: whoever asks is answered as soon as no round is under way.

export type Gate = ReturnType<typeof createGate>;

export function createGate() {
  const state = { busy: Promise.resolve() as Promise<unknown> };
  return {
    /** Runs work while the others wait. */
    during<T>(work: () => Promise<T>): Promise<T> {
      const running = work();
      state.busy = running.catch(() => undefined);
      return running;
    },
    /** Resolves when nothing is under way. */
    free: (): Promise<unknown> => state.busy,
  };
}
