/** Convert to repair order in a shop whose dealer reserves numbers: one number for both, or the ID later. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type CutProxy, openCutProxy } from '../../support/cut-proxy.ts';
import { type Dealer, openDealer } from '../../support/dealer.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openShop, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-dms-reserve-'));
/** So long that nothing gives up on the dealer while a test runs. */
const exportTiming = { leaseMs: 3_600_000, timeoutMs: 1_800_000, slackMs: 10_000, lagMs: 300_000 };
let dealer: Dealer;
/** The way from the cloud to the dealer. */
let door: CutProxy;
let shop: Shop;
let pc: ShopPc;
/** A number of the shop's own series. */
let own = '';

beforeAll(async () => {
  dealer = await openDealer(path.join(folder, 'dealer.ndjson'), 'reference');
  door = await openCutProxy(dealer.url);
  shop = await openShop({ dealer: door, exportTiming });
  pc = await shop.pc('PC-1');
});
afterAll(async () => {
  await door.close();
  await shop.close();
  await dealer.kill();
  rmSync(folder, { recursive: true, force: true });
});

const begin = async (): Promise<WorkfileId> => {
  const workfileId = await pc.ask('workfile.create', {});
  await untilSynced(pc);
  return workfileId;
};
const open = (workfileId: WorkfileId) => pc.ask('workfile.open', { workfileId });
const numbersOf = async (workfileId: WorkfileId) => {
  const { workfile } = await open(workfileId);
  return { ro: workfile.number.ro, repairId: workfile.dmsRepairId };
};
const untilConverted = (workfileId: WorkfileId) =>
  until('it is a repair order with its Repair ID', async () => {
    const { ro, repairId } = await numbersOf(workfileId);
    return ro !== '' && repairId !== undefined;
  });

test('the number that the dealer reserved is the RO number and the Repair ID, and the history tells of it', async () => {
  const workfileId = await begin();
  const { number } = await pc.ask('workfile.convert', { workfileId });
  const [booked] = await dealer.journal();
  expect(number).toBe(booked?.reference);
  await untilConverted(workfileId);
  const { ro, repairId } = await numbersOf(workfileId);
  expect([ro, repairId?.id, repairId?.source]).toEqual([number, number, 'reserved']);
  const told = (await open(workfileId)).dmsEvents.map(({ what }) => [what.what, what.reference]);
  expect(told).toEqual([['repair-id', number]]);
  const { largest } = await pc.ask('numbering.look-up', { number: '1' });
  expect(largest).toBeLessThan(Number(number));
});

test('without network the repair order has the shop’s own number, and its Repair ID comes later', async () => {
  const workfileId = await begin();
  pc.network.cut();
  await untilPhase(pc, 'offline');
  const { number } = await pc.ask('workfile.convert', { workfileId });
  pc.network.restore();
  await pc.ask('sync.now', {});
  await untilConverted(workfileId);
  const { ro, repairId } = await numbersOf(workfileId);
  const [, booked] = await dealer.journal();
  if (number !== null) expect(ro).toBe(number);
  expect(repairId).toMatchObject({ id: booked?.reference, source: 'reserved' });
  expect(ro).not.toBe(booked?.reference);
  own = ro;
});

const asking = 'POST /requests';

test('a number that somebody types stands, and the dealer is not asked first', async () => {
  const workfileId = await begin();
  const asked = door.count(asking);
  door.cut();
  const typed = String(Number(own.replace(/\D/g, '')) + 500);
  expect(await pc.ask('workfile.convert', { workfileId, number: typed })).toEqual({ number: typed });
  await until('it is a repair order', async () => (await numbersOf(workfileId)).ro.endsWith(typed));
  expect(door.count(asking)).toBe(asked);
  door.restore();
});

test('a dealer who does not answer holds nobody up: the repair order has the shop’s own number meanwhile', async () => {
  const workfileId = await begin();
  const asked = door.count(asking);
  await dealer.lay({ kind: 'slow', ms: exportTiming.timeoutMs });
  const converting = pc.ask('workfile.convert', { workfileId });
  await until('the dealer is asked', () => door.count(asking) > asked);
  // The dealer's answer is held for longer than this test may take: what comes does not wait for it.
  await converting;
  await until('it is a repair order', async () => (await numbersOf(workfileId)).ro !== '');
  const { ro, repairId } = await numbersOf(workfileId);
  expect(ro.startsWith(own.replace(/\d+$/, ''))).toBe(true);
  expect(repairId).toBeUndefined();
  expect(await dealer.journal()).toHaveLength(2);
});
