/** Notes between two PCs: written offline on both they stand side by side, and a late version hides nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../src-shared/base/dates.ts';
import { type NoteId, type ReceiptId, uuidV7, type WorkfileId } from '../../../src-shared/base/ids.ts';
import { type DiaryNote, diaryOf } from '../../../src-shared/domain/note/diary.ts';
import { linksOf } from '../../../src-shared/domain/note/note.ts';
import { receiptSpec } from '../../../src-shared/domain/receipt/receipt.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openShop, type Shop, type ShopPc } from '../../support/desktop-shop.ts';
import { seededRandom } from '../../support/store.ts';

const random = seededRandom(6);

describe('the notes of a shop', () => {
  let shop: Shop;
  let first: ShopPc;
  let second: ShopPc;
  beforeAll(async () => {
    shop = await openShop();
    first = await shop.pc('PC-1');
    second = await shop.pc('PC-2', 'office');
    await untilSynced(first);
    await untilSynced(second);
  });
  afterAll(() => shop.close());

  const words = (text: string, receiptIds: readonly ReceiptId[] = []) => ({
    content: { kind: 'internal' as const, text },
    links: { lineIds: [], photoIds: [], receiptIds: [...receiptIds] },
  });
  type About = { readonly answerTo?: NoteId; readonly receiptIds?: readonly ReceiptId[] };
  const write = (pc: ShopPc, workfileId: WorkfileId, text: string, { answerTo, receiptIds }: About = {}) =>
    pc.ask('note.add', { workfileId, answerTo: answerTo ?? null, ...words(text, receiptIds) });
  const take = async (pc: ShopPc, workfileId: WorkfileId, amountCents: number): Promise<ReceiptId> => {
    const receiptId = uuidV7(Date.UTC(2026, 10, 21), random(16)) as ReceiptId;
    const date = '2026-11-21' as CivilDate;
    const money = { ...emptyGroup(receiptSpec, 'money'), amountCents, date, from: 'customer' as const };
    await pc.ask('receipt.take', {
      workfileId,
      receiptId,
      money: { ...money, type: 'cash' as const },
      reason: '',
      despite: true,
    });
    return receiptId;
  };
  const diary = async (pc: ShopPc, workfileId: WorkfileId): Promise<readonly DiaryNote[]> =>
    diaryOf((await pc.ask('workfile.open', { workfileId })).notes);

  test('are on the other PC, with answers and versions that were written without a network', async () => {
    const workfileId = await first.ask('workfile.create', {});
    const noteId = await write(first, workfileId, 'Hidden damage');
    await untilSynced(first);
    await until('the note is there', async () => {
      const reply = await second.reply('workfile.open', { workfileId });
      return reply.ok && reply.value.notes.length === 1;
    });
    second.network.cut();
    await untilPhase(second, 'offline');
    await second.ask('note.revise', { noteId, ...words('Hidden damage, left') });
    await write(second, workfileId, 'Told the owner', { answerTo: noteId });
    await first.ask('note.revise', { noteId, ...words('Hidden damage, right') });
    await untilSynced(first);
    second.network.restore();
    await second.ask('sync.now', {});
    for (const pc of [first, second]) {
      await until('both versions and the answer are there', async () => {
        const [entry] = await diary(pc, workfileId);
        return entry?.versions.length === 3 && entry.answers.length === 1;
      });
    }
    const [entry] = await diary(first, workfileId);
    expect(entry?.beside).toHaveLength(1);
    expect(await diary(second, workfileId)).toEqual(await diary(first, workfileId));
    expect((await second.ask('decision.list', {})).total).toBe(0);
  });

  test('name receipts, and of two sets that were named at the same time none is lost', async () => {
    const workfileId = await first.ask('workfile.create', {});
    const [tow, deposit] = [await take(first, workfileId, 120_00), await take(first, workfileId, 500_00)];
    const noteId = await write(first, workfileId, 'Paid for the tow', { receiptIds: [tow] });
    await untilSynced(first);
    const named = async (pc: ShopPc) => {
      const reply = await pc.reply('workfile.open', { workfileId });
      const [entry] = reply.ok ? diaryOf(reply.value.notes) : [];
      return entry?.versions.map((note) => [...linksOf(note).receiptIds].sort()) ?? [];
    };
    await until('the note names its receipt on the other PC', async () => (await named(second)).length === 1);
    expect(await named(second)).toEqual([[tow]]);
    second.network.cut();
    await untilPhase(second, 'offline');
    await second.ask('note.revise', { noteId, ...words('Paid for the tow and the rest', [tow, deposit]) });
    await first.ask('note.revise', { noteId, ...words('Paid twice?', [deposit]) });
    await untilSynced(first);
    second.network.restore();
    await second.ask('sync.now', {});
    const all = [[tow], [tow, deposit].sort(), [deposit]];
    for (const pc of [first, second]) {
      await until('all three versions are there', async () => (await named(pc)).length === 3);
      expect(new Set((await named(pc)).map(String))).toEqual(new Set(all.map(String)));
    }
    expect(await named(second)).toEqual(await named(first));
    expect((await second.ask('decision.list', {})).total).toBe(0);
  });
});
