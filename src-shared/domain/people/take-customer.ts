// What a contact takes over from a customer of the shop, and what a new customer takes over from a contact.

import { sameValue } from '../../base/same-value.ts';
import { emptyGroup } from '../record.ts';
import { type Contact, contactSpec, reachGroups, seldomReachGroups } from './contact.ts';
import type { Customer } from './customer.ts';

type ReachGroup = keyof typeof reachGroups | keyof typeof seldomReachGroups;
const reaches = [...Object.keys(reachGroups), ...Object.keys(seldomReachGroups)] as readonly ReachGroup[];
type Fields = Readonly<Record<string, string>>;
type Reachable = Pick<Contact, ReachGroup>;

/**
 * The groups of a contact that change when it becomes a customer, with their new values, and whose it is then. What
 * was typed stays where the customer says nothing; what came from another customer does not.
 */
export function takenFrom(customer: Customer, contact: Contact): Readonly<Record<string, Fields>> {
  const wasAnother = (contact.customer?.customerId ?? '') !== '' && contact.customer?.customerId !== customer.id;
  const changed = reaches.flatMap((group): readonly (readonly [string, Fields])[] => {
    const own: Fields = contact[group] ?? emptyGroup(contactSpec, group);
    const taken: Fields = customer[group] ?? emptyGroup(contactSpec, group);
    return sameValue(own, taken) || (isEmpty(taken) && !wasAnother) ? [] : [[group, taken]];
  });
  const isKnown = contact.customer?.customerId === customer.id;
  return Object.fromEntries(isKnown ? changed : [...changed, ['customer', { customerId: customer.id }]]);
}

/**
 * The groups that a customer adds to an owner whom somebody else wrote down, such as another program: what stands there
 * stays, and what it leaves out is taken over.
 */
export function completedFrom(customer: Customer, contact: Reachable): Readonly<Record<string, Fields>> {
  const added = reaches.flatMap((group): readonly (readonly [string, Fields])[] => {
    const own: Fields = contact[group] ?? emptyGroup(contactSpec, group);
    const taken: Fields = customer[group] ?? emptyGroup(contactSpec, group);
    return isEmpty(own) && !isEmpty(taken) ? [[group, taken]] : [];
  });
  return { ...Object.fromEntries(added), customer: { customerId: customer.id } };
}

/** The groups of a customer to be, as a contact says them. */
export const customerFrom = (contact: Reachable): Readonly<Record<string, Fields>> =>
  Object.fromEntries(
    reaches.flatMap((group): readonly (readonly [string, Fields])[] => {
      const said = contact[group];
      return said === undefined || isEmpty(said) ? [] : [[group, said]];
    }),
  );

const isEmpty = (fields: Fields): boolean => Object.values(fields).every((text) => text === '');
