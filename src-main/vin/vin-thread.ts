// The worker thread as a queue: one question at a time, a new thread where one died or did not answer.

import { Worker } from 'node:worker_threads';
import type { VinAnswer, VinQuestion, VinWorkerData } from './vin-messages.ts';

export type VinThread = {
  /** Never rejects; what went wrong is an answer. */
  readonly ask: (question: VinQuestion) => Promise<VinAnswer>;
  readonly stop: () => Promise<void>;
};

export type VinThreadOptions = {
  readonly workerPath: string;
  readonly workerData: VinWorkerData;
  /** How long one answer may take. */
  readonly timeoutMs: number;
};

/** Makes the queue; its thread starts with the first question. */
export function createVinThread({ workerPath, workerData, timeoutMs }: VinThreadOptions): VinThread {
  const state: { worker: Worker | null; closed: boolean; last: Promise<unknown> } = {
    worker: null,
    closed: false,
    last: Promise.resolve(),
  };

  const start = (): Worker => {
    const worker = new Worker(workerPath, { workerData });
    // A decoder at rest keeps no program running.
    worker.unref();
    const forget = (): void => {
      if (state.worker === worker) state.worker = null;
    };
    worker.on('error', forget).on('exit', forget);
    return worker;
  };

  const exchange = async (question: VinQuestion): Promise<VinAnswer> => {
    if (state.closed) return { problem: 'closed' };
    state.worker ??= start();
    const { worker } = state;
    const said = await answerOf(worker, question, timeoutMs);
    if (said !== 'timeout') return said;
    state.worker = null;
    await worker.terminate();
    return { problem: 'timeout' };
  };

  return {
    ask(question) {
      const answer = state.last.then(() => exchange(question));
      state.last = answer;
      return answer;
    },
    async stop() {
      state.closed = true;
      await state.worker?.terminate();
    },
  };
}

function answerOf(worker: Worker, question: VinQuestion, timeoutMs: number): Promise<VinAnswer | 'timeout'> {
  return new Promise((resolve) => {
    const settle = (said: VinAnswer | 'timeout'): void => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', failed).off('exit', exited);
      resolve(said);
    };
    const failed = (error: unknown): void => settle({ problem: error instanceof Error ? error.message : 'error' });
    const exited = (code: number): void => settle({ problem: `exit ${code}` });
    const timer = setTimeout(() => settle('timeout'), timeoutMs);
    worker.on('message', settle).on('error', failed).on('exit', exited);
    worker.postMessage(question);
  });
}
