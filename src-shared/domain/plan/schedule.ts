// “Recalculate”: what is still to come is planned from Vehicle In and the hours of the estimate.
// Shops and insurers count repair days as labor hours divided by the hours that are worked on one vehicle a day; four is
// the figure that rental coverage is usually reckoned with. Weekends are no working days.

import { addDays, type CivilTime, weekdayOf } from '../../base/civil-time.ts';
import type { Totals } from '../estimate/totals.ts';
import { countingOf, type Milestone, type MilestoneName, type Plan, targetOf } from './milestone.ts';

/** How a shop usually works: tenths of an hour on one vehicle a day, and the weekdays on which it works. */
export type Pace = { readonly tenthsPerDay: number; readonly weekdays: readonly number[] };

/** Four hours a day, Monday to Friday. */
export const usualPace: Pace = { tenthsPerDay: 40, weekdays: [1, 2, 3, 4, 5] };

/** The hours that an estimate bills, paint labor included. */
export const billedTenths = ({ labor }: Pick<Totals, 'labor'>): number =>
  labor.reduce((all, { tenths }) => all + tenths, 0);

/** The working days that a repair takes; at least one. */
export const repairDays = (tenths: number, { tenthsPerDay }: Pace): number =>
  Math.max(1, Math.ceil(tenths / tenthsPerDay));

/**
 * The milestones that change: repairs start on the working day after the vehicle is in, take their days, and the vehicle
 * leaves on the working day after they are completed. A first plan is what is promised; what replaces a plan is revised.
 * What happened already is taken as it was, and stays.
 */
export function rescheduled(plan: Plan, tenths: number, pace: Pace): Partial<Record<MilestoneName, Milestone>> {
  const isIn = countingOf(plan.vehicleIn);
  if (isIn.date === '') return {};
  const started = happened(plan.repairsStarted) ?? nextWorkday(isIn.date, pace);
  const completed = happened(plan.repairsCompleted) ?? workdaysAfter(started, repairDays(tenths, pace) - 1, pace);
  const out = nextWorkday(completed, pace);
  return {
    ...moved(plan, 'repairsStarted', started),
    ...moved(plan, 'repairsCompleted', completed),
    ...moved(plan, 'vehicleOut', out),
  };
}

/** Why nothing can be planned anew, or null. */
export function whyNotReschedule(plan: Plan, tenths: number): 'no-vehicle-in' | 'no-hours' | 'out' | null {
  if (plan.vehicleOut.actualDate !== '') return 'out';
  if (countingOf(plan.vehicleIn).date === '') return 'no-vehicle-in';
  return tenths <= 0 ? 'no-hours' : null;
}

const happened = ({ actualDate }: Milestone): string | undefined => (actualDate === '' ? undefined : actualDate);

function moved(plan: Plan, name: MilestoneName, date: string): Partial<Record<MilestoneName, Milestone>> {
  const one = plan[name];
  const told: CivilTime = targetOf(one);
  if (one.complete || one.actualDate !== '' || told.date === date) return {};
  const next =
    one.plannedDate === ''
      ? { plannedDate: date, plannedTime: '' }
      : { revisedDate: date === one.plannedDate ? '' : date, revisedTime: '' };
  return { [name]: { ...one, ...next } };
}

const nextWorkday = (date: string, pace: Pace): string => workdaysAfter(addDays(date, 1), 0, pace);

/** So many working days after a date, which itself moves to a working day first. */
function workdaysAfter(date: string, days: number, pace: Pace): string {
  let at = date;
  let left = days;
  // A week without a working day would never end.
  if (pace.weekdays.length === 0) return addDays(date, days);
  while (left > 0 || !pace.weekdays.includes(weekdayOf(at))) {
    if (pace.weekdays.includes(weekdayOf(at))) left -= 1;
    at = addDays(at, 1);
  }
  return at;
}
