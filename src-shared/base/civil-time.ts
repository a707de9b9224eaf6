// The wall clock of the shop: a calendar date and the time of the day, wherever the PC stands.

import type { CivilDate } from './dates.ts';

/** A moment on the wall clock: `2026-11-21`, and `14:05` or nothing. */
export type CivilTime = { readonly date: string; readonly time: string };

const timeShape = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether text is a time of the day in its stored form, `00:00` to `23:59`. */
export const isTimeOfDay = (text: string): boolean => timeShape.test(text);

/** What the wall clock of a time zone shows at an instant. */
export function civilTimeOf(instant: number, timeZone: string): { readonly date: CivilDate; readonly time: string } {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    date: `${of('year')}-${of('month')}-${of('day')}` as CivilDate,
    time: `${of('hour')}:${of('minute')}`,
  };
}

const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;

const minuteMs = 60_000;
/** No zone is further from Greenwich. */
const widestMs = 26 * 60 * minuteMs;

/** The first instant of a day; where clocks skip midnight, the day begins after the gap. */
export function dayStart(date: string, timeZone: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  let [before, from] = [midnight - widestMs, midnight + widestMs];
  while (from - before > minuteMs) {
    const middle = before + Math.floor((from - before) / (2 * minuteMs)) * minuteMs;
    if (civilTimeOf(middle, timeZone).date < date) before = middle;
    else from = middle;
  }
  return from;
}

/** The formats of the zones asked for so far: to make one takes longer than all that it is used for. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone) ?? newFormat(timeZone);
  formats.set(timeZone, known);
  return known;
}

/** A zone that this program does not know leaves the clock of the PC. */
function newFormat(timeZone: string): Intl.DateTimeFormat {
  const usual = { ...digits, hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...usual, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-US', usual);
  }
}

/** Reads `8`, `8:30`, `830`, `8:30a`, `2 pm`, `14:05` and nothing as `HH:MM`; undefined for anything else. */
export function readTimeOfDay(text: string): string | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === '') return '';
  const [, whole = '', half = ''] = /^(\d{1,2}(?:[:.]?\d{2})?)\s*([ap])?\.?m?\.?$/.exec(typed) ?? [];
  if (whole === '') return undefined;
  const bare = whole.replace(/[:.]/, '');
  const minutes = bare.length > 2 ? bare.slice(-2) : '00';
  const typedHour = Number(bare.length > 2 ? bare.slice(0, -2) : bare);
  if (half !== '' && (typedHour < 1 || typedHour > 12)) return undefined;
  const hour = half === '' ? typedHour : (typedHour % 12) + (half === 'p' ? 12 : 0);
  const time = `${String(hour).padStart(2, '0')}:${minutes}`;
  return isTimeOfDay(time) ? time : undefined;
}

/**
 * Which of two moments is earlier: negative, zero or positive. Where one has no time of the day they are compared by
 * their dates alone.
 */
export function compareCivil(one: CivilTime, other: CivilTime): number {
  if (one.date !== other.date) return one.date < other.date ? -1 : 1;
  if (one.time === '' || other.time === '' || one.time === other.time) return 0;
  return one.time < other.time ? -1 : 1;
}

/** A date so many days later, or earlier. */
export function addDays(date: string, days: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10) as CivilDate;
}

/** The day of the week of a date: 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
