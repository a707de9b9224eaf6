/** Contacts as they count: who is the owner is reached as the owner is. */
import { expect, test } from 'vitest';
import type { ContactId } from '../../../../src-shared/base/ids.ts';
import {
  asTheyCount,
  type Contact,
  contactSpec,
  isAsOwner,
  phonesOf,
} from '../../../../src-shared/domain/people/contact.ts';
import { emptyGroup } from '../../../../src-shared/domain/record.ts';

const contact = (role: Contact['parent']['role'], last: string, more: Partial<Contact> = {}): Contact => ({
  id: last as ContactId,
  deleted: false,
  parent: { workfileId: '', role },
  name: { first: '', last, company: '' },
  cell: { number: '' },
  home: { number: '' },
  business: { number: '' },
  email: { address: '' },
  address: emptyGroup(contactSpec, 'address'),
  preference: { preference: '' },
  ...more,
});
const owner = contact('owner', 'Turpin', { cell: { number: '(616) 555-0142' } });
const same = { asOwner: true };

test('an insured who is the owner has the owner’s name and numbers, and keeps what was typed', () => {
  const insured = contact('insured', 'Ortiz', { same });
  const [, counted] = asTheyCount([owner, insured]);
  expect(counted).toMatchObject({
    id: 'Ortiz',
    parent: { role: 'insured' },
    name: { last: 'Turpin' },
    cell: owner.cell,
  });
  expect(insured.name.last).toBe('Ortiz');
});

test('an owner or another contact is never taken for the owner by a mark', () => {
  expect([contact('owner', 'A', { same }), contact('other', 'B', { same })].map(isAsOwner)).toEqual([false, false]);
});

test('without an owner everybody is who they are', () => {
  const insured = contact('insured', 'Ortiz', { same });
  expect(asTheyCount([insured])).toEqual([insured]);
  expect(asTheyCount([{ ...owner, deleted: true }, insured])[1]).toEqual(insured);
});

test('all numbers of somebody are known to the search, another one too', () => {
  const reached = { ...owner, otherPhone: { number: '(616) 555-0199', label: 'Spouse' } };
  expect(phonesOf(reached)).toEqual(['(616) 555-0142', '(616) 555-0199']);
});
