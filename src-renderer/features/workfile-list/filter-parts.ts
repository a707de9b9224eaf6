// Parts of a filter as fields show them: days, sums, and what an empty field leaves out.
import type { HeadFilter } from '../../../src-shared/ipc/list-shapes.ts';
import { dayOf } from '../../words/time-words.ts';

/** A filter with some parts changed; what says nothing any more is left out. */
export function withPart(filter: HeadFilter, part: HeadFilter): HeadFilter {
  const entries = Object.entries({ ...filter, ...part }).filter(([, value]) => !saysNothing(value));
  return Object.fromEntries(entries);
}

const saysNothing = (value: object): boolean =>
  Array.isArray(value) ? value.length === 0 : Object.values(value).every((bound) => bound === null);

/** The first instant of a day on this PC; null for no day. */
export const dayFrom = (day: string): number | null => (day === '' ? null : new Date(`${day}T00:00`).getTime());

/** The first instant after a day; null for no day. */
export function dayBelow(day: string): number | null {
  if (day === '') return null;
  const next = new Date(`${day}T00:00`);
  next.setDate(next.getDate() + 1);
  return next.getTime();
}

/** The last day before an instant, as fields read it. */
export const lastDay = (below: number | null = null): string => (below === null ? '' : dayOf(below - 1));

/** The first day of what began at an instant, as fields read it. */
export const firstDay = (from: number | null = null): string => (from === null ? '' : dayOf(from));

/** Cents as a number of dollars. */
export const within = (sum: number | null = null): number | undefined => (sum === null ? undefined : sum / 100);
