/** What the dealer's system calls a workfile, on two PCs and the cloud: each other's ids are kept, and one is chosen between two. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../src-shared/base/dates.ts';
import type { ReceiptId, ReceiptVoidId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { DmsIdGroup } from '../../../src-shared/domain/dms/dms-id.ts';
import { receiptSpec } from '../../../src-shared/domain/receipt/receipt.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import { freshId } from '../../support/cloud.ts';
import { type Dealer, openDealer } from '../../support/dealer.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openShop, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

const all = { text: '', offset: 0, limit: 50, sort: 'changed', descending: true } as const;

describe('DMS IDs of two PCs', () => {
  let shop: Shop;
  let first: ShopPc;
  let second: ShopPc;
  let workfileId: WorkfileId;

  beforeAll(async () => {
    shop = await openShop();
    first = await shop.pc('PC-1');
    second = await shop.pc('PC-2', 'office');
    workfileId = await first.ask('workfile.create', {});
    await untilSynced(first);
    await until('the workfile is on the second PC', async () => (await second.ask('workfile.list', all)).total === 2);
  });
  afterAll(() => shop.close());

  const sheet = (pc: ShopPc) => pc.ask('workfile.open', { workfileId });
  const set = (pc: ShopPc, group: DmsIdGroup, id: string) =>
    pc.ask('dms.set-id', { workfileId, group, id, source: 'typed' });
  const comeBack = async () => {
    second.network.restore();
    await second.ask('sync.now', {});
  };

  test('two ids that two PCs set at once, one of them offline, are both kept, with their history', async () => {
    second.network.cut();
    await untilPhase(second, 'offline');
    await set(second, 'dmsVehicleId', 'V-7');
    await set(first, 'dmsCustomerId', '9876543');
    await untilSynced(first);
    await comeBack();
    await untilSynced(second);
    await until('the vehicle is on the first PC', async () => (await sheet(first)).workfile.dmsVehicleId !== undefined);
    for (const pc of [first, second]) {
      const { workfile, dmsEvents, conflicts } = await sheet(pc);
      expect([workfile.dmsCustomerId?.id, workfile.dmsVehicleId?.id]).toEqual(['9876543', 'V-7']);
      expect(dmsEvents.map(({ what }) => what.what).toSorted()).toEqual(['customer-id', 'vehicle-id']);
      expect(conflicts).toEqual([]);
    }
  });

  test('two values of one id wait for a choice, which the history tells of', async () => {
    second.network.cut();
    await untilPhase(second, 'offline');
    await set(second, 'dmsRepairId', '48213');
    await set(first, 'dmsRepairId', '48214');
    await untilSynced(first);
    await comeBack();
    await until('the conflict is on the first PC', async () => (await sheet(first)).conflicts.length === 1);
    const [conflict] = (await sheet(first)).conflicts;
    await first.ask('decision.choose', { ids: [conflict?.id ?? ''], choice: 'theirs' });
    expect((await sheet(first)).workfile.dmsRepairId?.id).toBe('48213');
    const last = (await sheet(first)).dmsEvents.map(({ what }) => [what.was, what.is]);
    expect(last).toContainEqual(['48214', '48213']);
    expect((await sheet(first)).conflicts).toEqual([]);
  });
});

describe('a void that two PCs do not agree about', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-void-'));
  let dealer: Dealer;
  let shop: Shop;
  let first: ShopPc;
  let second: ShopPc;
  beforeAll(async () => {
    dealer = await openDealer(path.join(folder, 'dealer.ndjson'), 'reference');
    shop = await openShop({ dealer });
    first = await shop.pc('PC-1');
    second = await shop.pc('PC-2', 'office');
  });
  afterAll(async () => {
    await shop.close();
    await dealer.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('of a receipt that was posted meanwhile comes back to its author, with the reason', async () => {
    const workfileId = await first.ask('workfile.create', {});
    const receiptId = freshId() as ReceiptId;
    await first.ask('dms.set-id', { workfileId, group: 'dmsCustomerId', id: 'C-7', source: 'typed' });
    const money = { ...emptyGroup(receiptSpec, 'money'), amountCents: 200_00, date: '2026-11-21' as CivilDate };
    await first.ask('receipt.take', { workfileId, receiptId, money, reason: '', despite: true });
    await untilSynced(first);
    await until('the workfile is on the second PC', async () => (await second.ask('workfile.list', all)).total === 2);
    const sheet = (pc: ShopPc) => pc.ask('workfile.open', { workfileId });
    await until('the receipt is on the second PC', async () => (await sheet(second)).receipts.length === 1);
    second.network.cut();
    await untilPhase(second, 'offline');
    expect((await first.ask('dms.export-payments', { workfileId, receiptIds: [receiptId] })).left).toEqual([]);
    await until('it is posted', async () => (await sheet(first)).receipts[0]?.dms?.state === 'posted');
    const late = { receiptId, voidId: freshId() as ReceiptVoidId, reason: 'Typed twice' };
    await second.ask('receipt.void', late);
    second.network.restore();
    await second.ask('sync.now', {});
    await until('the void came back', async () => (await second.ask('decision.list', {})).decisions.length === 1);
    const { decisions } = await second.ask('decision.list', {});
    expect(decisions).toMatchObject([{ what: 'refused', reason: 'exported' }]);
    await round(second);
    for (const pc of [first, second]) {
      const { receipts, receiptVoids } = await sheet(pc);
      expect([receipts[0]?.dms?.state, receiptVoids]).toEqual(['posted', []]);
      expect(await pc.ask('receipt.check', { workfileId })).toEqual([]);
    }
    // Who knows it says so at once, and the money is reversed by a receipt of its own.
    expect(await second.reply('receipt.void', { ...late, voidId: freshId() as ReceiptVoidId })).toMatchObject({
      failure: { kind: 'conflict', what: 'receipt-exported' },
    });
    const reversalId = freshId() as ReceiptId;
    await second.ask('receipt.reverse', { receiptId, reversalId, date: money.date, reason: 'Typed twice' });
    await round(second);
    await second.ask('dms.export-payments', { workfileId, receiptIds: [reversalId] });
    await until('the reversal is posted', async () =>
      (await sheet(second)).receipts.some(({ id, dms }) => id === reversalId && dms?.state === 'posted'),
    );
    expect((await dealer.journal()).map(({ request }) => 'amountCents' in request && request.amountCents)).toEqual([
      200_00, -200_00,
    ]);
  });
});
