// A customer of the shop: a person or a company that comes again, how to reach them, and what was agreed with them.

import { z } from 'zod';
import type { CustomerId } from '../../base/ids.ts';
import { libraries } from '../library/library.ts';
import { parentId, type RecordOf, recordSpec } from '../record.ts';
import { longText } from '../text.ts';
import { foldText } from '../workfile/match-heading.ts';
import { contactLabel, phonesOf, reachGroups, seldomReachGroups } from './contact.ts';
import { phoneDigits } from './phone.ts';

/** The groups of a customer. Nobody is deleted: who does not come any more is inactive, and stays on their workfiles. */
export const customerSpec = recordSpec(
  'customer',
  {
    parent: z.object({ workfileId: z.literal(libraries.customer).default(libraries.customer) }),
    ...reachGroups,
    /** Whether the shop may only submit an invoice, which the customer authorizes; by default nobody has to. */
    authorization: z.object({ isRequired: z.boolean().default(false) }),
    standing: z.object({ isActive: z.boolean().default(true) }),
  },
  {
    ...seldomReachGroups,
    notes: z.object({ text: longText(4000).default('') }),
    /** The customer that this one turned out to be: both stay, and the other one counts. */
    merged: z.object({ into: parentId }),
  },
);

export type Customer = RecordOf<typeof customerSpec, CustomerId>;

/** `Turpin, Sharon`, or the company. */
export const customerLabel = ({ name }: Pick<Customer, 'name'>): string => contactLabel(name);

/** Finds customers by every word of a text: of names, e-mail and address, and phone numbers in any spelling. */
export function customerFinder(text: string): (customer: Customer) => boolean {
  const words = foldText(text).split(/\s+/).filter(Boolean).map(searchedWord);
  return (customer) => words.every((word) => customerText(customer).includes(word));
}

const phoneWord = /^[\d().+/-]*\d{2}[\d().+/-]*$/;
const searchedWord = (word: string): string => (phoneWord.test(word) ? word.replaceAll(/\D/g, '') : word);

const told = new WeakMap<Customer, string>();

/** What a customer is found by, folded; reckoned once for each state of a customer, for a shop may have thousands. */
function customerText(customer: Customer): string {
  const known = told.get(customer);
  if (known !== undefined) return known;
  const { name, email, address } = customer;
  const phones = phonesOf(customer);
  const text = foldText(
    [
      ...[name.first, name.last, name.company, email.address],
      ...[...phones, ...phones.map(phoneDigits)],
      ...[address.street, address.city, address.postalCode],
    ].join('\n'),
  );
  told.set(customer, text);
  return text;
}
