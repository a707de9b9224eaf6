/** The simulator on a real database: the same promises hold, and a seed goes the same way again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CloudStore } from './cloud-store.ts';
import { usualPlan } from './plan.ts';
import { type RealShops, realShops } from './real-shops.ts';
import { simulate } from './simulate.ts';
import type { World } from './world.ts';

const patienceMs = 120_000;

let shops: RealShops;
beforeAll(async () => {
  shops = await realShops('pglite');
}, patienceMs);
afterAll(() => shops.close());

// With killed processes; the cloud is put back in the one, a PC in the other.
test.each([3, 10])(
  'seed %i breaks nothing on the embedded database, and writes the same log again',
  async (seed) => {
    const plan = { ...usualPlan(seed), steps: 120, killApi: 4 };
    const stores: CloudStore[] = [];
    const storeOf = (world: World): CloudStore => {
      const store = shops.storeOf(world);
      stores.push(store);
      return store;
    };
    expect((await simulate(plan, storeOf)).violations).toEqual([]);
    expect((await simulate(plan, storeOf)).violations).toEqual([]);
    // A conflict says when the database took what stands: that is another time each time.
    const [log, again] = stores.map(({ shop }) =>
      shop.log.filter(({ kind }) => kind !== 'conflict').map(({ seq, edit, value }) => [seq, edit, value]),
    );
    expect(log?.length).toBeGreaterThan(10);
    expect(again).toEqual(log);
  },
  patienceMs,
);
