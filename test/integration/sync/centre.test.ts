/** The Sync & conflict centre's lists on real PCs: what waits, what went, what was put right, and the PCs of the shop. */
import { cpSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { SentBatch } from '../../../src-shared/ipc/centre-shapes.ts';
import { openDesktop, until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { linesOf, lockEstimate, setPrice, sharedPart, sheetOf, writeEstimate } from '../../support/desktop-estimate.ts';
import { addPhoto, untilState } from '../../support/desktop-photos.ts';
import { openShop, people, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';
import { noisyJpeg, sha256Of } from '../../support/photos.ts';

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

const queue = (pc: ShopPc) => pc.ask('sync.queue', {});
const mendingsOn = async (pc: Pick<ShopPc, 'ask'>) => (await pc.ask('sync.problems', {})).mendings;
const change = (pc: ShopPc, sql: string, ...values: readonly unknown[]): void => {
  const database = new Database(`${pc.dataDir}/shopfile.db`);
  database.prepare(sql).run(...values);
  database.close();
};

test('without a network edits, a command and a photo wait, each in its own list; text being typed does not', async () => {
  expect(await queue(first)).toEqual({
    total: 0,
    bytes: 0,
    oldestAt: 0,
    edits: [],
    commands: [],
    photoTotal: 0,
    documentTotal: 0,
    attachments: [],
  });
  first.network.cut();
  await first.ask('sync.now', {});
  await untilPhase(first, 'offline');
  const [line] = await linesOf(first, workfileId);
  if (line === undefined) throw new Error('no line');
  await first.ask('line.change', { lineId: line.id, group: 'text', value: { description: 'waits' } });
  await first.ask('draft.keep', { workfileId, place: 'vehicle/x/plate/number', text: 'EKM' });
  await lockEstimate(first, workfileId);
  const bytes = noisyJpeg(60_000, 3);
  await addPhoto(first, workfileId, bytes);
  const { total, edits, commands, attachments, photoTotal } = await queue(first);
  // The photo's record is an edit; its files are the photo.
  expect([total, photoTotal]).toEqual([2, 1]);
  expect(edits.map(({ place }) => place.kind)).toEqual(['line', 'photo']);
  expect(commands).toMatchObject([{ name: 'lock-estimate', state: 'waiting', workfileId }]);
  expect(attachments).toMatchObject([
    { kind: 'photo', workfileId, bytes: bytes.length, by: 'Robin Ellery', percent: null },
  ]);
  expect((await first.ask('sync.state', {})).waiting).toBe(3);
});

test('a command is taken back from the list, and the rest goes as soon as the cloud is there', async () => {
  const [command] = (await queue(first)).commands;
  await first.ask('command.cancel', { id: command?.id ?? '' });
  expect((await queue(first)).commands).toEqual([]);
  const [before] = await first.ask('sync.sent', { since: 0 });
  first.network.restore();
  await first.ask('sync.now', {});
  await untilSynced(first);
  await untilState(first, workfileId, sha256Of(noisyJpeg(60_000, 3)), { sent: true });
  expect(await queue(first)).toMatchObject({ total: 0, photoTotal: 0, attachments: [] });
  const sent = (await first.ask('sync.sent', { since: 0 })).filter(({ n }) => n > (before?.n ?? 0));
  // What is sealed goes as it is, so that the two may go apart.
  const sum = (count: (batch: SentBatch) => number) => sent.reduce((all, batch) => all + count(batch), 0);
  expect([sum(({ edits }) => edits), sum(({ conflicts, refused }) => conflicts + refused)]).toEqual([2, 0]);
  expect((await sheetOf(first, workfileId)).estimate.lock.at).toBe(0);
});

test('a try without an answer is told with its failure, and the PC that was compared last says when', async () => {
  first.network.cut();
  await first.ask('sync.now', {});
  await untilPhase(first, 'offline');
  const problems = await first.ask('sync.problems', {});
  expect(problems.tries).toBeGreaterThan(0);
  expect(problems.failures[0]).toMatchObject({ failure: { kind: 'offline' } });
  expect(await first.reply('sync.devices', {})).toMatchObject({ ok: false, failure: { kind: 'offline' } });
  const { syncedAt } = await first.ask('sync.state', {});
  expect(Math.abs(Date.now() - syncedAt)).toBeLessThan(120_000);
  first.network.restore();
  await round(first);
  const devices = await first.ask('sync.devices', {});
  expect(devices.map(({ name, isThisPc }) => `${name} ${isThisPc}`).toSorted()).toEqual(['PC-1 true', 'PC-2 false']);
});

test('a workfile that was put right is told with what is kept of it', async () => {
  expect(await mendingsOn(second)).toEqual([]);
  const [line, other] = await linesOf(second, workfileId);
  if (line === undefined || other === undefined) throw new Error('no lines');
  await round(second);
  change(second, `update line set part_price_cents = 1, edit = 'zzzzzzzzzz-1' where id = ?`, line.id);
  const [, same] = await linesOf(first, workfileId);
  if (same === undefined) throw new Error('no second line');
  await setPrice(first, same, 77_700);
  await round(first);
  await until('the workfile is mended', async () => {
    await round(second);
    return (await mendingsOn(second)).length > 0;
  });
  expect(await mendingsOn(second)).toMatchObject([{ event: 'mended', workfileId, replaced: 1 }]);
  expect(await sharedPart(second, workfileId)).toEqual(await sharedPart(first, workfileId));
});

test('a cloud that went back, and a folder that was copied, are told in the order in which they were met', async () => {
  change(second, `update meta set value = 'another' where name = 'epoch'`);
  second = await second.reopen();
  await until('the PC goes back', async () =>
    (await mendingsOn(second)).some(({ event }) => event === 'cloud-restored'),
  );
  await untilSynced(second);

  await second.close();
  const folder = shop.folderOf('copy');
  cpSync(second.dataDir, folder, { recursive: true });
  second = await second.reopen();
  await linesOf(second, workfileId);
  await second.ask('workfile.create', {});
  await round(second);
  const copy = await openDesktop({ dataDir: folder, cloudUrl: shop.cloudUrl, name: 'PC-3' });
  await copy.ask('workfile.create', {});
  await until('the copy takes a new identity', async () => {
    const { phase } = await copy.ask('sync.state', {});
    if (phase === 'signed-out') await copy.ask('session.sign-in', people.office);
    await copy.ask('sync.now', {});
    return (await mendingsOn(copy)).some(({ event }) => event === 'new-device');
  });
  await untilSynced(copy);
  expect((await mendingsOn(copy)).map(({ event }) => event)).toEqual(['new-device', 'cloud-restored', 'mended']);
  await copy.close();
});
