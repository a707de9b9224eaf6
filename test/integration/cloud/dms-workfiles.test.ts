/** What a dealer's system is told of a workfile: its customer, its vehicle, its number, and the repair order when it is closed. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { DmsEvent } from '../../../src-shared/domain/dms/dms-event.ts';
import { eventWords } from '../../../src-shared/domain/dms/event-words.ts';
import { freshId } from '../../support/cloud.ts';
import { lockOf, moveOf, newCommand, startOf } from '../../support/cloud-commands.ts';
import { payerOf, type Sheet } from '../../support/cloud-records.ts';
import { type DealerShop, openDealerShop, put } from '../../support/dealer-shop.ts';
import { cdkSetup } from '../../support/dms/shop-setups.ts';

let shop: DealerShop;
beforeAll(async () => {
  shop = await openDealerShop();
});
afterAll(() => shop.close());

const patience = { timeout: 60_000, interval: 50 };
const idOf = async (workfile: string, group: string) => (await shop.value(workfile, group)).id;
const ask = (name: Parameters<typeof newCommand>[1], workfileId: string, more = {}) =>
  shop.ask(newCommand(shop.pc, name, { workfileId, ...more }));
const post = async (path: string, body: object) => (await shop.pc.post(path, JSON.stringify(body))).json();

/** A workfile with an owner, a vehicle, and an estimate of nothing that can be locked. */
async function open(customer = ''): Promise<Sheet> {
  const workfile = await shop.begin({ dmsCustomerId: { id: customer, source: 'typed', by: '', at: 0 } });
  const { pc } = shop;
  const [contact, estimate, line] = [freshId(), freshId(), freshId()];
  const parent = { workfileId: workfile };
  const owner = {
    ...{ parent: { ...parent, role: 'owner' }, name: { last: 'Moor', first: 'Ann' }, cell: { number: '555' } },
    ...{ address: { street: '12 Quay St', city: 'Holland', state: 'MI', postalCode: '49423' } },
    email: { address: 'ann@example.com' },
  };
  const sheet = { workfile, contact, estimate, line, edits: [] };
  await pc.push(
    pc.create('contact', contact, owner),
    pc.create('vehicle', freshId(), { parent, identity: { vin: '1HGCM82633A004352', year: 2003, make: 'Honda' } }),
    pc.create('estimate', estimate, { parent }),
    pc.create('line', line, lineOf(sheet, 10_000)),
    payerOf(pc, sheet),
  );
  return sheet;
}

const lineOf = ({ workfile, estimate }: Sheet, priceCents: number) => ({
  parent: { workfileId: workfile, estimateId: estimate },
  text: { description: 'Bumper' },
  part: { type: 'oem', priceCents, taxed: false },
});

test('the owner becomes a customer there, then the vehicle one of theirs, and both can be found', async () => {
  const { workfile } = await open();
  expect(await ask('export-vehicle', workfile, { make: 'HONDA', model: 'ACCORD' })).toMatchObject({
    reason: 'no-customer-id',
  });
  expect(await ask('export-customer', workfile)).toMatchObject({ result: { state: 'queued' } });
  await vi.waitFor(async () => expect(await idOf(workfile, 'dmsCustomerId')).toMatch(/^\d+$/), patience);
  const customerId = await idOf(workfile, 'dmsCustomerId');
  expect(await post('/dms/customers', { workfileId: workfile })).toMatchObject({
    matches: [{ customerId, last: 'Moor', first: 'Ann' }],
  });
  expect((await shop.dealer.journal()).at(-1)?.request).toMatchObject({
    details: { street: '12 Quay St', city: 'Holland', state: 'MI', postalCode: '49423', cell: '555', home: '' },
  });
  await ask('export-vehicle', workfile, { make: 'HONDA', model: 'ACCORD' });
  await vi.waitFor(async () => expect(await idOf(workfile, 'dmsVehicleId')).toMatch(/^\d+$/), patience);
  const found = { matches: [{ make: 'HONDA', model: 'ACCORD', year: 2003 }] };
  expect(await post('/dms/vehicles', { workfileId: workfile })).toMatchObject(found);
  expect(await post('/dms/vehicles', { vin: '004352' })).toMatchObject(found);
  expect(await shop.events(workfile)).toMatchObject([
    { what: 'customer-id', reference: customerId, is: customerId },
    { what: 'vehicle-id', reference: '' },
  ]);
  expect(await ask('export-customer', workfile)).toMatchObject({ reason: 'posted' });
});

test('a number is reserved while a person waits, and the repair order is made under it', async () => {
  const workfile = await shop.begin();
  const { number } = (await post('/dms/reserve', { workfileId: workfile })) as { readonly number: string };
  expect(await idOf(workfile, 'dmsRepairId')).toBe(number);
  expect(await post('/dms/reserve', { workfileId: workfile })).toEqual({ number });
  expect(await ask('convert-to-ro', workfile, { number: '77', reserved: true })).toMatchObject({ reason: 'invalid' });
  expect(await ask('convert-to-ro', workfile, { number, reserved: true })).toMatchObject({ result: { number } });
  const other = await shop.begin();
  const own = await ask('convert-to-ro', other, { number: null });
  expect(own).toMatchObject({ state: 'done' });
  expect(own.state === 'done' && own.result.number).not.toBe(String(Number(number) + 1));
  await vi.waitFor(async () => expect(await idOf(other, 'dmsRepairId')).toMatch(/^\d+$/), patience);
  expect(await shop.value(other, 'dmsRepairId')).toMatchObject({ source: 'reserved' });
});

test('who asks for a number that is being reserved already waits for it, too', async () => {
  const workfile = await shop.begin();
  await shop.dealer.lay({ kind: 'slow', ms: 1_000 });
  const [one, other] = await Promise.all([1, 2].map(() => post('/dms/reserve', { workfileId: workfile })));
  expect(one).toMatchObject({ number: expect.stringMatching(/^\d+$/) });
  expect(other).toEqual(one);
});

test('a partner that is away gives the number later', async () => {
  const workfile = await shop.begin();
  await shop.dealer.lay({ kind: 'lost-request' });
  expect(await post('/dms/reserve', { workfileId: workfile })).toEqual({ state: 'later' });
  await vi.waitFor(async () => expect(await idOf(workfile, 'dmsRepairId')).toMatch(/^\d+$/), patience);
});

test('a repair order goes when it is closed, and again with the difference under a new Repair ID', async () => {
  const sheet = await open('C-9');
  const { workfile, estimate } = sheet;
  const { pc } = shop;
  await ask('convert-to-ro', workfile, { number: null });
  await vi.waitFor(async () => expect(await idOf(workfile, 'dmsRepairId')).toMatch(/^\d+$/), patience);
  expect(await ask('export-repair-order', workfile)).toMatchObject({ reason: 'other-stage' });
  expect(await shop.ask(lockOf(pc, estimate))).toMatchObject({ state: 'done' });
  expect(await shop.ask(moveOf(pc, workfile, 'close'))).toMatchObject({ state: 'done' });
  const exported = async () => (await shop.events(workfile)).filter(({ what }) => what === 'ro-exported');
  await vi.waitFor(async () => expect(await exported()).toHaveLength(1), patience);
  const first = await idOf(workfile, 'dmsRepairId');
  expect(await sentOrders()).toMatchObject([{ repairId: first, corrects: '', customerId: 'C-9', totalCents: 10_000 }]);
  expect(await ask('export-repair-order', workfile)).toMatchObject({ reason: 'posted' });

  expect(await shop.ask(moveOf(pc, workfile, 'reopen', 'A further part'))).toMatchObject({ state: 'done' });
  expect(await shop.ask(startOf(pc, estimate, 'S01'))).toMatchObject({ state: 'done' });
  await pc.push(pc.create('line', freshId(), lineOf(sheet, 2_500)));
  expect(await shop.ask(lockOf(pc, estimate))).toMatchObject({ state: 'done' });
  expect(await shop.ask(moveOf(pc, workfile, 'close'))).toMatchObject({ state: 'done' });
  await vi.waitFor(async () => expect(await exported()).toHaveLength(2), patience);
  const second = await idOf(workfile, 'dmsRepairId');
  expect(second).not.toBe(first);
  expect((await sentOrders())[1]).toMatchObject({ repairId: second, corrects: first, totalCents: 2_500 });
  expect(await exported()).toMatchObject([{ amountCents: 10_000 }, { amountCents: 2_500 }]);

  // Closed again as it was, there is no difference to send, and no number for it.
  expect(await shop.ask(moveOf(pc, workfile, 'reopen', 'A look'))).toMatchObject({ state: 'done' });
  expect(await shop.ask(moveOf(pc, workfile, 'close'))).toMatchObject({ state: 'done' });
  expect(await ask('export-repair-order', workfile)).toMatchObject({ reason: 'posted' });
  expect(await idOf(workfile, 'dmsRepairId')).toBe(second);
});

/** Closes a workfile that was opened, and waits for nothing. */
const closeNow = async ({ workfile, estimate }: Sheet) => {
  expect(await shop.ask(lockOf(shop.pc, estimate))).toMatchObject({ state: 'done' });
  expect(await shop.ask(moveOf(shop.pc, workfile, 'close'))).toMatchObject({ state: 'done' });
};
const orderLines = async (workfile: string) =>
  (await shop.events(workfile)).filter(({ what }) => what === 'ro-exported' || what === 'ro-rejected');
const orderSent = async (workfile: string, times: number) =>
  vi.waitFor(async () => {
    const sent = (await orderLines(workfile)).filter(({ what }) => what === 'ro-exported');
    expect(sent).toHaveLength(times);
  }, patience);

test('what was added while nobody knew of the first repair order follows it when that is known', async () => {
  const sheet = await open('C-11');
  const { workfile, estimate } = sheet;
  const { pc } = shop;
  await ask('convert-to-ro', workfile, { number: null });
  await vi.waitFor(async () => expect(await idOf(workfile, 'dmsRepairId')).toMatch(/^\d+$/), patience);
  const first = await idOf(workfile, 'dmsRepairId');
  await shop.dealer.lay({ kind: 'lost-answer' });
  await closeNow(sheet);
  await shop.ask(moveOf(pc, workfile, 'reopen', 'A further part'));
  await shop.ask(startOf(pc, estimate, 'S01'));
  await pc.push(pc.create('line', freshId(), lineOf(sheet, 2_500)));
  await closeNow(sheet);
  await orderSent(workfile, 2);
  const sent = (await sentOrders()).slice(-2);
  expect(sent).toMatchObject([
    { repairId: first, totalCents: 10_000 },
    { corrects: first, totalCents: 2_500 },
  ]);
  expect(sent[1]?.repairId).toBe(await idOf(workfile, 'dmsRepairId'));
});

test('one that is closed without its Customer ID waits for a person, and the history says for what', async () => {
  const sheet = await open();
  await ask('convert-to-ro', sheet.workfile, { number: null });
  await closeNow(sheet);
  const note = 'reopen the workfile and enter the DMS Customer ID';
  expect(await orderLines(sheet.workfile)).toMatchObject([
    { what: 'ro-rejected', status: 'Not exported', note, was: '' },
  ]);
});

test('one that is closed without the vehicle that CDK asks for waits for it, and is not sent', async () => {
  const sheet = await open('C-9');
  await ask('convert-to-ro', sheet.workfile, { number: '7001' });
  const setup = { partner: 'cdk', settings: cdkSetup };
  const secrets = { clientId: 'our-app-key', clientSecret: 'our-app-secret' };
  expect((await put(shop.pc, '/dms/connection', { on: true, setup, secrets })).status).toBe(204);
  await closeNow(sheet);
  const note = 'reopen the workfile and enter the DMS Vehicle ID';
  expect(await orderLines(sheet.workfile)).toMatchObject([{ status: 'Not exported', note }]);
  expect(await ask('export-repair-order', sheet.workfile)).toMatchObject({ reason: 'no-vehicle-id' });
  await shop.connect();
});

test('where nothing is reserved, a person enters each Repair ID: the first, and a new one for the difference', async () => {
  await shop.connect(true, { reservations: false });
  const sheet = await open('C-9');
  const { workfile, estimate } = sheet;
  const { pc } = shop;
  await ask('convert-to-ro', workfile, { number: null });
  await closeNow(sheet);
  const left = { what: 'ro-rejected', status: 'Not exported' };
  expect(await orderLines(workfile)).toMatchObject([{ ...left, note: 'enter the DMS Repair ID', was: '' }]);
  await write(workfile, 'dmsRepairId', known('48213'));
  await ask('export-repair-order', workfile);
  await orderSent(workfile, 1);

  await shop.ask(moveOf(pc, workfile, 'reopen', 'A further part'));
  await shop.ask(startOf(pc, estimate, 'S01'));
  await pc.push(pc.create('line', freshId(), lineOf(sheet, 2_500)));
  await closeNow(sheet);
  expect((await orderLines(workfile)).at(-1)).toMatchObject({
    ...left,
    note: 'enter a new DMS Repair ID',
    was: '48213',
  });
  expect(await ask('export-repair-order', workfile)).toMatchObject({ reason: 'no-repair-id' });
  await write(workfile, 'dmsRepairId', known('48213S1'));
  await ask('export-repair-order', workfile);
  await orderSent(workfile, 2);
  expect((await sentOrders()).at(-1)).toMatchObject({ repairId: '48213S1', corrects: '48213', totalCents: 2_500 });
  await shop.connect();
});

test('one whose number the dealer does not give waits for a person who enters it', async () => {
  const sheet = await open('C-9');
  const { workfile } = sheet;
  await shop.dealer.lay({ kind: 'refuse', reason: 'No numbers left' });
  await ask('convert-to-ro', workfile, { number: null });
  const refused = async () => (await shop.events(workfile)).some(({ status }) => status === 'Failed');
  await vi.waitFor(async () => expect(await refused()).toBe(true), patience);
  expect(await orderLines(workfile)).toEqual([]);
  await shop.dealer.lay({ kind: 'refuse', reason: 'No numbers left' });
  await closeNow(sheet);
  const note = 'enter the DMS Repair ID';
  await vi.waitFor(async () => expect(await orderLines(workfile)).toMatchObject([{ note }]), patience);
});

test('a number that a person found in the DMS sends the repair order that waits for it', async () => {
  await shop.connect(true, { recall: 'none' });
  const sheet = await open('C-9');
  const { workfile } = sheet;
  await shop.dealer.lay({ kind: 'lost-answer' });
  await ask('convert-to-ro', workfile, { number: null });
  await closeNow(sheet);
  const unknown = async () => (await shop.events(workfile)).some(({ status }) => status === 'Outcome unknown');
  await vi.waitFor(async () => expect(await unknown()).toBe(true), patience);
  // Whatever becomes of the next request, the dealer is asked for it again.
  await shop.connect();
  const subject = { kind: 'reservation', id: workfile };
  const resolve = { subject, found: '77001', reason: 'Seen in the list of numbers' };
  expect(await shop.ask(newCommand(shop.pc, 'resolve-export', resolve))).toMatchObject({ result: { state: 'posted' } });
  await orderSent(workfile, 1);
  expect((await sentOrders()).at(-1)).toMatchObject({ repairId: '77001', corrects: '', totalCents: 10_000 });
});

const write = async (workfile: string, group: string, value: ReturnType<typeof known>) => {
  const { changes } = await shop.pc.pull();
  const base = changes.findLast(([, , , , id, of]) => id === workfile && (of === group || of === '*'))?.[2] ?? null;
  const [verdict] = await shop.pc.push(shop.pc.edit('workfile', workfile, group, value, base));
  expect(verdict).toMatchObject({ verdict: 'applied' });
};

const known = (id: string) => ({ id, source: 'typed', by: 'Someone', at: 1 });

test('an ID that somebody wrote while another one was made stays, and the history tells of both', async () => {
  const { workfile } = await open();
  await shop.dealer.lay({ kind: 'slow', ms: 1_000 });
  await ask('export-customer', workfile);
  const base = (await shop.pc.pull()).changes.find(([, , , , id]) => id === workfile)?.[2] ?? null;
  await shop.pc.push(shop.pc.edit('workfile', workfile, 'dmsCustomerId', known('C-typed'), base));
  const events = () => shop.events(workfile);
  await vi.waitFor(async () => expect((await events()).at(-1)?.what).toBe('customer-id'), patience);
  expect(await idOf(workfile, 'dmsCustomerId')).toBe('C-typed');
  const reference = String((await shop.dealer.journal()).at(-1)?.reference);
  const last = (await events()).at(-1) as DmsEvent['what'];
  expect(last).toMatchObject({ status: 'Not used', is: reference, reference });
  expect(eventWords(last)).toBe(
    `DMS Customer ID not added: the DMS made ${reference}, but C-typed was entered meanwhile and stays`,
  );
});

test('of a vehicle the history names no reference then either, but in its words', async () => {
  const { workfile } = await open('C-1');
  await shop.dealer.lay({ kind: 'slow', ms: 1_000 });
  await ask('export-vehicle', workfile, { make: 'HONDA', model: 'ACCORD' });
  const base = (await shop.pc.pull()).changes.find(([, , , , id]) => id === workfile)?.[2] ?? null;
  await shop.pc.push(shop.pc.edit('workfile', workfile, 'dmsVehicleId', known('V-typed'), base));
  const last = async () => (await shop.events(workfile)).at(-1) as DmsEvent['what'] | undefined;
  await vi.waitFor(async () => expect((await last())?.status).toBe('Not used'), patience);
  expect(await last()).toMatchObject({ what: 'vehicle-id', reference: '' });
  expect((await last())?.note).toMatch(/^the DMS made \d+, but V-typed was entered meanwhile and stays$/);
});

const sentOrders = async () =>
  (await shop.dealer.journal()).flatMap(({ request }) => (request.kind === 'repair-order' ? [request] : []));
