// How far a vehicle's visit is, as a bar of its milestones shows it: done, still to come, or late, and where today falls.

import { type CivilTime, compareCivil } from '../../base/civil-time.ts';
import { countingOf, type MilestoneName, milestoneNames, type Plan, targetOf } from './milestone.ts';

export type MilestoneState = 'done' | 'planned' | 'late' | 'unknown';

/** One milestone on the bar: the moment that counts, and by how many days it is or was late. */
export type MilestoneMark = {
  readonly name: MilestoneName;
  readonly moment: CivilTime;
  readonly state: MilestoneState;
  readonly daysLate: number;
};

/** The four marks of a plan at a moment of the shop's clock. */
export const progressOf = (plan: Plan, now: CivilTime): readonly MilestoneMark[] =>
  milestoneNames.map((name) => {
    const one = plan[name];
    const target = targetOf(one);
    const moment = countingOf(one);
    const isDone = one.complete || one.actualDate !== '';
    const until = isDone ? moment.date : now.date;
    const daysLate = target.date === '' ? 0 : Math.max(0, daysBetween(target.date, until));
    const isLate = !isDone && target.date !== '' && compareCivil(now, target) > 0;
    const state = isDone ? 'done' : isLate ? 'late' : target.date === '' ? 'unknown' : 'planned';
    return { name, moment, state, daysLate };
  });

/**
 * Where today falls on a bar whose milestones stand evenly: 0 at the first to 1 at the last; null where no two dates say
 * so. Between two dates it moves day by day.
 */
export function todayOn(marks: readonly MilestoneMark[], today: string): number | null {
  const dated = marks.flatMap(({ moment: { date } }, at) => (date === '' ? [] : [{ date, at }]));
  const next = dated.findIndex(({ date }) => date > today);
  const before = next < 0 ? dated.at(-1) : dated[next - 1];
  const after = next < 0 ? undefined : dated[next];
  if (before === undefined || dated.length < 2) return null;
  const last = marks.length - 1;
  if (after === undefined) return before.at / last;
  const share = daysBetween(before.date, today) / daysBetween(before.date, after.date);
  return (before.at + share * (after.at - before.at)) / last;
}

/** Whole days from one date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
