/** T18 at the desk: a PC dies with an export on its way, is started again and asks on, and the payment is booked once. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { joinShop } from '../../src-cloud/services/shops.ts';
import type { CivilDate } from '../../src-shared/base/dates.ts';
import type { ReceiptId, WorkfileId } from '../../src-shared/base/ids.ts';
import { receiptSpec } from '../../src-shared/domain/receipt/receipt.ts';
import { emptyGroup } from '../../src-shared/domain/record.ts';
import { freshId, startTestCloud, type TestCloud } from '../support/cloud.ts';
import { openPc } from '../support/cloud-pc.ts';
import { type Dealer, openDealer } from '../support/dealer.ts';
import { put } from '../support/dealer-shop.ts';
import { until } from '../support/desktop.ts';
import type { Doom } from './doom.ts';
import { type FaultyShop, openFaultyShop, syncRound, type TrustPc } from './faulty-shop.ts';
import { suiteOf } from './trust-run.ts';

const suite = suiteOf('T18 at the desk', { few: 1, byName: 1 });
const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-desk-'));

let dealer: Dealer;
let cloud: TestCloud;
let shop: FaultyShop;
let pc: TrustPc;
let workfileId: WorkfileId;

beforeAll(async () => {
  dealer = await openDealer(path.join(folder, 'dealer.ndjson'), 'reference');
  cloud = await startTestCloud({ dealer });
  shop = await openFaultyShop(cloud);
  pc = await shop.pc({ name: 'PC-1', killable: true });
  const { id: shopId } = shop;
  const manager = { name: 'A manager', email: `manager-${freshId()}@example.com`, password: `secret-${freshId()}` };
  await joinShop(cloud.database, shopId, await cloud.authenticator.ensureUser(manager), 'manager');
  const setup = { partner: 'simulated', settings: { recall: 'reference' } };
  await put(await openPc(cloud.url, manager), '/dms/connection', { on: true, setup });
  workfileId = await pc.ask('workfile.create', {});
  await pc.ask('dms.set-id', { workfileId, group: 'dmsCustomerId', id: 'C-7', source: 'typed' });
  await syncRound(pc);
});
afterAll(async () => {
  await shop.close();
  await cloud.close();
  await dealer.close();
  rmSync(folder, { recursive: true, force: true });
});

const before = (sql: string, nth = 1): Doom => ({ sql, nth, when: 'before' });
const after = (sql: string, nth = 1): Doom => ({ sql, nth, when: 'after' });

/** Where the request is told of, and whether it is still asked for afterwards. */
const points: readonly (readonly [string, Doom, 'forgotten' | 'kept'])[] = [
  ['when the request is written and not committed', after('^insert into command '), 'forgotten'],
  ['when the request is committed and nothing of it was sent', before('^update command set state = . where'), 'kept'],
  [
    'when the cloud took the request and the answer is not written',
    before('^update command set state = ., can'),
    'kept',
  ],
  ['when the answer is written and not committed', after('^update command set state = ., can'), 'kept'],
  ['when what became of it is written and not committed', after('^update receipt set '), 'kept'],
];

async function takeReceipt(amountCents: number): Promise<ReceiptId> {
  const receiptId = freshId() as ReceiptId;
  const money = { ...emptyGroup(receiptSpec, 'money'), amountCents, date: '2026-11-21' as CivilDate };
  await pc.ask('receipt.take', { workfileId, receiptId, money, reason: '', despite: true });
  await syncRound(pc);
  return receiptId;
}

const receiptOf = async (receiptId: ReceiptId) =>
  (await pc.ask('workfile.open', { workfileId })).receipts.find(({ id }) => id === receiptId);
const exportIt = (receiptId: ReceiptId) => pc.reply('dms.export-payments', { workfileId, receiptIds: [receiptId] });
const isAlive = async (): Promise<boolean> => (await pc.reply('session.state', {})).ok;

/** Lives until it dies. */
async function liveUntilDead(): Promise<void> {
  await until('the PC is dead', async () => {
    await pc.reply('sync.now', {});
    return !(await isAlive());
  });
}

async function expectPostedOnce(receiptId: ReceiptId, amountCents: number): Promise<void> {
  await until('it is posted', async () => (await receiptOf(receiptId))?.dms?.state === 'posted');
  const booked = (await dealer.journal()).filter(
    ({ request }) => request.kind === 'payment' && request.amountCents === amountCents,
  );
  expect(booked.map(({ reference }) => reference)).toEqual([(await receiptOf(receiptId))?.dms?.reference]);
}

test.each(points)('killed %s it has one booking', async (_, doom, asked) => {
  const amountCents = 100_00 + suite.figure('kills');
  const receiptId = await takeReceipt(amountCents);
  await pc.stop();
  await pc.start({ doom });
  const answer = await exportIt(receiptId);
  expect(answer.ok).toBe(asked === 'kept');
  await liveUntilDead();
  suite.add('kills', 1);
  await pc.stop();
  await pc.start();
  const again = await exportIt(receiptId);
  // What is on its way, or there already, is not asked for a second time.
  expect(again.ok && again.value.asked).toEqual(asked === 'kept' ? [] : [receiptId]);
  await expectPostedOnce(receiptId, amountCents);
});

test('killed once it is shown as posted it shows the same afterwards', async () => {
  const receiptId = await takeReceipt(200_00);
  await exportIt(receiptId);
  await expectPostedOnce(receiptId, 200_00);
  const shown = await receiptOf(receiptId);
  await pc.restart();
  expect(await receiptOf(receiptId)).toEqual(shown);
  await exportIt(receiptId);
  await syncRound(pc);
  await expectPostedOnce(receiptId, 200_00);
});
