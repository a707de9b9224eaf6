/** A network that breaks anywhere: nothing is lost, nothing is doubled, and the status never says more than is true. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import { type Desktop, syncStates, until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { peekInto } from '../../support/desktop-database.ts';
import { linesOf, setPrice, sharedPart, writeEstimate } from '../../support/desktop-estimate.ts';
import { openShop, people, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

describe('a network that breaks', () => {
  let shop: Shop;
  let first: ShopPc;
  let second: ShopPc;
  let workfileId: WorkfileId;

  beforeAll(async () => {
    shop = await openShop();
    first = await shop.pc('PC-1');
    second = await shop.pc('PC-2', 'office');
    await untilSynced(first);
    await untilSynced(second);
    workfileId = await writeEstimate(first, 5);
    await round(first);
    await round(second);
  });
  afterAll(() => shop.close());

  const lineAt = async (pc: Desktop, index: number) => (await linesOf(pc, workfileId))[index] as Line;
  const addLines = async (pc: Desktop, count: number, word: string) => {
    const { estimate } = await pc.ask('workfile.open', { workfileId });
    const lines = Array.from({ length: count }, (_, n) => ({ text: { description: `${word} ${n + 1}` } }));
    await pc.ask('line.add', { estimateId: estimate.id, after: null, lines });
  };
  const same = async () => expect(await sharedPart(second, workfileId)).toEqual(await sharedPart(first, workfileId));

  test('a push whose answer is lost is sent again and does nothing twice', async () => {
    const lost = first.network.loseAnswer('POST /sync/push');
    await addLines(first, 10, 'answer lost');
    await lost;
    await round(first);
    await round(second);
    const words = (await linesOf(second, workfileId)).map(({ text }) => text.description);
    expect(words.filter((word) => word.startsWith('answer lost'))).toHaveLength(10);
    expect((await first.ask('sync.state', {})).decisions).toBe(0);
    await same();
  });

  test('an edit of a line whose first edit is being sent again is no conflict with itself', async () => {
    const lost = first.network.loseAnswer('POST /sync/push');
    const line = await lineAt(first, 0);
    await setPrice(first, line, 100);
    await lost;
    await setPrice(first, line, 200);
    await round(first);
    await round(second);
    expect((await lineAt(second, 0)).part.priceCents).toBe(200);
    expect((await first.ask('sync.state', {})).decisions).toBe(0);
    await same();
  });

  test('a push that is cut on its way is sent again', async () => {
    const lost = first.network.loseRequest('POST /sync/push', 700);
    await addLines(first, 50, 'request cut');
    await lost;
    await round(first);
    await round(second);
    const words = (await linesOf(second, workfileId)).map(({ text }) => text.description);
    expect(words.filter((word) => word.startsWith('request cut'))).toHaveLength(50);
    await same();
  });

  test('a pull that is cut in the middle goes on from what it has', async () => {
    await addLines(first, 800, 'pull cut');
    const lost = second.network.loseAnswer('POST /sync/pull', 120_000);
    await round(first);
    await second.ask('sync.now', {});
    await lost;
    await round(second);
    const words = (await linesOf(second, workfileId)).map(({ text }) => text.description);
    expect(words.filter((word) => word.startsWith('pull cut'))).toHaveLength(800);
    await same();
  });

  test('the status never says synced while an edit waits or the network is cut', async () => {
    await round(first);
    first.network.cut();
    await untilPhase(first, 'offline');
    const before = syncStates(first).length;
    await setPrice(first, await lineAt(first, 1), 4_400);
    expect(await first.ask('sync.state', {})).toMatchObject({ phase: 'offline', waiting: 1 });
    await first.ask('sync.now', {});
    await first.ask('sync.now', {});
    await until('a round was tried', () => first.network.count('POST /sync/push') > 0);
    expect(
      syncStates(first)
        .slice(before)
        .map(({ phase }) => phase),
    ).not.toContain('synced');
    first.network.restore();
    await round(first);
    for (const pc of [first, second]) {
      for (const state of syncStates(pc)) if (state.phase === 'synced') expect(state.waiting).toBe(0);
    }
  });

  test('working offline by choice sends nothing until the person goes back online', async () => {
    await first.ask('sync.set-offline', { offline: true });
    const pushes = first.network.count('POST /sync/push');
    await setPrice(first, await lineAt(first, 2), 5_500);
    await first.ask('sync.now', {});
    expect(await first.ask('sync.state', {})).toMatchObject({ phase: 'offline', waiting: 1, offlineByChoice: true });
    expect(first.network.count('POST /sync/push')).toBe(pushes);
    await first.ask('sync.set-offline', { offline: false });
    await untilSynced(first);
    expect(first.network.count('POST /sync/push')).toBe(pushes + 1);
  });

  test('signing out keeps the edits that wait, and the next sign-in sends them', async () => {
    first.network.cut();
    await untilPhase(first, 'offline');
    await setPrice(first, await lineAt(first, 3), 6_600);
    await first.ask('session.sign-out', {});
    expect(await first.ask('sync.state', {})).toMatchObject({ phase: 'signed-out', waiting: 1 });
    first.network.restore();
    first = await first.reopen();
    expect(await first.ask('sync.state', {})).toMatchObject({ phase: 'signed-out', waiting: 1 });
    await first.ask('session.sign-in', people.estimator);
    await untilSynced(first);
    await round(second);
    expect((await lineAt(second, 3)).part.priceCents).toBe(6_600);
  });

  test('a session that the cloud ended keeps the edits that wait, and the next sign-in sends them', async () => {
    await round(first);
    await endSessionInTheCloud(shop, first);
    await setPrice(first, await lineAt(first, 4), 7_700);
    await untilPhase(first, 'signed-out');
    expect(await first.ask('sync.state', {})).toMatchObject({ waiting: 1 });
    expect(await first.ask('session.state', {})).toMatchObject({ kind: 'signed-in', tokenEnded: true });
    await first.ask('session.sign-in', people.estimator);
    await untilSynced(first);
    await round(second);
    expect((await lineAt(second, 4)).part.priceCents).toBe(7_700);
  });
});

/** Signs the PC's token out without its knowledge, as an administrator would. */
async function endSessionInTheCloud(shop: Shop, pc: ShopPc): Promise<void> {
  const database = peekInto(pc.dataDir);
  const session = String(database.value(`select value from meta where name = 'session'`));
  database.close();
  const { sealedToken } = JSON.parse(session) as { sealedToken: string };
  const answer = await fetch(`${shop.cloudUrl}/session`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${sealedToken}` },
  });
  expect(answer.ok).toBe(true);
}
