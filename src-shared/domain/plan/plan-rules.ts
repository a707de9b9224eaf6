// What cannot be right in a plan, and what keeps a milestone from being completed or a status from being updated.
// The order is that of the milestones themselves: a vehicle is in before its repair starts, and out after it is done.

import { type CivilTime, compareCivil } from '../../base/civil-time.ts';
import {
  type Milestone,
  type MilestoneField,
  type MilestoneName,
  milestoneNames,
  momentOf,
  type Plan,
  targetOf,
} from './milestone.ts';

/** Something that cannot be right: which moment, why, and the earlier milestone that it contradicts. */
export type PlanProblem = {
  readonly milestone: MilestoneName;
  readonly field: MilestoneField;
  readonly why: 'in-future' | 'before';
  readonly than?: MilestoneName;
};

/** Everything that cannot be right in a plan at a moment of the shop's clock. */
export const planProblems = (plan: Plan, now: CivilTime): readonly PlanProblem[] => [
  ...orderProblems(plan),
  ...milestoneNames
    .filter((name) => isFuture(plan[name], now))
    .map((milestone) => ({ milestone, field: 'actual' as const, why: 'in-future' as const })),
];

/** Moments that contradict each other, whatever the time is: what is kept from being saved. */
export const orderProblems = (plan: Plan): readonly PlanProblem[] =>
  milestoneNames.flatMap((milestone, at) => {
    const earlier = milestoneNames.slice(0, at);
    return [orderOf(plan, milestone, earlier, 'actual'), orderOf(plan, milestone, earlier, 'target')].flat();
  });

function orderOf(
  plan: Plan,
  milestone: MilestoneName,
  earlier: readonly MilestoneName[],
  of: 'actual' | 'target',
): readonly PlanProblem[] {
  const one = plan[milestone];
  const field = of === 'actual' ? 'actual' : one.revisedDate === '' ? 'planned' : 'revised';
  const moment = momentOf(one, field);
  if (moment.date === '') return [];
  const than = earlier.find((name) => {
    const before = of === 'actual' ? momentOf(plan[name], 'actual') : targetOf(plan[name]);
    return before.date !== '' && compareCivil(moment, before) < 0;
  });
  return than === undefined ? [] : [{ milestone, field, why: 'before', than }];
}

const isFuture = (one: Milestone, now: CivilTime): boolean =>
  one.actualDate !== '' && compareCivil(momentOf(one, 'actual'), now) > 0;

/** Why a milestone cannot be completed now, and the milestone that stands in the way; null when it can. */
export function whyNotComplete(plan: Plan, name: MilestoneName, now: CivilTime) {
  const one = plan[name];
  if (one.complete) return { why: 'complete' } as const;
  const open = milestoneNames.slice(0, milestoneNames.indexOf(name)).find((earlier) => !plan[earlier].complete);
  if (open !== undefined) return { why: 'earlier-open', than: open } as const;
  if (isFuture(one, now)) return { why: 'in-future' } as const;
  const wrong = orderProblems(completedAt(plan, name, now)).find((problem) => problem.milestone === name);
  return wrong?.field === 'actual' ? ({ why: 'before', than: wrong.than ?? name } as const) : null;
}

/** The plan with a milestone's actual moment filled in: now, where nobody said when it was. */
export function completedAt(plan: Plan, name: MilestoneName, now: CivilTime): Plan {
  const one = plan[name];
  const actual = one.actualDate === '' ? { actualDate: now.date, actualTime: now.time } : {};
  return { ...plan, [name]: { ...one, ...actual } };
}

/** Why the status of an estimate cannot be updated, or null: it reports the Vehicle In that stands in Events. */
export function whyNotUpdateStatus(
  { vehicleIn }: Pick<Plan, 'vehicleIn'>,
  reported: { readonly date: string; readonly time: string } | undefined,
  now: CivilTime,
): 'no-date' | 'in-future' | 'up-to-date' | null {
  if (vehicleIn.actualDate === '') return 'no-date';
  if (isFuture(vehicleIn, now)) return 'in-future';
  return isReported(vehicleIn, reported) ? 'up-to-date' : null;
}

/** Whether “Update status” reported this very Vehicle In. */
export const isReported = (
  { actualDate, actualTime }: Milestone,
  reported: { readonly date: string; readonly time: string } | undefined,
): boolean => actualDate !== '' && reported?.date === actualDate && reported.time === actualTime;
