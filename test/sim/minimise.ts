/** Makes a failing plan small: the fewest steps and the fewest kinds of faults with which it still fails. */
import type { Plan } from './plan.ts';

/** Answers whether a plan fails in the way that is looked for. */
export type Fails = (plan: Plan) => Promise<boolean>;

const without: readonly Partial<Plan>[] = [
  { clonePc: 0 },
  { restorePc: 0 },
  { restoreCloud: 0 },
  { crash: 0 },
  { killApi: 0 },
  { offline: 0 },
  { drop: 0 },
  { double: 0 },
  { cutStream: 0 },
  { cutAnswer: 0 },
  { newer: 0 },
  { clockYears: 0 },
  { undo: 0 },
  { decisions: 0 },
  { commands: 0 },
  { pcs: 2 },
  { apis: 1 },
];

export async function minimise(plan: Plan, fails: Fails): Promise<Plan> {
  let small = await shorter(plan, fails);
  for (const change of without) {
    const next = { ...small, ...change };
    if (isSmaller(next, small) && (await fails(next))) small = next;
  }
  return shorter(small, fails);
}

const isSmaller = (next: Plan, plan: Plan): boolean => JSON.stringify(next) !== JSON.stringify(plan);

/** The same run, cut as early as it still fails: a shorter run of a seed is the beginning of a longer one. */
async function shorter(plan: Plan, fails: Fails): Promise<Plan> {
  let [low, high] = [0, plan.steps];
  while (low < high) {
    const steps = Math.floor((low + high) / 2);
    if (await fails({ ...plan, steps })) high = steps;
    else low = steps + 1;
  }
  return { ...plan, steps: high };
}
