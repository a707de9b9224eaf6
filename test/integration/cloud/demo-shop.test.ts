/** The demo shop: two people and invented workfiles, made once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillDemoShop } from '../../../src-cloud/services/demo-shop.ts';
import type { ShopId, UserId } from '../../../src-shared/base/ids.ts';
import { demoEstimator, demoManager, startTestCloud, type TestCloud } from '../../support/cloud.ts';
import { openPc } from '../../support/cloud-pc.ts';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ demoWorkfiles: 60 });
});
afterAll(() => cloud.close());

test('both demo people sign in and see the same invented workfiles, some of them repair orders', async () => {
  const estimator = await openPc(cloud.url, demoEstimator);
  const manager = await openPc(cloud.url, demoManager);
  expect([estimator.user.role, manager.user.role]).toEqual(['estimator', 'manager']);
  const { changes } = await estimator.pull();
  const workfiles = changes.filter((change) => change[3] === 'workfile');
  expect(workfiles).toHaveLength(60);
  expect(workfiles.some((change) => JSON.stringify(change[6]).includes('"ro":"20'))).toBe(true);
  expect((await manager.pull()).changes).toEqual(changes);
});

test('filling a shop that has records does nothing', async () => {
  const pc = await openPc(cloud.url, demoEstimator);
  const before = (await pc.pull()).lastSeq;
  const shopId = pc.user.shopId as ShopId;
  await fillDemoShop(cloud.database, { shopId, person: pc.user.userId as UserId, count: 60, from: Date.now() });
  expect((await pc.pull()).lastSeq).toBe(before);
});
