/** Customers of the shop over the backend's door. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerId } from '../../../src-shared/base/ids.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';

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
