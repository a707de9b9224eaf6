// Stretches of the list whose words the search's index does not know yet: a first sync leaves them for idle moments.

import { readMeta, writeMeta } from './meta.ts';
import type { Store } from './store.ts';

/** Rows from `first` to the one before `end`. */
export type Stretch = readonly [first: number, end: number];

export const unwordedRows = (store: Store): readonly Stretch[] =>
  JSON.parse(readMeta(store, 'unworded') ?? '[]') as readonly Stretch[];

/** Says that the words of these rows are to be indexed later. They are above or below those of a stretch, or apart. */
export function addUnworded(store: Store, [first, end]: Stretch): void {
  const before = unwordedRows(store);
  const next = before.find(([other]) => other === end);
  const apart = before.filter((one) => one !== next);
  write(store, [...apart, [first, next?.[1] ?? end]]);
}

/** Takes as many rows as are wanted from the newest of the last stretch; undefined where none is left. */
export function takeUnworded(store: Store, most: number): Stretch | undefined {
  const before = unwordedRows(store);
  const last = before.at(-1);
  if (last === undefined) return undefined;
  const [first, end] = last;
  const from = Math.max(first, end - most);
  write(store, [...before.slice(0, -1), ...(from > first ? [[first, from] as const] : [])]);
  return [from, end];
}

const write = (store: Store, stretches: readonly Stretch[]): void =>
  writeMeta(store, 'unworded', stretches.length === 0 ? null : JSON.stringify(stretches));
