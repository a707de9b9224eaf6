// Calendar dates as `YYYY-MM-DD` text end to end: a document's date never drifts with a time zone.

import type { Brand } from './brand.ts';
import { type Failure, invalid } from './failure.ts';
import { failed, ok, type Result } from './result.ts';

/** A day of the calendar, `2026-11-21`; years 1900 to 2199. */
export type CivilDate = Brand<string, 'CivilDate'>;

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const american = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthDays[month - 1] ?? 0);

/** Reads `2026-11-21`, `11/21/2026` or `11/21/26` (00-69 is 20xx). */
export function parseDate(text: string, field: string): Result<CivilDate, Failure> {
  const trimmed = text.trim();
  if (trimmed === '') return failed(invalid(field, 'required'));
  const parts = iso.exec(trimmed)?.slice(1) ?? yearFirst(american.exec(trimmed));
  if (parts === undefined) return failed(invalid(field, 'not-a-date'));
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const fits = year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!fits) return failed(invalid(field, 'not-a-date'));
  return ok(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CivilDate);
}

function yearFirst(match: RegExpExecArray | null): string[] | undefined {
  if (match === null) return undefined;
  const [, month = '', day = '', year = ''] = match;
  const full = year.length === 4 ? year : String(Number(year) + (Number(year) < 70 ? 2000 : 1900));
  return [full, month, day];
}

/** Whether text is a calendar date in its stored form. */
export function isCivilDate(text: string): text is CivilDate {
  const parsed = parseDate(text, '');
  return parsed.ok && parsed.value === text;
}

/** `11/21/2026`. */
export function printDate(date: CivilDate): string {
  const [year, month, day] = date.split('-');
  return `${Number(month)}/${Number(day)}/${year}`;
}
