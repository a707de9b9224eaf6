// Instants as people of the shop read them.

import { civilTimeOf } from '../../src-shared/base/civil-time.ts';
import { printDate } from '../../src-shared/base/dates.ts';

const two = (value: number): string => String(value).padStart(2, '0');
/** Read from the clock each time: the zone of a PC may change while it runs, and a format that was made would keep the old one. */
const partsOf = (instant: number) => {
  const at = new Date(instant);
  return {
    year: at.getFullYear(),
    month: at.getMonth() + 1,
    day: at.getDate(),
    hour: at.getHours(),
    minute: at.getMinutes(),
  };
};

/** `10:42`. */
export function timeOf(instant: number): string {
  const { hour, minute } = partsOf(instant);
  return `${two(hour)}:${two(minute)}`;
}

/** Today's date on this PC as `2026-11-21`. */
export function dayOf(instant: number): string {
  const { year, month, day } = partsOf(instant);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** `11/20/2025`. */
export const dateOf = (instant: number): string => `${shortDay(instant)}/${partsOf(instant).year}`;

function shortDay(instant: number): string {
  const { month, day } = partsOf(instant);
  return `${month}/${day}`;
}

/** `10:42` today, `11/20 10:42` this year, `11/20/2025` before. */
export function whenOf(instant: number, now: number): string {
  if (instant === 0) return '';
  if (dayOf(instant) === dayOf(now)) return timeOf(instant);
  const sameYear = dayOf(instant).slice(0, 4) === dayOf(now).slice(0, 4);
  return sameYear ? `${shortDay(instant)} ${timeOf(instant)}` : dateOf(instant);
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
