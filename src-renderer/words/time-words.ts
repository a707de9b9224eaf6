// Instants as people of the shop read them.

import { civilTimeOf } from '../../src-shared/base/civil-time.ts';
import { printDate } from '../../src-shared/base/dates.ts';

const minute = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayParts = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });
const shortDay = new Intl.DateTimeFormat('en-US', { month: 'numeric', day: 'numeric' });
const fullDay = new Intl.DateTimeFormat('en-US', { month: 'numeric', day: 'numeric', year: 'numeric' });

/** `10:42`. */
export const timeOf = (instant: number): string => minute.format(instant);

/** Today's date on this PC as `2026-11-21`. */
export const dayOf = (instant: number): string => dayParts.format(instant);

/** `11/20/2025`. */
export const dateOf = (instant: number): string => fullDay.format(instant);

/** `10:42` today, `11/20 10:42` this year, `11/20/2025` before. */
export function whenOf(instant: number, now: number): string {
  if (instant === 0) return '';
  if (dayOf(instant) === dayOf(now)) return timeOf(instant);
  const sameYear = dayOf(instant).slice(0, 4) === dayOf(now).slice(0, 4);
  return sameYear ? `${shortDay.format(instant)} ${timeOf(instant)}` : fullDay.format(instant);
}

/** The same on the shop's clock, wherever the PC stands. */
export function whenInShop(instant: number, now: number, timeZone: string): string {
  if (instant === 0) return '';
  const [at, today] = [civilTimeOf(instant, timeZone), civilTimeOf(now, timeZone).date];
  if (at.date === today) return at.time;
  const day = printDate(at.date);
  return at.date.slice(0, 4) === today.slice(0, 4) ? `${day.slice(0, -5)} ${at.time}` : day;
}

/** The first instant of the day on this PC. */
export const dayStart = (instant: number): number => new Date(instant).setHours(0, 0, 0, 0);
