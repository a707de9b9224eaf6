/** Money taken on two PCs: both receipts stand, under numbers of their own, in one ledger that is whole on both. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../src-shared/base/dates.ts';
import { type ReceiptId, type ReceiptVoidId, uuidV7, type WorkfileId } from '../../../src-shared/base/ids.ts';
import { inLedgerOrder } from '../../../src-shared/domain/receipt/ledger.ts';
import type { Receipt } from '../../../src-shared/domain/receipt/receipt.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openShop, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';
import { seededRandom } from '../../support/store.ts';

const random = seededRandom(5);
const fresh = <Id extends string>(): Id => uuidV7(Date.UTC(2026, 10, 21), random(16)) as Id;
const date = '2026-11-21' as CivilDate;

describe('two PCs without a network', () => {
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
    await until('the workfile is on the second PC', async () => {
      const { rows } = await list(second);
      return rows.some(({ id }) => id === workfileId);
    });
  });
  afterAll(() => shop.close());

  const list = (pc: ShopPc) =>
    pc.ask('workfile.list', { text: '', offset: 0, limit: 9, sort: 'changed', descending: true });
  const sheet = (pc: ShopPc) => pc.ask('workfile.open', { workfileId });
  const numbers = async (pc: ShopPc) => inLedgerOrder(await sheet(pc)).map(({ number }) => number.number);
  const take = async (pc: ShopPc, amountCents: number): Promise<ReceiptId> => {
    const receiptId = fresh<ReceiptId>();
    const money: Receipt['money'] = {
      ...{ amountCents, date, from: 'customer', insurer: '', type: 'cash', typeName: '', reference: '', memo: '' },
    };
    await pc.ask('receipt.take', { workfileId, receiptId, money, reason: '', despite: true });
    return receiptId;
  };

  test('each take a receipt; both stand on both, and the next one ties the ledger together', async () => {
    await take(first, 100_00);
    await untilSynced(first);
    await until('the first receipt is there', async () => (await numbers(second)).length === 1);
    for (const pc of [first, second]) {
      pc.network.cut();
      await untilPhase(pc, 'offline');
    }
    const mine = await take(first, 200_00);
    await take(second, 200_00);
    for (const pc of [first, second]) pc.network.restore();
    await round(first);
    await round(second);
    await until('both are on the first PC', async () => (await numbers(first)).length === 3);
    const label = `P-${workfileId.slice(-4).toUpperCase()}`;
    expect(await numbers(first)).toEqual([`${label}-1A`, `${label}-2A`, `${label}-2B`]);
    expect(await numbers(second)).toEqual(await numbers(first));
    await second.ask('receipt.void', { receiptId: mine, voidId: fresh<ReceiptVoidId>(), reason: 'Typed twice' });
    await untilSynced(second);
    await until('the void is on the first PC', async () => (await sheet(first)).receiptVoids.length === 1);
    for (const pc of [first, second]) {
      expect(await pc.ask('receipt.check', { workfileId })).toEqual([]);
      const head = (await list(pc)).rows.find(({ id }) => id === workfileId);
      expect(head?.receivedCents).toBe(300_00);
    }
    const { receiptVoids, receipts } = await sheet(second);
    const ends = inLedgerOrder({ receipts, receiptVoids }).slice(1);
    expect(receiptVoids[0]?.chain.on.split(' ').sort()).toEqual(ends.map(({ chain }) => chain.hash).sort());
  });

  test('a PC that comes later has what was received in its list at once, and the whole ledger', async () => {
    const third = await shop.pc('PC-3');
    await untilSynced(third);
    const head = (await list(third)).rows.find(({ id }) => id === workfileId);
    expect(head?.receivedCents).toBe(300_00);
    expect(await numbers(third)).toEqual(await numbers(first));
    expect(await third.ask('receipt.check', { workfileId })).toEqual([]);
    await take(third, 5_00);
    expect((await numbers(third)).at(-1)).toMatch(/-3C$/);
  });
});
