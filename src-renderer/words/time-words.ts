// Instants as people of the shop read them: on the shop's clock, wherever the PC stands.

import { civilTimeOf } from '../../src-shared/base/civil-time.ts';
import { type CivilDate, printDate } from '../../src-shared/base/dates.ts';

/** The present moment, and the zone whose clock people read. */
export type Clock = { readonly now: number; readonly timeZone: string };

/** `10:42`. */
export const timeOf = (instant: number, timeZone: string): string => civilTimeOf(instant, timeZone).time;

/** The date of an instant, as fields keep it. */
export const dayOf = (instant: number, timeZone: string): CivilDate => civilTimeOf(instant, timeZone).date;

/** Today's date. */
export const todayOf = ({ now, timeZone }: Clock): CivilDate => dayOf(now, timeZone);

/** `11/20/2025`. */
export const dateOf = (instant: number, timeZone: string): string => printDate(dayOf(instant, timeZone));

/** `10:42` today, `11/20 10:42` this year, `11/20/2025` before. */
export function whenOf(instant: number, clock: Clock): string {
  if (instant === 0) return '';
  const [at, today] = [civilTimeOf(instant, clock.timeZone), todayOf(clock)];
  if (at.date === today) return at.time;
  const day = printDate(at.date);
  return at.date.slice(0, 4) === today.slice(0, 4) ? `${day.slice(0, -5)} ${at.time}` : day;
}
