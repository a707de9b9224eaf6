/** A customer of the dealer who was corrected in the shop: corrected there, too, as often as somebody asks and never doubled. */
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { freshId } from '../../support/cloud.ts';
import { newCommand } from '../../support/cloud-commands.ts';
import { type DealerShop, openDealerShop, put } from '../../support/dealer-shop.ts';
import { cdkSetup } from '../../support/dms/shop-setups.ts';

let shop: DealerShop;
beforeAll(async () => {
  shop = await openDealerShop({ recall: 'none' });
});
afterEach(() => shop.connect());
afterAll(() => shop.close());

const patience = { timeout: 60_000, interval: 50 };
const typed = (id: string) => ({ id, source: 'typed', by: '', at: 0 });
const ask = (name: 'export-customer' | 'update-customer', workfileId: string) =>
  shop.ask(newCommand(shop.pc, name, { workfileId }));
/** Of the workfile, the newest last: what happened, its status, reference and note. */
const told = async (workfile: string) =>
  (await shop.events(workfile)).map(({ what, status, reference, note }) => [what, status, reference, note]);
const untilTold = (workfile: string, ...last: readonly string[]) =>
  vi.waitFor(async () => expect((await told(workfile)).at(-1)).toEqual(last), patience);
const updates = async (customerId: string) =>
  (await shop.dealer.journal()).flatMap(({ request }) =>
    request.kind === 'customer' && request.update?.customerId === customerId ? [request] : [],
  );

type Owner = { readonly workfile: string; readonly contact: string };

/** A workfile with an owner, whom the dealer knows by an ID unless said otherwise. */
async function open(customer: string): Promise<Owner> {
  const workfile = await shop.begin({ dmsCustomerId: typed(customer) });
  const contact = freshId();
  const owner = { parent: { workfileId: workfile, role: 'owner' }, name: { last: 'Moor', first: 'Ann' } };
  await shop.pc.push(shop.pc.create('contact', contact, { ...owner, cell: { number: '555-0100' } }));
  return { workfile, contact };
}

async function write(kind: string, id: string, group: string, value: object): Promise<void> {
  const { changes } = await shop.pc.pull();
  const base = changes.findLast(([, , , , of, which]) => of === id && (which === group || which === '*'))?.[2] ?? null;
  const [verdict] = await shop.pc.push(shop.pc.edit(kind as never, id, group, value as never, base));
  expect(verdict).toMatchObject({ verdict: 'applied' });
}

test('a new customer is corrected with what the workfile says now, again and again, and stays one', async () => {
  const { workfile, contact } = await open('');
  await ask('export-customer', workfile);
  const id = async () => shop.value(workfile, 'dmsCustomerId');
  await vi.waitFor(async () => expect((await id()).id).toMatch(/^\d+$/), patience);
  const made = await id();
  const customerId = typeof made.id === 'string' ? made.id : '';
  for (const [n, last] of ['Moor-Hale', 'Hale'].entries()) {
    await write('contact', contact, 'name', { last, first: 'Ann', company: '' });
    expect(await ask('update-customer', workfile)).toMatchObject({ result: { state: 'queued' } });
    await vi.waitFor(async () => expect(await updates(customerId)).toHaveLength(n + 1), patience);
    await untilTold(workfile, 'customer-updated', '', customerId, '');
  }
  const details = { cell: '555-0100', home: '555-0100', email: '', street: '' };
  expect((await updates(customerId)).at(-1)).toMatchObject({ customer: { last: 'Hale' }, update: details });
  const body = JSON.stringify({ text: { last: 'Hale' } });
  expect(await (await shop.pc.post('/dms/customers', body)).json()).toMatchObject({
    matches: [{ customerId, last: 'Hale' }],
  });
  expect(await id()).toEqual(made);
  expect(await ask('export-customer', workfile)).toMatchObject({ reason: 'posted' });
});

test('what the dealer refuses is told in their words, and may be asked for again', async () => {
  const { workfile } = await open('C-1');
  await shop.dealer.lay({ kind: 'refuse', reason: 'StateCode is invalid' });
  await ask('update-customer', workfile);
  await untilTold(workfile, 'customer-not-updated', 'Failed', 'C-1', 'StateCode is invalid');
  await ask('update-customer', workfile);
  await untilTold(workfile, 'customer-updated', '', 'C-1', '');
  expect(await shop.value(workfile, 'dmsCustomerId')).toEqual(typed('C-1'));
});

test('an answer that was lost is no matter for a person: it goes again, and is told once', async () => {
  const { workfile } = await open('C-2');
  await shop.dealer.lay({ kind: 'lost-answer' });
  await ask('update-customer', workfile);
  await untilTold(workfile, 'customer-updated', '', 'C-2', '');
  const [one, other, ...more] = await updates('C-2');
  expect(other).toEqual(one);
  expect(more).toEqual([]);
  expect(await told(workfile)).toHaveLength(1);
});

test('one waits for what is on its way, and nothing is asked of who cannot do it', async () => {
  const { workfile } = await open('C-3');
  await shop.dealer.lay({ kind: 'slow', ms: 1_000 });
  await ask('update-customer', workfile);
  expect(await ask('update-customer', workfile)).toMatchObject({ reason: 'being-exported' });
  await untilTold(workfile, 'customer-updated', '', 'C-3', '');
  expect(await ask('update-customer', (await open('')).workfile)).toMatchObject({ reason: 'no-customer-id' });
  await put(shop.pc, '/dms/connection', { ...cdk, on: true });
  expect(await ask('update-customer', workfile)).toMatchObject({ reason: 'not-offered' });
  expect(await updates('C-3')).toHaveLength(1);
});

test('a correction of the wrong customer is no reason against a new one', async () => {
  const { workfile } = await open('C-4');
  await ask('update-customer', workfile);
  await untilTold(workfile, 'customer-updated', '', 'C-4', '');
  await write('workfile', workfile, 'dmsCustomerId', typed(''));
  expect(await ask('export-customer', workfile)).toMatchObject({ result: { state: 'queued' } });
  await vi.waitFor(async () => expect((await shop.value(workfile, 'dmsCustomerId')).id).toMatch(/^\d+$/), patience);
});

const cdk = { setup: { partner: 'cdk', settings: cdkSetup }, secrets: { clientId: 'id', clientSecret: 'secret' } };
