/** Notes between two PCs: written offline on both they stand side by side, and a late version hides nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NoteId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { type DiaryNote, diaryOf } from '../../../src-shared/domain/note/diary.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openShop, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

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

  const words = (text: string) => ({
    content: { kind: 'internal' as const, text },
    links: { lineIds: [], photoIds: [], receiptIds: [] },
  });
  const write = (pc: ShopPc, workfileId: WorkfileId, text: string, answerTo: NoteId | null = null) =>
    pc.ask('note.add', { workfileId, answerTo, ...words(text) });
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
    await write(second, workfileId, 'Told the owner', noteId);
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
});
