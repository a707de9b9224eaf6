/** Gives seeds out to threads, a few at a time; which thread runs a seed makes no difference to it. */
import { Worker } from 'node:worker_threads';
import type { Summary } from './worker.ts';

const seedsAtOnce = 10;

/** Runs all seeds; `tell` hears of each as it is done. */
export async function runSeeds(
  seeds: readonly number[],
  threads: number,
  tell: (summary: Summary) => void,
): Promise<void> {
  const left = [...seeds];
  await Promise.all(Array.from({ length: threads }, () => work(() => left.splice(0, seedsAtOnce), tell)));
}

function work(next: () => readonly number[], tell: (summary: Summary) => void): Promise<void> {
  const worker = new Worker(new URL('worker.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    const go = () => {
      const seeds = next();
      if (seeds.length > 0) worker.postMessage(seeds);
      else void worker.terminate().then(() => resolve());
    };
    worker.on('error', reject);
    worker.on('message', (summaries: readonly Summary[]) => {
      for (const summary of summaries) tell(summary);
      go();
    });
    go();
  });
}
