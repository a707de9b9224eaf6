// RO numbers that the cloud leased to this PC: each is taken once, in the transaction of the command that uses it.

import { readIdentity } from './identity.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

type Lease = { readonly first: number; readonly next: number; readonly last: number };

// A copy of this PC's data has another life, and must not use the same numbers.
const held = query<Lease>(
  'number-lease.held',
  'select first, next, last from number_lease where incarnation = ? order by first',
);
const insert = query(
  'number-lease.insert',
  'insert or ignore into number_lease (first, next, last, incarnation) values (?, ?, ?, ?)',
);
const advance = query('number-lease.advance', 'update number_lease set next = next + 1 where first = ?');
const shorten = query('number-lease.shorten', 'update number_lease set last = ? where first = ?');
const remove = query('number-lease.remove', 'delete from number_lease where first = ?');
const forget = query('number-lease.forget', 'delete from number_lease where incarnation <> ?');

/** The numbers that this PC may still give. */
export const heldNumbers = (store: Store): readonly (readonly [first: number, last: number])[] =>
  store.all(held, readIdentity(store).incarnation).map(({ next, last }) => [next, last]);

/** The next number, which is never given again; null when none is left. */
export function takeNumber(store: Store): string | null {
  const [lease] = store.all(held, readIdentity(store).incarnation);
  if (lease === undefined) return null;
  if (lease.next === lease.last) store.run(remove, lease.first);
  else store.run(advance, lease.first);
  return String(lease.next);
}

/** Takes one number out of those held, wherever it stands; where it is not held, nothing changes. */
export function claimNumber(store: Store, number: number): void {
  const { incarnation } = readIdentity(store);
  const lease = store.all(held, incarnation).find(({ next, last }) => next <= number && number <= last);
  if (lease === undefined) return;
  if (number === lease.next) store.run(remove, lease.first);
  else store.run(shorten, number - 1, lease.first);
  if (number < lease.last) store.run(insert, number + 1, number + 1, lease.last, incarnation);
}

/** Holds a block from now on; blocks of another life of this PC are let go. */
export function addLease(store: Store, [first, last]: readonly [number, number]): void {
  const { incarnation } = readIdentity(store);
  store.run(forget, incarnation);
  store.run(insert, first, first, last, incarnation);
}
