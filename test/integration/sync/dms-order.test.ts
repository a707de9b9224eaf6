/** A repair order in the dealer's books: sent when it is closed, and again by hand where the dealer refused it then. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type Dealer, openDealer } from '../../support/dealer.ts';
import { until } from '../../support/desktop.ts';
import { lockEstimate, sheetOf, writeEstimate } from '../../support/desktop-estimate.ts';
import { openShop, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-dms-order-'));
const exportTiming = { leaseMs: 8_000, timeoutMs: 2_000, slackMs: 100, lagMs: 300 };
let dealer: Dealer;
let shop: Shop;
let pc: ShopPc;
beforeAll(async () => {
  dealer = await openDealer(path.join(folder, 'dealer.ndjson'), 'reference');
  shop = await openShop({ dealer, exportTiming });
  pc = await shop.pc('OFFICE', 'office');
  await round(pc);
});
afterAll(async () => {
  await shop.close();
  await dealer.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A locked repair order whose customer and repair the dealer knows. */
async function readyToClose(): Promise<WorkfileId> {
  const workfileId = await writeEstimate(pc, 2, 1);
  const { contacts, vehicle } = await sheetOf(pc, workfileId);
  const contactId = contacts[0]?.id ?? ('' as never);
  await pc.ask('contact.change', { contactId, group: 'name', value: { first: '', last: 'Turpin', company: '' } });
  const identity = { ...vehicle.identity, make: 'Toyota', model: 'Corolla', source: 'hand' } as const;
  await pc.ask('vehicle.change', { vehicleId: vehicle.id, group: 'identity', value: identity });
  await pc.ask('dms.set-id', { workfileId, group: 'dmsCustomerId', id: 'C-7', source: 'typed' });
  await lockEstimate(pc, workfileId);
  await pc.ask('workfile.convert', { workfileId });
  await until('the Repair ID is here', async () => (await sheetOf(pc, workfileId)).workfile.dmsRepairId !== undefined);
  return workfileId;
}

/** What the history tells of its repair order. */
const toldOf = async (workfileId: WorkfileId) =>
  (await sheetOf(pc, workfileId)).dmsEvents.map(({ what }) => what).filter(({ what }) => what.startsWith('ro-'));

test('what the dealer refused at closing is sent by hand afterwards, and told in the history', async () => {
  const workfileId = await readyToClose();
  const send = () => pc.reply('dms.export-repair-order', { workfileId });
  expect(await send()).toMatchObject({ failure: { kind: 'conflict', what: 'dms-order-not-ready' } });
  await dealer.lay({ kind: 'refuse', reason: 'No such advisor' });
  await pc.ask('workfile.move', { workfileId, move: 'close', reason: '' });
  const told = () => toldOf(workfileId);
  await until('the dealer refused it', async () => (await told()).length === 1);
  expect(await told()).toMatchObject([{ what: 'ro-rejected', note: 'No such advisor' }]);
  expect(await send()).toEqual({ ok: true, value: null });
  await until('the dealer has it', async () => (await told()).length === 2);
  expect((await told()).map(({ what }) => what)).toContain('ro-exported');
  const orders = (await dealer.journal()).filter(({ request }) => request.kind === 'repair-order');
  const { workfile } = await sheetOf(pc, workfileId);
  expect(orders).toMatchObject([{ request: { repairId: workfile.dmsRepairId?.id, customerId: 'C-7' } }]);
});

/** From now on the dealer's system cannot be asked what it has. */
const settings = { recall: 'none', newVehicles: true, reservations: true, payments: true } as const;
const forget = () => pc.ask('dms.save-connection', { on: true, setup: { partner: 'simulated', settings } });

test('one of which nobody knows whether it arrived is looked up by a person, and the dealer has it once', async () => {
  const workfileId = await readyToClose();
  await forget();
  await dealer.lay({ kind: 'lost-answer' });
  await pc.ask('workfile.move', { workfileId, move: 'close', reason: '' });
  await until('nobody knows', async () => (await toldOf(workfileId)).length === 1);
  expect(await toldOf(workfileId)).toMatchObject([{ what: 'ro-rejected', status: 'Outcome unknown' }]);
  expect(await pc.reply('dms.export-repair-order', { workfileId })).toMatchObject({
    failure: { kind: 'conflict', what: 'dms-order-unknown' },
  });
  const ours = async () => (await dealer.journal()).filter(({ request }) => request.kind === 'repair-order');
  const booked = (await ours()).at(-1)?.reference ?? '';
  const before = (await ours()).length;
  const found = {
    subject: { kind: 'repair-order', id: workfileId },
    found: booked,
    reason: 'Among the open ones',
  } as const;
  expect(
    await pc.reply('dms.resolve-export', { ...found, subject: { ...found.subject, kind: 'customer' } }),
  ).toMatchObject({
    failure: { what: 'export-settled' },
  });
  await pc.ask('dms.resolve-export', found);
  await until('it is told', async () => (await toldOf(workfileId)).length === 2);
  expect((await toldOf(workfileId)).find(({ what }) => what === 'ro-exported')).toMatchObject({ reference: booked });
  expect(await pc.reply('dms.resolve-export', found)).toMatchObject({ failure: { what: 'export-settled' } });
  expect(await ours()).toHaveLength(before);
});
