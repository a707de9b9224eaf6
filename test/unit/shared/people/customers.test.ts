/** Customers of the shop: what they are called, and what finds them. */
import { expect, test } from 'vitest';
import type { CustomerId } from '../../../../src-shared/base/ids.ts';
import {
  type Customer,
  customerFinder,
  customerLabel,
  customerSpec,
} from '../../../../src-shared/domain/people/customer.ts';
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
