/** A repair order closed on one PC while others work on: shut here at once, everywhere once the cloud did it, and nothing lost. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { untilPhase } from '../../support/desktop.ts';
import { lockEstimate, sheetOf, writeEstimate } from '../../support/desktop-estimate.ts';
import { openShop, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

let shop: Shop;
let first: ShopPc;
let second: ShopPc;
beforeAll(async () => {
  shop = await openShop();
  first = await shop.pc('PC-1');
  second = await shop.pc('PC-2', 'office');
  for (const pc of [first, second]) await round(pc);
});
afterAll(() => shop.close());

/** A locked repair order that both PCs have, with everything that closing asks for. */
async function readyToClose(seed: number): Promise<WorkfileId> {
  const workfileId = await writeEstimate(first, 2, seed);
  const { contacts, vehicle } = await sheetOf(first, workfileId);
  const contactId = contacts[0]?.id ?? ('' as never);
  await first.ask('contact.change', { contactId, group: 'name', value: { first: '', last: 'Turpin', company: '' } });
  const identity = { ...vehicle.identity, make: 'Toyota', model: 'Corolla', source: 'hand' } as const;
  await first.ask('vehicle.change', { vehicleId: vehicle.id, group: 'identity', value: identity });
  await lockEstimate(first, workfileId);
  await first.ask('workfile.convert', { workfileId });
  await round(first);
  await round(second);
  return workfileId;
}
const move = (pc: ShopPc, workfileId: WorkfileId, way: 'close' | 'cancel' | 'reopen', reason = '') =>
  pc.reply('workfile.move', { workfileId, move: way, reason });
const stageOn = async (pc: ShopPc, workfileId: WorkfileId) => (await sheetOf(pc, workfileId)).workfile.stage.stage;
async function rename(pc: ShopPc, workfileId: WorkfileId, last: string) {
  const { contacts } = await sheetOf(pc, workfileId);
  const value = { first: '', last, company: '' };
  return pc.reply('contact.change', { contactId: contacts[0]?.id ?? ('' as never), group: 'name', value });
}
const ended = { ok: false, failure: { kind: 'conflict', what: 'ended' } };

test('closed without a network it is shut here at once, and everywhere when the cloud did it', async () => {
  const workfileId = await readyToClose(1);
  first.network.cut();
  await first.ask('sync.now', {});
  await untilPhase(first, 'offline');
  expect(await move(first, workfileId, 'close')).toEqual({ ok: true, value: null });
  expect(await rename(first, workfileId, 'Here')).toEqual(ended);
  expect(await rename(second, workfileId, 'There')).toMatchObject({ ok: true });
  await round(second);
  first.network.restore();
  await first.ask('sync.now', {});
  await round(first);
  await round(second);
  for (const pc of [first, second]) {
    const { workfile, contacts } = await sheetOf(pc, workfileId);
    expect([workfile.stage.stage, workfile.moved?.by, contacts[0]?.name.last]).toEqual([
      'closed',
      'Robin Ellery',
      'There',
    ]);
    expect(await rename(pc, workfileId, 'Later')).toEqual(ended);
  }
  expect(await move(second, workfileId, 'close')).toMatchObject({ failure: { what: 'move-close' } });
});

test('an edit that meets a closed workfile is kept with the reason, and applies once it is reopened', async () => {
  const workfileId = await readyToClose(2);
  second.network.cut();
  await second.ask('sync.now', {});
  await untilPhase(second, 'offline');
  await rename(second, workfileId, 'Offline');
  await move(first, workfileId, 'close');
  await round(first);
  second.network.restore();
  await second.ask('sync.now', {});
  await round(second);
  const { decisions } = await second.ask('decision.list', {});
  const [kept] = decisions.filter(({ place }) => place.workfileId === workfileId);
  expect(kept).toMatchObject({ what: 'refused', reason: 'closed' });
  expect(await move(second, workfileId, 'reopen')).toMatchObject({ failure: { kind: 'invalid', issue: 'required' } });
  expect(await move(second, workfileId, 'reopen', 'The name was wrong')).toMatchObject({ ok: true });
  await round(second);
  expect(await second.reply('decision.choose', { ids: [kept?.id ?? ''], choice: 'mine' })).toMatchObject({ ok: true });
  await round(second);
  await round(first);
  const { workfile, contacts } = await sheetOf(first, workfileId);
  expect([workfile.stage.stage, workfile.moved?.reason, contacts[0]?.name.last]).toEqual([
    'repair-order',
    'The name was wrong',
    'Offline',
  ]);
});

test('closing asks for what is missing, cancelling and reopening for a reason', async () => {
  const workfileId = await first.ask('workfile.create', {});
  expect(await move(first, workfileId, 'close')).toMatchObject({ failure: { what: 'move-close' } });
  expect(await move(first, workfileId, 'cancel', '  ')).toMatchObject({ failure: { issue: 'required' } });
  await first.ask('workfile.convert', { workfileId });
  expect(await move(first, workfileId, 'close')).toMatchObject({ failure: { what: 'close-not-ready' } });
  expect(await move(first, workfileId, 'cancel', 'No')).toMatchObject({ failure: { what: 'move-cancel' } });
});

test('a cancelling that still waits is taken back, and the opportunity is open again', async () => {
  const workfileId = await first.ask('workfile.create', {});
  await round(first);
  first.network.cut();
  await first.ask('sync.now', {});
  await untilPhase(first, 'offline');
  await move(first, workfileId, 'cancel', 'Went elsewhere');
  expect(await first.reply('contact.add', { workfileId, role: 'other' })).toEqual(ended);
  const [given] = (await first.ask('command.list', {})).filter((command) => command.workfileId === workfileId);
  expect(given).toMatchObject({ name: 'move-workfile', move: 'cancel', state: 'waiting' });
  await first.ask('command.cancel', { id: given?.id ?? '' });
  expect(await first.reply('contact.add', { workfileId, role: 'other' })).toMatchObject({ ok: true });
  first.network.restore();
  await first.ask('sync.now', {});
  await round(first);
  expect(await stageOn(first, workfileId)).toBe('opportunity');
});
