// Whether two records mean the same person or company: the same phone, the same e-mail, or the same name.

import { nameKey } from '../library/same-name.ts';
import type { Contact } from './contact.ts';
import { phonesOf } from './contact.ts';
import { phoneDigits } from './phone.ts';

/** What two records have in common; the same name where one of them has no place is the weaker one. */
export type Likeness = 'phone' | 'email' | 'name' | 'name-only';
type Known = Pick<Contact, 'name' | 'cell' | 'home' | 'business' | 'email' | 'address' | 'otherPhone'>;
type Key = readonly [Exclude<Likeness, 'name-only'>, string];
/** What a record is the same by, and its name with the place that tells it from others of that name. */
type Marks = { readonly keys: readonly Key[]; readonly name: string; readonly place: string };

/** A number without its area says too little. */
const shortestPhone = 10;

const known = new WeakMap<Known, Marks>();

/** Reckoned once for each state of a record, for a shop may have thousands. */
function marksOf(one: Known): Marks {
  const before = known.get(one);
  if (before !== undefined) return before;
  const phones = phonesOf(one)
    .map(phoneDigits)
    .filter((digits) => digits.length >= shortestPhone);
  const email = one.email.address.trim().toLowerCase();
  const name = nameKey([one.name.last, one.name.first, one.name.company].join(' '));
  const place = one.address.postalCode.replaceAll(/\s/g, '').slice(0, 5).toUpperCase();
  const keys: readonly Key[] = [
    ...phones.map((digits): Key => ['phone', digits]),
    ...(email === '' ? [] : [['email', email] as const]),
    ...(name === '' || place === '' ? [] : [['name', `${name} ${place}`] as const]),
  ];
  const made = { keys, name, place };
  known.set(one, made);
  return made;
}

/** What two records have in common; undefined where they have nothing. Two of one name at two places are two. */
export function likenessOf(one: Known, other: Known): Likeness | undefined {
  const [mine, theirs] = [marksOf(one), marksOf(other)];
  const strong = mine.keys.find(([kind, key]) => theirs.keys.some(([kind_, key_]) => kind === kind_ && key === key_));
  if (strong !== undefined) return strong[0];
  const isSameName = mine.name !== '' && mine.name === theirs.name;
  return isSameName && (mine.place === '' || theirs.place === '') ? 'name-only' : undefined;
}
