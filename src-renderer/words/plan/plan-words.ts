// The words of a plan: milestones, what cannot be right in them, and why something cannot be done yet.

import type { CivilTime } from '../../../src-shared/base/civil-time.ts';
import { type CivilDate, printDate } from '../../../src-shared/base/dates.ts';
import type { MilestoneField, MilestoneName } from '../../../src-shared/domain/plan/milestone.ts';
import type { PlanProblem, whyNotComplete, whyNotUpdateStatus } from '../../../src-shared/domain/plan/plan-rules.ts';
import type { whyNotReschedule } from '../../../src-shared/domain/plan/schedule.ts';

export const milestoneWords: Readonly<Record<MilestoneName, string>> = {
  vehicleIn: 'Vehicle In',
  repairsStarted: 'Repairs Started',
  repairsCompleted: 'Repairs Completed',
  vehicleOut: 'Vehicle Out',
};

export const momentWords: Readonly<Record<MilestoneField, string>> = {
  planned: 'Planned',
  revised: 'Revised',
  actual: 'Actual',
};

/** `11/21/2026`, `11/21/2026 14:05`, or nothing. */
export const civilWords = ({ date, time }: CivilTime): string =>
  date === '' ? '' : [printDate(date as CivilDate), time].filter((part) => part !== '').join(' ');

/** What is said beside a date that cannot be right. */
export const planProblemWords = ({ why, than }: PlanProblem): string =>
  why === 'in-future'
    ? 'This is in the future. Type when it happened.'
    : `This is before ${than === undefined ? 'what comes first' : milestoneWords[than]}.`;

/** Why a milestone cannot be completed. */
export function incompleteReason(refusal: NonNullable<ReturnType<typeof whyNotComplete>>): string {
  switch (refusal.why) {
    case 'complete':
      return 'It is complete already.';
    case 'earlier-open':
      return `Complete ${milestoneWords[refusal.than]} first.`;
    case 'in-future':
      return 'Its actual date is in the future.';
    default:
      return `Its actual date is before ${milestoneWords[refusal.than]}.`;
  }
}

/** Why nothing can be planned anew. */
export const rescheduleReasons: Readonly<Record<NonNullable<ReturnType<typeof whyNotReschedule>>, string>> = {
  'no-vehicle-in': 'Fill in the actual or the planned date of Vehicle In first.',
  'no-hours': 'The estimate has no hours yet.',
  out: 'The vehicle is out already.',
};

/** Why the status of an estimate cannot be updated. */
export const statusReasons: Readonly<Record<NonNullable<ReturnType<typeof whyNotUpdateStatus>>, string>> = {
  'no-date': 'Type the Vehicle In date first.',
  'in-future': 'The Vehicle In date is in the future. Update the status when the vehicle is in.',
  'up-to-date': 'The status is up to date.',
};

export const completeReason =
  'A completed milestone is not changed. Untick its complete box to re-open it, with a reason.';
