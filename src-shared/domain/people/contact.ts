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

/** The groups of a contact. */
export const contactSpec = recordSpec('contact', {
  parent: z.object({ workfileId: parentId, role: z.enum(contactRoles).default('other') }),
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
});

export type Contact = RecordOf<typeof contactSpec, ContactId>;

/** `Turpin, Sharon`, or the company, or nothing. */
export function contactLabel(name: Contact['name']): string {
  const person = [name.last, name.first].filter((part) => part !== '').join(', ');
  return person === '' ? name.company : person;
}
