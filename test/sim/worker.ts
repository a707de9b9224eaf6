/** Runs seeds for `run.ts` in a thread of its own: a list of seeds comes, one summary a seed goes back. */
import { parentPort } from 'node:worker_threads';
import { usualPlan } from './plan.ts';
import { type Outcome, simulate } from './simulate.ts';

/** An outcome without its story, which is long. */
export type Summary = Omit<Outcome, 'story'>;

parentPort?.on('message', (seeds: readonly number[]) => void runAll(seeds));

async function runAll(seeds: readonly number[]): Promise<void> {
  const summaries: Summary[] = [];
  for (const seed of seeds) {
    const { story: _, ...summary } = await simulate(usualPlan(seed));
    summaries.push(summary);
  }
  parentPort?.postMessage(summaries);
}
