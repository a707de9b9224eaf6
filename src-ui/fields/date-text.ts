// Calendar dates as people type them, to and from YYYY-MM-DD.
import type { ParsedText } from './parsed-text.ts';

/** `2026-11-21` as `11/21/2026`. */
export function printDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  if (year === undefined) return iso;
  return `${Number(month)}/${Number(day)}/${year}`;
}

/** Takes 2026-11-21, 11/21/2026, 11/21/26, 11/21 (this year), 11212026 and nothing. */
export function parseDate(text: string, today: string): ParsedText<string> {
  const typed = text.trim();
  if (typed === '') return { ok: true, value: '' };
  const parts = partsOf(typed, Number(today.slice(0, 4)));
  if (!parts) return { ok: false, message: 'Please type a date as month/day/year, for example 11/21/2026.' };
  if (parts.month < 1 || parts.month > 12) return { ok: false, message: `There is no month ${parts.month}.` };
  if (parts.day < 1 || parts.day > daysIn(parts.year, parts.month))
    return { ok: false, message: `There is no day ${parts.day} in ${parts.month}/${parts.year}.` };
  return { ok: true, value: `${pad(parts.year, 4)}-${pad(parts.month, 2)}-${pad(parts.day, 2)}` };
}

type Parts = { readonly year: number; readonly month: number; readonly day: number };

function partsOf(text: string, thisYear: number): Parts | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const written = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!written) return undefined;
  return { year: fullYear(written[3], thisYear), month: Number(written[1]), day: Number(written[2]) };
}

/** Two digits mean the century that brings the year nearest to now. */
function fullYear(year: string | undefined, thisYear: number): number {
  if (year === undefined) return thisYear;
  if (year.length === 4) return Number(year);
  const near = Math.floor(thisYear / 100) * 100 + Number(year);
  if (near > thisYear + 49) return near - 100;
  return near < thisYear - 50 ? near + 100 : near;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');
