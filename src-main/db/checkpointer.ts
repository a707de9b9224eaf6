// Lets a thread of its own carry what was written from the write-ahead log into the database, so that no typing waits for it.

import { Worker } from 'node:worker_threads';
import type { CheckpointData } from './checkpoint-worker.ts';
import type { StoreLog } from './store.ts';

export type Checkpointer = {
  /** Says that something was written. */
  readonly wrote: () => void;
  readonly close: () => Promise<void>;
};

type CheckpointerOptions = CheckpointData & { readonly workerPath: string; readonly log: StoreLog };

const pauseMs = 50;

/** The thread starts with the first write. Where it fails, commits carry their own pages, later and more at a time. */
export function createCheckpointer({ workerPath, log, ...workerData }: CheckpointerOptions): Checkpointer {
  const state = { worker: null as Worker | null, timer: undefined as NodeJS.Timeout | undefined, over: false };
  const start = (): Worker => {
    const worker = new Worker(workerPath, { workerData });
    worker.unref();
    return worker.on('error', (error) => {
      state.over = true;
      log('checkpoint.failed', { error: String(error) });
    });
  };
  const ask = (): void => {
    state.timer = undefined;
    if (state.over) return;
    state.worker ??= start();
    state.worker.postMessage('look');
  };
  return {
    wrote() {
      if (!state.over) state.timer ??= setTimeout(ask, pauseMs).unref();
    },
    async close() {
      clearTimeout(state.timer);
      const { worker, over } = state;
      state.over = true;
      if (worker === null || over) return;
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage('close');
      await ended;
    },
  };
}
