/** What the dealer's system calls a workfile, through the door: set, corrected, taken back, and told in the history. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CivilDate } from '../../../src-shared/base/dates.ts';
import type { ReceiptId, ReceiptVoidId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { type DmsIdGroup, dmsIdNames } from '../../../src-shared/domain/dms/dms-id.ts';
import { textOf } from '../../../src-shared/domain/print/print-node.ts';
import { receiptSpec } from '../../../src-shared/domain/receipt/receipt.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import { sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { connectPc, tellExport } from '../../support/dms-shop.ts';
import { freshFolder, trialUser } from '../../support/store.ts';
import { idOf } from '../../support/store-story.ts';

let trial: BackendTrial;
let workfileId: WorkfileId;
beforeAll(async () => {
  trial = await openBackendTrial();
  workfileId = (await writeWorkfile(trial, 1)).workfile.id;
});
afterAll(() => trial.close());

const set = (group: DmsIdGroup, id: string, source: 'typed' | 'matched' = 'typed') =>
  trial.reply('dms.set-id', { workfileId, group, id, source });
const told = async () =>
  (await sheetOf(trial, workfileId)).dmsEvents.map(({ what }) => [what.what, what.was, what.is, what.reference]);

test('an id says who set it, when and where it comes from, and the history tells of it', async () => {
  expect(await set('dmsCustomerId', ' 9876543 ', 'matched')).toEqual({ ok: true, value: null });
  await set('dmsVehicleId', 'V-12');
  const { workfile, dmsEvents } = await sheetOf(trial, workfileId);
  expect(workfile.dmsCustomerId).toMatchObject({ id: '9876543', source: 'matched', by: trialUser.name });
  expect(workfile.dmsCustomerId?.at).toBeGreaterThan(0);
  expect(dmsEvents[0]?.what).toMatchObject({ by: trialUser.name, amountCents: null, receiptId: '' });
  // The reference of a vehicle stays blank.
  expect(await told()).toEqual([
    ['customer-id', '', '9876543', '9876543'],
    ['vehicle-id', '', 'V-12', ''],
  ]);
});

test('the same id again is nothing, a correction tells the old and the new one', async () => {
  const before = (await told()).length;
  await set('dmsCustomerId', '9876543');
  expect(await told()).toHaveLength(before);
  await set('dmsCustomerId', '9876544');
  expect((await told()).at(-1)).toEqual(['customer-id', '9876543', '9876544', '9876544']);
});

test('undo and redo take it back and make it again, and the history keeps both', async () => {
  const before = (await told()).length;
  await trial.ask('workfile.undo', { workfileId });
  expect((await sheetOf(trial, workfileId)).workfile.dmsCustomerId?.id).toBe('9876543');
  await trial.ask('workfile.redo', { workfileId });
  expect((await told()).slice(before)).toEqual([
    ['customer-id', '9876544', '9876543', '9876543'],
    ['customer-id', '9876543', '9876544', '9876544'],
  ]);
});

test('the Export Summary is printed once there is something to tell, by whoever sees DMS Activity', async () => {
  const wish = { kind: 'dms-history', version: '', paper: 'letter' } as const;
  const { documents } = await trial.ask('print.choices', { workfileId });
  expect(documents.map(({ kind }) => kind)).toContain(wish.kind);
  const { document } = await trial.ask('print.prepare', { workfileId, ...wish });
  const rows = document.pieces.filter(({ table }) => table === 'exports');
  expect(rows).toHaveLength((await told()).length);
  expect(rows.map(({ node }) => textOf(node)).join()).toContain('DMS Vehicle ID added');
  const fresh = (await writeWorkfile(trial, 1)).workfile.id;
  expect(await trial.reply('print.prepare', { workfileId: fresh, ...wish })).toMatchObject({
    failure: { kind: 'not-found', what: 'print' },
  });
});

test('no plain change writes an id, and an id that is no id is refused', async () => {
  for (const group of dmsIdNames) {
    const value = { id: '1', source: 'reserved' as const, by: 'x', at: 1 };
    expect(await trial.reply('workfile.change', { workfileId, group, value })).toEqual({
      ok: false,
      failure: { kind: 'forbidden', need: 'dms.set-id' },
    });
  }
  expect(await set('dmsRepairId', 'x'.repeat(41))).toMatchObject({ failure: { kind: 'invalid' } });
  expect(
    await trial.reply('dms.set-id', { workfileId, group: 'saved' as never, id: '', source: 'typed' }),
  ).toMatchObject({ failure: { kind: 'invalid' } });
});

test('once a workfile has ended customer and vehicle stay as they are, the Repair ID may still be corrected', async () => {
  await trial.ask('workfile.move', { workfileId, move: 'cancel', reason: 'The owner went elsewhere' });
  expect(await set('dmsRepairId', '48213')).toEqual({ ok: true, value: null });
  for (const group of ['dmsCustomerId', 'dmsVehicleId'] as const)
    expect(await set(group, '1')).toEqual({ ok: false, failure: { kind: 'conflict', what: 'ended' } });
});

test('a technician sets none, and nobody where the shop has the feature switched off', async () => {
  const technician = await openBackendTrial({ role: 'technician' });
  const other = await technician.reply('dms.set-id', { workfileId, group: 'dmsRepairId', id: '1', source: 'typed' });
  expect(other).toEqual({ ok: false, failure: { kind: 'forbidden', need: 'use-dms' } });
  await technician.close();
  const place = freshFolder('dms-off');
  await connectPc(place.folder, { about: { on: false, partner: 'simulated', name: 'Simulated dealer', storeIds: '' } });
  const off = await openBackendTrial({ folder: place.folder });
  const { workfile } = await writeWorkfile(off, 1);
  const input = { workfileId: workfile.id, group: 'dmsRepairId', id: '1', source: 'typed' } as const;
  expect(await off.reply('dms.set-id', input)).toEqual({ ok: false, failure: { kind: 'conflict', what: 'dms-off' } });
  await off.close();
  place.remove();
});

test('a customer is corrected in the DMS where the partner takes it, the ID is known, and nobody waits for it', async () => {
  const place = freshFolder('dms-update');
  await connectPc(place.folder);
  const pc = await openBackendTrial({ folder: place.folder });
  const ofPc = (await writeWorkfile(pc, 1)).workfile.id;
  const update = () => pc.reply('dms.update-customer', { workfileId: ofPc });
  const notReady = { ok: false, failure: { kind: 'conflict', what: 'dms-update-not-ready' } };
  expect(await update()).toEqual(notReady);
  await pc.ask('dms.set-id', { workfileId: ofPc, group: 'dmsCustomerId', id: '9876543', source: 'typed' });
  expect(await update()).toEqual({ ok: true, value: null });
  expect((await pc.ask('command.list', {}))[0]).toMatchObject({ name: 'update-customer', state: 'waiting' });
  expect(await update()).toMatchObject({ failure: { what: 'command-waiting' } });
  const other = (await writeWorkfile(pc, 1)).workfile.id;
  await pc.ask('dms.export-customer', { workfileId: other });
  await pc.ask('dms.set-id', { workfileId: other, group: 'dmsCustomerId', id: '9876544', source: 'typed' });
  expect(await pc.reply('dms.update-customer', { workfileId: other })).toEqual(notReady);
  await pc.ask('workfile.move', { workfileId: other, move: 'cancel', reason: 'The owner went elsewhere' });
  expect(await pc.reply('dms.update-customer', { workfileId: other })).toMatchObject({ failure: { what: 'ended' } });
  const nobody = { workfileId: idOf(77) as WorkfileId };
  expect(await pc.reply('dms.update-customer', nobody)).toMatchObject({ failure: { kind: 'not-found' } });
  await pc.close();
  place.remove();
  const bare = freshFolder('dms-no-update');
  await connectPc(bare.folder, { updates: { customers: false } });
  const older = await openBackendTrial({ folder: bare.folder });
  const ofOlder = (await writeWorkfile(older, 1)).workfile.id;
  await older.ask('dms.set-id', { workfileId: ofOlder, group: 'dmsCustomerId', id: '1', source: 'typed' });
  expect(await older.reply('dms.update-customer', { workfileId: ofOlder })).toEqual(notReady);
  await older.close();
  bare.remove();
});

test('ready receipts are asked for at once, each by a command of its own, and none twice', async () => {
  const place = freshFolder('dms-export');
  await connectPc(place.folder);
  const pc = await openBackendTrial({ folder: place.folder, role: 'manager' });
  const ofPc = (await writeWorkfile(pc, 1)).workfile.id;
  const money = { ...emptyGroup(receiptSpec, 'money'), date: '2026-11-20' as CivilDate };
  const receiptIds = [91, 92].map((n) => idOf(n) as ReceiptId);
  for (const [at, receiptId] of receiptIds.entries()) {
    const given = { ...money, amountCents: 1000 + at };
    await pc.ask('receipt.take', { workfileId: ofPc, receiptId, money: given, reason: '', despite: true });
  }
  const all = { workfileId: ofPc, receiptIds };
  const nobody = await pc.ask('dms.export-payments', all);
  expect(nobody).toEqual({ asked: [], left: receiptIds.map((receiptId) => ({ receiptId, why: 'no-customer-id' })) });
  await pc.ask('dms.set-id', { workfileId: ofPc, group: 'dmsCustomerId', id: '9876543', source: 'typed' });
  expect(await pc.ask('dms.export-payments', all)).toEqual({ asked: receiptIds, left: [] });
  const waiting = (await pc.ask('command.list', {})).filter(({ name }) => name === 'export-payment');
  expect(new Map(waiting.map(({ receiptId, state }) => [receiptId, state]))).toEqual(
    new Map(receiptIds.map((receiptId) => [receiptId, 'waiting'])),
  );
  const again = await pc.ask('dms.export-payments', all);
  expect(again.left.map(({ why }) => why)).toEqual(['being-exported', 'being-exported']);
  expect(await pc.reply('dms.export-payments', { ...all, receiptIds: [idOf(93) as ReceiptId] })).toMatchObject({
    failure: { kind: 'not-found', what: 'receipt' },
  });
  await pc.close();
  place.remove();
});

test('an export whose outcome is unknown is settled by a person who looked, once; what is there is not voided', async () => {
  const place = freshFolder('dms-check');
  await connectPc(place.folder);
  const before = await openBackendTrial({ folder: place.folder, role: 'manager' });
  const ofPc = (await writeWorkfile(before, 1)).workfile.id;
  const receiptId = idOf(95) as ReceiptId;
  const money = { ...emptyGroup(receiptSpec, 'money'), date: '2026-11-20' as CivilDate, amountCents: 500 };
  await before.ask('receipt.take', { workfileId: ofPc, receiptId, money, reason: '', despite: true });
  const found = {
    subject: { kind: 'payment', id: receiptId },
    found: ' 4711 ',
    reason: 'Seen in the cashier journal',
  } as const;
  expect(await before.reply('dms.resolve-export', found)).toEqual({
    ok: false,
    failure: { kind: 'conflict', what: 'export-settled' },
  });
  await before.close();
  await tellExport(place.folder, receiptId, { state: 'needs-check' });
  const pc = await openBackendTrial({ folder: place.folder, role: 'manager' });
  expect((await sheetOf(pc, ofPc)).receipts[0]?.dms?.state).toBe('needs-check');
  expect(await pc.reply('dms.resolve-export', { ...found, reason: ' ' })).toMatchObject({
    failure: { kind: 'invalid' },
  });
  await pc.ask('dms.resolve-export', found);
  expect((await pc.ask('command.list', {}))[0]).toMatchObject({ name: 'resolve-export', receiptId, state: 'waiting' });
  expect(await pc.reply('dms.resolve-export', found)).toMatchObject({ failure: { what: 'command-waiting' } });
  const voiding = { receiptId, voidId: idOf(96) as ReceiptVoidId, reason: 'Typed twice' };
  expect(await pc.reply('receipt.void', voiding)).toMatchObject({ failure: { what: 'receipt-exported' } });
  await pc.close();
  place.remove();
});
