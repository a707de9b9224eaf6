/** Customers of the shop: what they are called, and what finds them. */
import { expect, test } from 'vitest';
import type { ContactId, CustomerId } from '../../../../src-shared/base/ids.ts';
import type { Contact } from '../../../../src-shared/domain/people/contact.ts';
import {
  type Customer,
  customerFinder,
  customerLabel,
  customerSpec,
} from '../../../../src-shared/domain/people/customer.ts';
import { directoryOf, twinsOf } from '../../../../src-shared/domain/people/customer-directory.ts';
import { completedFrom, customerFrom, takenFrom } from '../../../../src-shared/domain/people/take-customer.ts';
import { emptyGroup } from '../../../../src-shared/domain/record.ts';

const customerOf = (last: string, more: Partial<Customer> = {}): Customer => ({
  id: last as CustomerId,
  deleted: false,
  parent: emptyGroup(customerSpec, 'parent'),
  name: { first: '', last, company: '' },
  cell: { number: '' },
  home: { number: '' },
  business: { number: '' },
  email: { address: '' },
  address: emptyGroup(customerSpec, 'address'),
  preference: { preference: '' },
  authorization: emptyGroup(customerSpec, 'authorization'),
  standing: emptyGroup(customerSpec, 'standing'),
  ...more,
});
const turpin = customerOf('Turpin', {
  name: { first: 'Zoë', last: 'Turpin', company: '' },
  cell: { number: '(616) 555-0142' },
  email: { address: 'zoe@example.com' },
});
const fleet = customerOf('', {
  name: { first: '', last: '', company: 'Arctic Refrigeration' },
  business: { number: '(503) 555-0100 x12' },
});
const found = (text: string) => [turpin, fleet].filter(customerFinder(text)).map(customerLabel);

test('nobody has to authorize an invoice unless it is said of them, and everybody begins active', () => {
  expect(emptyGroup(customerSpec, 'authorization')).toEqual({ isRequired: false });
  expect(emptyGroup(customerSpec, 'standing')).toEqual({ isActive: true });
});

test.each(['616 555 0142', '(616) 555-0142', '616-555-0142', '616.555', '5550142', '0142'])(
  'a phone number finds its customer however it is typed: %s',
  (text) => expect(found(text)).toEqual(['Turpin, Zoë']),
);

test('every word must be there, accents and case left aside; no word finds everybody', () => {
  expect(found('zoe TURP')).toEqual(['Turpin, Zoë']);
  expect(found('arctic')).toEqual(['Arctic Refrigeration']);
  expect(found('zoe arctic')).toEqual([]);
  expect(found('zoe@example')).toEqual(['Turpin, Zoë']);
  expect(found(' ')).toHaveLength(2);
});

test('a customer who changed is found by what they are now', () => {
  expect(found('0142')).toHaveLength(1);
  const moved = { ...turpin, cell: { number: '(616) 555-0177' } };
  expect(customerFinder('0142')(moved)).toBe(false);
  expect(customerFinder('0177')(moved)).toBe(true);
});

const ids = (list: readonly Customer[]) => list.map(({ id }): string => id);
const merged = (id: string, into: string) => customerOf(id, { merged: { into } });

test('what was merged stands behind the one it was merged into, however long the chain', () => {
  const directory = directoryOf([merged('c', 'b'), merged('b', 'a'), customerOf('a'), customerOf('d')]);
  expect(ids(directory.shown)).toEqual(['a', 'd']);
  expect(ids(directory.behind('a'))).toEqual(['c', 'b']);
  expect(directory.survivorOf('c')?.id).toBe('a');
  expect(directory.survivorOf('nobody')).toBeUndefined();
});

test('of customers that two PCs merged into each other the smallest id counts, in any order', () => {
  const ring = [merged('b', 'a'), merged('a', 'c'), merged('c', 'b'), merged('d', 'c')];
  for (const list of [ring, ring.toReversed()]) {
    const directory = directoryOf(list);
    expect(ids(directory.shown)).toEqual(['a']);
    expect(directory.survivorOf('d')?.id).toBe('a');
  }
});

test('who was merged into a customer that is gone counts again', () => {
  expect(ids(directoryOf([merged('a', 'gone'), { ...customerOf('gone'), deleted: true }]).shown)).toEqual(['a']);
});

test('the same phone, the same e-mail, or the same name at a place may be the same customer', () => {
  const here = { ...emptyGroup(customerSpec, 'address'), postalCode: '49503' };
  const directory = directoryOf([
    turpin,
    customerOf('phone', { home: { number: '+1 616 555 0142 x3' } }),
    customerOf('email', { email: { address: 'ZOE@example.com' } }),
    customerOf('short', { cell: { number: '555-0142' } }),
    customerOf('Turpin Zoe', { address: { ...here, postalCode: '49503-1200' } }),
    customerOf('away', { cell: turpin.cell, standing: { isActive: false } }),
  ]);
  const found = twinsOf(directory, { ...turpin, address: here });
  expect(found.map(({ customer, likeness }) => [customer.id, likeness])).toEqual([
    ['phone', 'phone'],
    ['email', 'email'],
    ['Turpin Zoe', 'name'],
  ]);
});

test('the very same name without a place may be the same customer too, after what says more', () => {
  const here = { ...emptyGroup(customerSpec, 'address'), postalCode: '49503' };
  const named = (id: string, more: Partial<Customer>) => ({ ...customerOf(id), name: turpin.name, ...more });
  const directory = directoryOf([
    named('no place', {}),
    named('elsewhere', { address: { ...here, postalCode: '97201' } }),
    named('phone', { cell: turpin.cell, address: { ...here, postalCode: '97201' } }),
    customerOf('nameless', { name: { first: '', last: '', company: '' } }),
  ]);
  const likenesses = (one: Customer) =>
    twinsOf(directory, one).map(({ customer, likeness }) => [customer.id, likeness]);
  expect(likenesses({ ...turpin, address: here })).toEqual([
    ['phone', 'phone'],
    ['no place', 'name-only'],
  ]);
  expect(likenesses({ ...turpin, cell: { number: '' } }).map(([, likeness]) => likeness)).toEqual(
    Array.from({ length: 3 }, () => 'name-only'),
  );
  expect(likenesses(customerOf('nobody', { name: { first: '', last: '', company: '' } }))).toEqual([]);
});

const contactOf = (groups: Partial<Contact>): Contact => ({
  ...turpin,
  id: 'owner' as ContactId,
  parent: { workfileId: '', role: 'owner' },
  ...groups,
});

test('an owner takes over what a customer says, and keeps what was typed where the customer says nothing', () => {
  const owner = contactOf({ home: { number: '(616) 555-0111' }, email: { address: '' } });
  expect(takenFrom(turpin, owner)).toEqual({
    email: turpin.email,
    customer: { customerId: turpin.id },
  });
});

test('an owner who was another customer keeps nothing of the other one', () => {
  const owner = contactOf({ home: { number: '(616) 555-0111' }, customer: { customerId: 'other' } });
  expect(takenFrom(turpin, owner)).toEqual({ home: { number: '' }, customer: { customerId: turpin.id } });
  expect(takenFrom(turpin, contactOf({ customer: { customerId: turpin.id } }))).toEqual({});
});

test('a customer is made of what an owner says, and of nothing else', () => {
  expect(customerFrom(contactOf({ same: { asOwner: true } }))).toEqual({
    name: turpin.name,
    cell: turpin.cell,
    email: turpin.email,
  });
});

test('a customer adds to an owner of another program only what it leaves out', () => {
  const home = { ...emptyGroup(customerSpec, 'address'), city: 'Grand Rapids' };
  const customer = { ...turpin, address: home };
  const said = { ...customerOf('Turpin'), cell: { number: '(616) 555-0199' } };
  expect(completedFrom(customer, said)).toEqual({
    email: { address: 'zoe@example.com' },
    address: home,
    customer: { customerId: 'Turpin' },
  });
});
