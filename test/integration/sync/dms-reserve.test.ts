/** Convert to repair order in a shop whose dealer reserves numbers: one number for both, or the ID later. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type Dealer, openDealer } from '../../support/dealer.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openShop, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-dms-reserve-'));
let dealer: Dealer;
let shop: Shop;
let pc: ShopPc;
/** A number of the shop's own series. */
let own = '';

beforeAll(async () => {
  dealer = await openDealer(path.join(folder, 'dealer.ndjson'), 'reference');
  shop = await openShop({ dealer });
  pc = await shop.pc('PC-1');
});
afterAll(async () => {
  await shop.close();
  await dealer.close();
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

test('a number that somebody types stands, and a dealer who is away holds nobody up', async () => {
  const workfileId = await begin();
  await dealer.kill();
  const typed = String(Number(own.replace(/\D/g, '')) + 500);
  expect(await pc.ask('workfile.convert', { workfileId, number: typed })).toEqual({ number: typed });
  const other = await begin();
  await pc.ask('workfile.convert', { workfileId: other });
  await until('both are repair orders', async () => {
    const [one, second] = [await numbersOf(workfileId), await numbersOf(other)];
    return one.ro !== '' && second.ro !== '';
  });
  expect((await numbersOf(workfileId)).ro.endsWith(typed)).toBe(true);
});
