import { describe, expect, it } from 'vitest';
import { keptPlans } from './kept-plans.ts';
import { minimise } from './minimise.ts';
import { type Plan, usualPlan } from './plan.ts';
import { simulate } from './simulate.ts';

describe('the simulator', () => {
  it('tells the same story of a seed again, whatever was run before it', async () => {
    const seeds = [3, 5, 7, 8];
    const first = await fingerprints(seeds);
    const again = await fingerprints(seeds.toReversed());
    expect(again.toReversed()).toEqual(first);
    expect(new Set(first).size).toBe(seeds.length);
  });

  it('makes a failing plan as small as it still fails', async () => {
    const plan: Plan = { ...usualPlan(105), steps: 400 };
    const small = await minimise(plan, async ({ steps, crash }) => steps >= 37 && crash > 0);
    expect(small).toMatchObject({ steps: 37, crash: 1, drop: 0, clonePc: 0, commands: 0, pcs: 2, apis: 1 });
  });

  it.for(keptPlans.map((plan) => [`seed ${plan.seed} in ${plan.steps} steps`, plan] as const))(
    'holds what once broke: %s',
    async ([, plan]) => {
      const { violations } = await simulate(plan);
      expect(violations).toEqual([]);
    },
  );
});

const fingerprints = async (seeds: readonly number[]): Promise<readonly string[]> => {
  const all: string[] = [];
  for (const seed of seeds) all.push((await simulate({ ...usualPlan(seed), steps: 200 })).fingerprint);
  return all;
};
