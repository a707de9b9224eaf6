/** A workfile put into the bin on one PC while another works on: what was written is kept, and money brings it back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { untilPhase } from '../../support/desktop.ts';
import { lockEstimate, sheetOf, writeEstimate } from '../../support/desktop-estimate.ts';
import { openShop, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

let shop: Shop;
let first: ShopPc;
let second: ShopPc;
beforeAll(async () => {
  shop = await openShop();
  first = await shop.pc('PC-1');
  second = await shop.pc('PC-2', 'office');
  for (const pc of [first, second]) await round(pc);
});
afterAll(() => shop.close());

const all = { text: '', offset: 0, limit: 50, sort: 'changed', descending: true } as const;
const lists = async (pc: ShopPc, workfileId: WorkfileId) => {
  const shown = await pc.ask('workfile.list', all);
  const binned = await pc.ask('workfile.list', { ...all, filter: { bin: ['recent'] } });
  return [shown, binned].map(({ rows }) => rows.some(({ id }) => id === workfileId));
};
async function both(seed: number): Promise<WorkfileId> {
  const workfileId = await writeEstimate(first, 2, seed);
  await round(first);
  await round(second);
  return workfileId;
}
async function offline(pc: ShopPc, work: () => Promise<unknown>): Promise<void> {
  pc.network.cut();
  await pc.ask('sync.now', {});
  await untilPhase(pc, 'offline');
  await work();
}
async function online(pc: ShopPc): Promise<void> {
  pc.network.restore();
  await pc.ask('sync.now', {});
  await round(pc);
}

test('into the bin here is into the bin everywhere, what another PC wrote meanwhile is kept, and each PC can restore it', async () => {
  const workfileId = await both(1);
  await offline(second, async () => {
    const { vehicle } = await sheetOf(second, workfileId);
    const value = { number: 'OFF 1', state: 'MI' };
    await second.ask('vehicle.change', { vehicleId: vehicle.id, group: 'plate', value });
  });
  await first.ask('workfile.bin', { workfileId });
  await round(first);
  await online(second);
  await round(first);
  for (const pc of [first, second]) expect(await lists(pc, workfileId)).toEqual([false, true]);
  expect((await sheetOf(first, workfileId)).vehicle.plate.number).toBe('OFF 1');
  await second.ask('workfile.restore', { workfileId });
  await round(second);
  await round(first);
  for (const pc of [first, second]) expect(await lists(pc, workfileId)).toEqual([true, false]);
});

test('locked on one PC while another puts it into the bin, it is back on both', async () => {
  const workfileId = await both(2);
  await offline(second, () => second.ask('workfile.bin', { workfileId }));
  expect(await lists(second, workfileId)).toEqual([false, true]);
  expect(await lockEstimate(first, workfileId)).toEqual({ ok: true, value: null });
  await round(first);
  await online(second);
  await round(first);
  for (const pc of [first, second]) expect(await lists(pc, workfileId)).toEqual([true, false]);
  expect(await second.reply('workfile.bin', { workfileId })).toMatchObject({ failure: { what: 'bin-locked' } });
});
