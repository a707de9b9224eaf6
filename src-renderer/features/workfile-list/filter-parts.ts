// Parts of a filter as fields show them: days, sums, and what an empty field leaves out.
import { addDays, dayStart } from '../../../src-shared/base/civil-time.ts';
import type { HeadFilter } from '../../../src-shared/ipc/list-shapes.ts';
import { dayOf } from '../../words/time-words.ts';

/** A filter with some parts changed; what says nothing any more is left out. */
export function withPart(filter: HeadFilter, part: HeadFilter): HeadFilter {
  const entries = Object.entries({ ...filter, ...part }).filter(([, value]) => !saysNothing(value));
  return Object.fromEntries(entries);
}

const saysNothing = (value: object): boolean =>
  Array.isArray(value) ? value.length === 0 : Object.values(value).every((bound) => bound === null);

/** The first instant of a day of the shop; null for no day. */
export const dayFrom = (day: string, timeZone: string): number | null => (day === '' ? null : dayStart(day, timeZone));

/** The first instant after a day of the shop; null for no day. */
export const dayBelow = (day: string, timeZone: string): number | null =>
  day === '' ? null : dayStart(addDays(day, 1), timeZone);

/** The last day before an instant, as fields read it. */
export const lastDay = (below: number | null | undefined, timeZone: string): string =>
  typeof below === 'number' ? dayOf(below - 1, timeZone) : '';

/** The first day of what began at an instant, as fields read it. */
export const firstDay = (from: number | null | undefined, timeZone: string): string =>
  typeof from === 'number' ? dayOf(from, timeZone) : '';

/** Cents as a number of dollars. */
export const within = (sum: number | null = null): number | undefined => (sum === null ? undefined : sum / 100);
