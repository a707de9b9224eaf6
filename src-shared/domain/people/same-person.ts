// Whether two records mean the same person or company: the same phone, the same e-mail, or the same name at a place.

import { nameKey } from '../library/same-name.ts';
import type { Contact } from './contact.ts';
import { phonesOf } from './contact.ts';
import { phoneDigits } from './phone.ts';

/** What two records have in common. */
export type Likeness = 'phone' | 'email' | 'name';
type Known = Pick<Contact, 'name' | 'cell' | 'home' | 'business' | 'email' | 'address' | 'otherPhone'>;
type Key = readonly [Likeness, string];

/** A number without its area says too little. */
const shortestPhone = 10;

const keys = new WeakMap<Known, readonly Key[]>();

/** What a record is the same by; reckoned once for each state of it, for a shop may have thousands. */
function keysOf(one: Known): readonly Key[] {
  const known = keys.get(one);
  if (known !== undefined) return known;
  const phones = phonesOf(one)
    .map(phoneDigits)
    .filter((digits) => digits.length >= shortestPhone);
  const email = one.email.address.trim().toLowerCase();
  const name = nameKey([one.name.last, one.name.first, one.name.company].join(' '));
  const place = one.address.postalCode.replaceAll(/\s/g, '').slice(0, 5).toUpperCase();
  const made: readonly Key[] = [
    ...phones.map((digits): Key => ['phone', digits]),
    ...(email === '' ? [] : [['email', email] as const]),
    ...(name === '' || place === '' ? [] : [['name', `${name} ${place}`] as const]),
  ];
  keys.set(one, made);
  return made;
}

/** What two records have in common; undefined where they have nothing. */
export function likenessOf(one: Known, other: Known): Likeness | undefined {
  const others = keysOf(other);
  return keysOf(one).find(([kind, key]) => others.some(([kind_, key_]) => kind === kind_ && key === key_))?.[0];
}
