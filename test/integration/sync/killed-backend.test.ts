/** A backend killed in the middle of edits that are being sent: what was answered is kept, and nothing happens twice. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { openCutProxy } from '../../support/cut-proxy.ts';
import { type Desktop, untilSynced } from '../../support/desktop.ts';
import { linesOf, sharedPart, sheetOf, writeEstimate } from '../../support/desktop-estimate.ts';
import { type KillableDesktop, openKillableDesktop } from '../../support/desktop-killable.ts';
import { openShop, people, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

describe('a backend that is killed while it sends edits', () => {
  let shop: Shop;
  let second: ShopPc;
  beforeAll(async () => {
    shop = await openShop();
    second = await shop.pc('PC-2', 'office');
    await untilSynced(second);
  });
  afterAll(() => shop.close());

  for (const [index, answers] of [1, 4, 15, 60].entries()) {
    test(`killed after ${answers} lines it has each that was answered, once, here and on the other PC`, async () => {
      const network = await openCutProxy(shop.cloudUrl);
      const options = { dataDir: shop.folderOf(`killed-${index}`), cloudUrl: network.url, name: 'PC-1' };
      const first = await openKillableDesktop(options);
      await first.ask('session.sign-in', people.estimator);
      await untilSynced(first);
      const workfileId = await writeEstimate(first, 3, 100 + index);

      const acknowledged = await writeUntilKilled(first, { workfileId, word: `killed ${index}`, answers });

      const again = await openKillableDesktop(options);
      await untilSynced(again);
      await round(second);
      for (const pc of [again, second] as readonly Desktop[]) {
        const lines = await linesOf(pc, workfileId);
        const words = lines.map(({ text }) => text.description);
        expect(new Set(words.filter((word) => word.startsWith('killed'))).size).toBe(
          words.filter((word) => word.startsWith('killed')).length,
        );
        for (const { id, description, priceCents } of acknowledged) {
          const line = lines.find((one) => one.id === id);
          expect(line?.text.description).toBe(description);
          if (priceCents !== null) expect(line?.part.priceCents).toBe(priceCents);
        }
      }
      expect(await sharedPart(second, workfileId)).toEqual(await sharedPart(again, workfileId));
      expect(await again.ask('sync.state', {})).toMatchObject({ waiting: 0, decisions: 0 });
      await again.close();
      await network.close();
    });
  }
});

type Acknowledged = { readonly id: LineId; readonly description: string; readonly priceCents: number | null };

type Writing = { readonly workfileId: WorkfileId; readonly word: string; readonly answers: number };

/** Adds lines and prices them; after so many answers the kill comes while the next requests are under way. */
async function writeUntilKilled(
  desktop: KillableDesktop,
  { workfileId, word, answers }: Writing,
): Promise<readonly Acknowledged[]> {
  const { estimate } = await sheetOf(desktop, workfileId);
  const acknowledged: Acknowledged[] = [];
  const killed: Promise<void>[] = [];
  for (let n = 1; ; n += 1) {
    if (n === answers + 1) killed.push(pause(n % 3).then(() => desktop.kill()));
    const description = `${word} ${n}`;
    const lines = [{ text: { description } }];
    const added = await desktop.reply('line.add', { estimateId: estimate.id, after: null, lines });
    if (!added.ok) break;
    const id = added.value[0] as LineId;
    const part = { type: 'oem', number: '', quantity: 1, priceCents: n * 100, included: false, taxed: true } as const;
    const priced = await desktop.reply('line.change', { lineId: id, group: 'part', value: part });
    acknowledged.push({ id, description, priceCents: priced.ok ? n * 100 : null });
    if (!priced.ok) break;
  }
  await Promise.all(killed);
  expect(acknowledged.length).toBeGreaterThanOrEqual(answers);
  return acknowledged;
}
