/** Customers of the shop over the backend's door. */
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { migrationsDir } from '../../support/store.ts';

let trial: BackendTrial;
let ask: BackendTrial['ask'];
beforeAll(async () => {
  trial = await openBackendTrial({ role: 'estimator' });
  ask = trial.ask;
});
afterAll(() => trial.close());

const add = async (last: string): Promise<CustomerId> => {
  const [id] = await ask('library.add', {
    kind: 'customer',
    records: [{ name: { first: '', last, company: '' }, cell: { number: '(616) 555-0142' } }],
  });
  return id as CustomerId;
};
const customer = async (id: CustomerId) => (await ask('library.read', {})).customers.find((one) => one.id === id);

test('a customer begins active, without having to authorize invoices, and each change is undone by itself', async () => {
  const customerId = await add('Turpin');
  expect(await customer(customerId)).toMatchObject({
    standing: { isActive: true },
    authorization: { isRequired: false },
  });
  await ask('customer.change', { customerId, group: 'authorization', value: { isRequired: true } });
  await ask('customer.change', { customerId, group: 'notes', value: { text: 'Drops the key in the box.' } });
  expect(await ask('library.undo', { library: 'customer' })).toEqual({ undone: true });
  const now = await customer(customerId);
  expect(now).toMatchObject({ authorization: { isRequired: true }, cell: { number: '(616) 555-0142' } });
  expect(now?.notes).toBeUndefined();
});

test('a customer keeps a name, of a person or of a company', async () => {
  const customerId = await add('Named');
  const refused = { ok: false, failure: { kind: 'invalid', field: 'customer.name', issue: 'required' } };
  const value = { first: ' ', last: '', company: '' };
  expect(await trial.reply('customer.change', { customerId, group: 'name', value })).toEqual(refused);
  expect(await trial.reply('library.add', { kind: 'customer', records: [{ name: value }] })).toEqual(refused);
  await ask('customer.change', { customerId, group: 'name', value: { first: '', last: '', company: 'Named Ltd' } });
  expect((await customer(customerId))?.name.company).toBe('Named Ltd');
});

test('customers are made inactive, never deleted', async () => {
  const id = await add('Gone');
  expect(await trial.reply('library.remove', { library: 'customer', ids: [id] })).toEqual({
    ok: false,
    failure: { kind: 'forbidden', need: 'make-inactive' },
  });
});

test('a technician reads the customers and does not change them', async () => {
  const other = await openBackendTrial({ role: 'technician' });
  const records = [{ name: { first: '', last: 'Somebody', company: '' } }];
  expect(await other.reply('library.add', { kind: 'customer', records })).toEqual({
    ok: false,
    failure: { kind: 'forbidden', need: 'edit-customers' },
  });
  expect((await other.ask('library.read', {})).customers).toEqual([]);
  await other.close();
});

const ownerOf = async (workfileId: WorkfileId) => {
  const { contacts } = await ask('workfile.open', { workfileId });
  const owner = contacts.find(({ parent }) => parent.role === 'owner');
  if (owner === undefined) throw new Error('no owner');
  return owner;
};
const visits = async (...customerIds: readonly CustomerId[]) =>
  (await ask('customer.visits', { customerIds })).map(({ customerId, head }) => [customerId, head.id]);

test('an owner is filled from a customer as one step, which undo takes back whole', async () => {
  const customerId = await add('Ortiz');
  const workfileId = await ask('workfile.create', {});
  const { id: contactId } = await ownerOf(workfileId);
  await ask('contact.take-customer', { contactId, customerId });
  expect(await ownerOf(workfileId)).toMatchObject({
    name: { last: 'Ortiz' },
    cell: { number: '(616) 555-0142' },
    customer: { customerId },
  });
  expect(await visits(customerId)).toEqual([[customerId, workfileId]]);
  await ask('workfile.undo', { workfileId });
  const owner = await ownerOf(workfileId);
  expect([owner.name.last, owner.cell.number, owner.customer]).toEqual(['', '', undefined]);
  expect(await visits(customerId)).toEqual([]);
});

test('an insured is filled from a customer too, and the workfile stays one of its owner’s', async () => {
  const customerId = await add('Ortiz');
  const workfileId = await ask('workfile.create', {});
  const contactId = await ask('contact.add', { workfileId, role: 'insured' });
  await ask('contact.take-customer', { contactId, customerId });
  const { contacts } = await ask('workfile.open', { workfileId });
  expect(contacts.find(({ id }) => id === contactId)).toMatchObject({
    name: { last: 'Ortiz' },
    customer: { customerId },
  });
  expect(await visits(customerId)).toEqual([]);
});

test('an owner is kept as a customer, with what they said, and is one from then on', async () => {
  const workfileId = await ask('workfile.create', {});
  const { id: contactId } = await ownerOf(workfileId);
  expect(await trial.reply('contact.keep-customer', { contactId })).toMatchObject({
    failure: { field: 'customer.name', issue: 'required' },
  });
  await ask('contact.change', { contactId, group: 'name', value: { first: 'Nadia', last: 'Okafor', company: '' } });
  await ask('contact.change', { contactId, group: 'email', value: { address: 'nadia@example.com' } });
  const customerId = await ask('contact.keep-customer', { contactId });
  expect(await customer(customerId)).toMatchObject({
    name: { first: 'Nadia', last: 'Okafor' },
    email: { address: 'nadia@example.com' },
    standing: { isActive: true },
  });
  expect((await ownerOf(workfileId)).customer).toEqual({ customerId });
});

test('a merged customer stays, points to the other one, and comes back when the merge is undone', async () => {
  const [one, other] = [await add('Merged'), await add('Stays')];
  await ask('customer.merge', { customerId: one, into: other });
  expect((await customer(one))?.merged).toEqual({ into: other });
  const workfileId = await ask('workfile.create', {});
  await ask('contact.take-customer', { contactId: (await ownerOf(workfileId)).id, customerId: one });
  expect((await ownerOf(workfileId)).customer).toEqual({ customerId: other });
  await ask('customer.split', { customerId: one });
  expect((await customer(one))?.merged).toBeUndefined();
});

test('merging only goes through merging, and what is one already stays as it is', async () => {
  const [one, other] = [await add('Once'), await add('Twice')];
  expect(await trial.reply('customer.change', { customerId: one, group: 'merged', value: { into: other } })).toEqual({
    ok: false,
    failure: { kind: 'forbidden', need: 'customer.merge' },
  });
  await ask('customer.merge', { customerId: one, into: other });
  await ask('customer.merge', { customerId: other, into: one });
  expect([(await customer(one))?.merged, (await customer(other))?.merged]).toEqual([{ into: other }, undefined]);
  await ask('customer.split', { customerId: other });
  expect((await customer(one))?.merged).toEqual({ into: other });
});

test('vehicle and insurance of the last workfile are copied as one step, which undo takes back', async () => {
  const { workfile, vehicle, insurance } = await writeWorkfile(trial);
  const workfileId = await ask('workfile.create', {});
  await ask('workfile.copy-from', { workfileId, from: workfile.id, what: ['vehicle', 'insurance'] });
  const copied = await ask('workfile.open', { workfileId });
  expect(copied.vehicle.identity).toEqual(vehicle.identity);
  expect(copied.insurance.company).toEqual(insurance.company);
  expect(copied.insurance.claim.number).toBe('');
  await ask('workfile.undo', { workfileId });
  const undone = await ask('workfile.open', { workfileId });
  expect([undone.vehicle.identity.vin, undone.insurance.company.name]).toEqual(['', '']);
  const nowhere = '0190cccc-0000-7000-8000-000000000001' as WorkfileId;
  expect(await trial.reply('workfile.copy-from', { workfileId, from: nowhere, what: ['vehicle'] })).toMatchObject({
    failure: { kind: 'not-found' },
  });
});

test('an update tells the list of before whose the workfiles are, over a damaged value too', async () => {
  const customerId = await add('Before');
  const [whole, damaged] = [await ask('workfile.create', {}), await ask('workfile.create', {})];
  for (const workfileId of [whole, damaged]) {
    await ask('contact.take-customer', { contactId: (await ownerOf(workfileId)).id, customerId });
  }
  const [migration = ''] = fs.globSync(path.join(migrationsDir, '*_head_customer.sql'));
  const filling = /^update workfile_head[^;]+/m.exec(fs.readFileSync(migration, 'utf8'))?.[0] ?? '';
  const database = new Database(path.join(trial.folder, 'shopfile.db'));
  database.exec("update workfile_head set customer = ''");
  database.prepare("update contact set customer = '{' where parent_workfile_id = ?").run(damaged);
  database.exec(filling);
  database.close();
  expect(await visits(customerId)).toEqual([[customerId, whole]]);
});
