// The customers of a shop as they count: what was merged stands behind the one that it was merged into.

import type { Customer } from './customer.ts';
import { type Likeness, likenessOf } from './same-person.ts';

/** The customers by what was merged into what. */
export type Directory = {
  /** Those that nothing was merged into another: what lists show. */
  readonly shown: readonly Customer[];
  /** The one that counts for an id; undefined where there is none on this PC. */
  readonly survivorOf: (id: string) => Customer | undefined;
  /** What stands behind one that counts. */
  readonly behind: (id: string) => readonly Customer[];
};

/**
 * Follows what was merged. Two PCs may merge two customers into each other, or a chain into a ring, while they do not
 * hear of each other: then the one with the smallest id counts, on every PC.
 */
export function directoryOf(customers: readonly Customer[]): Directory {
  const byId = new Map<string, Customer>(customers.filter(({ deleted }) => !deleted).map((one) => [one.id, one]));
  const survivorOf = (id: string): Customer | undefined => {
    const one = byId.get(id);
    return one === undefined ? undefined : lastOf(one, byId);
  };
  const behind = new Map<string, Customer[]>();
  const shown: Customer[] = [];
  for (const one of byId.values()) {
    const survivor = lastOf(one, byId);
    if (survivor === one) shown.push(one);
    else behind.set(survivor.id, [...(behind.get(survivor.id) ?? []), one]);
  }
  return { shown, survivorOf, behind: (id) => behind.get(id) ?? [] };
}

function lastOf(first: Customer, byId: ReadonlyMap<string, Customer>): Customer {
  const passed: Customer[] = [];
  let at = first;
  for (;;) {
    passed.push(at);
    const next = byId.get(at.merged?.into ?? '');
    if (next === undefined) return at;
    const met = passed.indexOf(next);
    if (met >= 0) return passed.slice(met).reduce((least, one) => (one.id < least.id ? one : least));
    at = next;
  }
}

export type Twin = { readonly customer: Customer; readonly likeness: Likeness };

/** Active customers that may be the same as a person or a company, but for itself; a mere name comes last. */
export function twinsOf(directory: Directory, one: Parameters<typeof likenessOf>[0] & { readonly id: string }) {
  const twins = directory.shown.flatMap((customer): readonly Twin[] => {
    if (customer.id === one.id || !customer.standing.isActive) return [];
    const likeness = likenessOf(one, customer);
    return likeness === undefined ? [] : [{ customer, likeness }];
  });
  return twins.toSorted((first, second) => weakness(first) - weakness(second));
}

const weakness = ({ likeness }: Twin): number => (likeness === 'name-only' ? 1 : 0);
