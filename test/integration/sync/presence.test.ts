/** PCs of a shop see who else has a workfile open, as long as the cloud is there; nothing depends on it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHints } from '../../../src-main/sync/live.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { PcPresence } from '../../../src-shared/sync/presence.ts';
import { demoEstimator } from '../../support/cloud.ts';
import { leaseOf, send } from '../../support/cloud-commands.ts';
import { openPc } from '../../support/cloud-pc.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { linesOf, writeEstimate } from '../../support/desktop-estimate.ts';
import { openShop, people, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

let shop: Shop;
let first: ShopPc;
let second: ShopPc;
let workfileId: WorkfileId;
beforeAll(async () => {
  shop = await openShop();
  first = await shop.pc('PC-1');
  second = await shop.pc('PC-2', 'office');
  workfileId = await writeEstimate(first, 2);
  for (const pc of [first, second]) await round(pc);
});
afterAll(() => shop.close());

const show = (pc: ShopPc, ...sections: readonly string[]) =>
  pc.ask('presence.show', { open: sections.map((section) => ({ workfile: workfileId, section })) });
/** What the windows of a PC were told last. */
const told = (pc: ShopPc): readonly PcPresence[] | undefined => {
  const last = pc.heard.findLast(({ name }) => name === 'presence.changed');
  return last?.name === 'presence.changed' ? last.data : undefined;
};
const untilSeen = (pc: ShopPc, sections: readonly string[]) =>
  until(`${pc.name} sees ${sections.join() || 'nothing'} open elsewhere`, () => {
    const seen = (told(pc) ?? []).flatMap(({ open }) => open.map(({ section }) => section));
    return seen.join() === sections.join();
  });

test('what is open at one PC is told at the other, by person and PC, and never at the PC itself', async () => {
  await show(first, 'estimate');
  await untilSeen(second, ['estimate']);
  expect(await second.ask('presence.list', {})).toMatchObject([
    { pc: 'PC-1', by: 'Robin Ellery', open: [{ workfile: workfileId, section: 'estimate' }] },
  ]);
  await show(second, 'photos');
  await untilSeen(first, ['photos']);
  expect(told(first)).toMatchObject([{ pc: 'PC-2', by: 'Dana Whitlock' }]);
  await show(second);
  await untilSeen(first, []);
});

test('who types there is told, too', async () => {
  await first.ask('presence.show', { open: [{ workfile: workfileId, section: 'notes', typing: true }] });
  await untilSeen(second, ['notes']);
  expect(told(second)?.[0]?.open).toEqual([{ workfile: workfileId, section: 'notes', typing: true }]);
});

test('the fast steps of a person through tabs are told as one', async () => {
  const before = first.network.count('POST /sync/presence');
  for (const section of ['contacts', 'vehicle', 'insurance', 'rates', 'estimate', 'photos']) await show(first, section);
  await untilSeen(second, ['photos']);
  expect(first.network.count('POST /sync/presence') - before).toBeLessThanOrEqual(2);
});

test('without the cloud nobody is seen and edits go on; with it everything is there again', async () => {
  await show(first, 'rates');
  await untilSeen(second, ['rates']);
  first.network.cut();
  await untilSeen(second, []);
  await untilPhase(first, 'offline');
  const [line] = await linesOf(first, workfileId);
  await first.ask('line.change', { lineId: line?.id ?? ('' as never), group: 'text', value: { description: 'alone' } });
  await show(first, 'estimate');
  first.network.restore();
  await first.ask('sync.now', {});
  await untilSynced(first);
  await untilSeen(second, ['estimate']);
  expect((await linesOf(first, workfileId))[0]?.text.description).toBe('alone');
});

test('who works offline by choice, or has signed out, is not seen', async () => {
  await show(first, 'estimate');
  await untilSeen(second, ['estimate']);
  await first.ask('sync.set-offline', { offline: true });
  await untilSeen(second, []);
  await first.ask('sync.set-offline', { offline: false });
  await untilSeen(second, ['estimate']);
  await first.ask('session.sign-out', {});
  await untilSeen(second, []);
  expect(await first.reply('presence.show', { open: [] })).toMatchObject({ failure: { kind: 'forbidden' } });
  expect(await first.reply('presence.list', {})).toMatchObject({ failure: { kind: 'forbidden' } });
  // What one person had open is not told in the name of the next one.
  await first.ask('session.sign-in', people.office);
  await untilSynced(first);
  await show(second, 'contacts');
  await untilSeen(first, ['contacts']);
  expect(told(second)).toEqual([]);
});

test('a PC that goes on in the middle of it sees at once who is there', async () => {
  second = await second.reopen();
  await show(second, 'vehicle');
  await untilSeen(first, ['vehicle']);
  first = await first.reopen();
  await untilSeen(first, ['vehicle']);
  expect(told(first)).toMatchObject([{ pc: 'PC-2' }]);
});

test('a command whose answer was lost is asked for again at the hint that it is settled, and no other is', async () => {
  const pc = await openPc(shop.cloudUrl, demoEstimator);
  const lost = leaseOf(pc, 5);
  const asked: string[] = [];
  const events = { hint: () => void asked.push('again'), cut: () => undefined };
  const awaited: string[] = [];
  const ready = { is: false };
  const hints = createHints({
    url: `${shop.cloudUrl}/sync/live`,
    token: async () => pc.token,
    cursor() {
      ready.is = true;
      return newest.seq;
    },
    awaits(command) {
      awaited.push(command);
      return command === lost.id;
    },
    presence: { begin: () => undefined, end: () => undefined, hear: () => undefined },
  });
  const newest = { seq: (await pc.pull()).lastSeq };
  await hints.listen(events);
  await until('the stream is there', () => ready.is);
  const answered = leaseOf(pc, 5);
  await send(pc, answered);
  await send(pc, lost);
  await until('both hints came', () => awaited.length === 2);
  expect(awaited).toEqual([answered.id, lost.id]);
  expect(asked).toEqual(['again']);
  hints.hush();
});
