// A contact of a workfile: the owner, the insured, the claimant or somebody else, and how to reach them.

import { z } from 'zod';
import type { ContactId } from '../../base/ids.ts';
import { parentId, type RecordOf, recordSpec } from '../record.ts';
import { lineText } from '../text.ts';

export const contactRoles = ['owner', 'insured', 'claimant', 'other'] as const;
export type ContactRole = (typeof contactRoles)[number];
/** How a customer wants to be reached: empty until asked. */
export const preferences = ['', 'text', 'email', 'call'] as const;
export type Preference = (typeof preferences)[number];

const phone = lineText(30).default('');

/** How a person or a company is named and reached: the same for a contact and for a customer of the shop. */
export const reachGroups = {
  name: z.object({
    first: lineText(60).default(''),
    last: lineText(60).default(''),
    company: lineText(80).default(''),
  }),
  cell: z.object({ number: phone }),
  home: z.object({ number: phone }),
  business: z.object({ number: phone }),
  email: z.object({ address: lineText(120).default('') }),
  address: z.object({
    street: lineText(120).default(''),
    street2: lineText(120).default(''),
    city: lineText(60).default(''),
    state: lineText(30).default(''),
    postalCode: lineText(12).default(''),
  }),
  preference: z.object({ preference: z.enum(preferences).default('') }),
} as const;

/** Further ways to reach somebody, which most people leave empty. */
export const seldomReachGroups = {
  fax: z.object({ number: phone }),
  /** A number of another kind, and what it is: `Spouse`, `Front desk`. */
  otherPhone: z.object({ number: phone, label: lineText(30).default('') }),
} as const;

/** The groups of a contact. */
export const contactSpec = recordSpec(
  'contact',
  {
    parent: z.object({ workfileId: parentId, role: z.enum(contactRoles).default('other') }),
    ...reachGroups,
  },
  {
    ...seldomReachGroups,
    /** What somebody is to the owner: `Spouse`, `Attorney`. */
    relation: z.object({ to: lineText(40).default('') }),
    /** An insured or claimant who is the owner: the owner's fields count, and what stands here waits below. */
    same: z.object({ asOwner: z.boolean().default(false) }),
    /** The customer of the shop that an owner is. */
    customer: z.object({ customerId: parentId }),
  },
);

export type Contact = RecordOf<typeof contactSpec, ContactId>;

/** `Turpin, Sharon`, or the company, or nothing. */
export function contactLabel(name: Contact['name']): string {
  const person = [name.last, name.first].filter((part) => part !== '').join(', ');
  return person === '' ? name.company : person;
}

/** Every number somebody can be called at, printed, the most personal first. */
export const phonesOf = ({ cell, home, business, otherPhone }: Reached): readonly string[] =>
  [cell.number, home.number, business.number, otherPhone?.number ?? ''].filter((number) => number !== '');
type Reached = Pick<Contact, 'cell' | 'home' | 'business' | 'otherPhone'>;

/** Whether an insured or claimant is the owner. */
export const isAsOwner = ({ parent, same }: Pick<Contact, 'parent' | 'same'>): boolean =>
  same?.asOwner === true && (parent.role === 'insured' || parent.role === 'claimant');

/** The contacts as they count: who is the owner has the owner's name, numbers and address. */
export function asTheyCount<C extends Contact>(contacts: readonly C[]): readonly C[] {
  const owner = contacts.find(({ parent, deleted }) => parent.role === 'owner' && !deleted);
  if (owner === undefined) return contacts;
  return contacts.map((one) =>
    isAsOwner(one) ? { ...owner, id: one.id, parent: one.parent, deleted: one.deleted, same: one.same } : one,
  );
}
