// Milestones of a workfile: completing one, re-opening one, and reporting that a vehicle came in.

import type { SessionUser } from '../../../src-shared/api/contract.ts';
import { type CivilTime, civilTimeOf } from '../../../src-shared/base/civil-time.ts';
import { invalid } from '../../../src-shared/base/failure.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { priceEstimate } from '../../../src-shared/domain/estimate/price-estimate.ts';
import { type MilestoneName, type Plan, planOf } from '../../../src-shared/domain/plan/milestone.ts';
import { completedAt, whyNotComplete, whyNotUpdateStatus } from '../../../src-shared/domain/plan/plan-rules.ts';
import { billedTenths, rescheduled, usualPace, whyNotReschedule } from '../../../src-shared/domain/plan/schedule.ts';
import type { Workfile } from '../../../src-shared/domain/workfile/workfile.ts';
import { wholeRecord } from '../../../src-shared/sync/protocol.ts';
import { readRecord } from '../../db/record.ts';
import { readSheet } from '../../db/sheet.ts';
import { transact } from '../../db/transact.ts';
import { writeEdits } from '../../db/write-edits.ts';
import { toEdit, writeStep } from '../changes.ts';
import { allowed, announceEdits, type Desk, nameOf, newId } from '../desk.ts';
import { checkEdits } from '../edit-rules.ts';
import { checkNotBinned } from '../life/bin-rules.ts';

type Planned = {
  readonly workfile: Workfile;
  readonly plan: Plan;
  readonly user: SessionUser;
  readonly now: CivilTime;
};

/** Completes a milestone; one without an actual moment happened now. */
export function completeMilestone(desk: Desk, workfileId: WorkfileId, milestone: MilestoneName): Result<null> {
  const planned = planAt(desk, workfileId);
  if (!planned.ok) return planned;
  const { plan, user, now } = planned.value;
  const refusal = whyNotComplete(plan, milestone, now);
  if (refusal !== null) return failed({ kind: 'conflict', what: `milestone-${refusal.why}` });
  const stamped = { complete: true, completedAt: desk.clock(), completedBy: nameOf(user) };
  const value = { ...completedAt(plan, milestone, now)[milestone], ...stamped };
  return writeStep(desk, [toEdit('workfile', { id: workfileId, group: milestone, value })]);
}

/** Re-opens a completed milestone; the reason stays in the history, also when undo completes it again. */
export function reopenMilestone(
  desk: Desk,
  workfileId: WorkfileId,
  milestone: MilestoneName,
  reason: string,
): Result<null> {
  const planned = planAt(desk, workfileId);
  if (!planned.ok) return planned;
  const { plan, user } = planned.value;
  const one = plan[milestone];
  if (!one.complete) return failed({ kind: 'conflict', what: 'milestone-open' });
  if (reason.trim() === '') return failed(invalid('event.reopened.reason', 'required'));
  const opened = { ...one, complete: false, completedAt: 0, completedBy: '' };
  const step = [toEdit('workfile', { id: workfileId, group: milestone, value: opened })];
  const checked = checkEdits(desk, step);
  if (!checked.ok) return checked;
  const now = desk.clock();
  const value = {
    parent: { workfileId },
    what: { kind: 'reopened', at: now, by: nameOf(user) },
    reopened: { milestone, date: one.actualDate, time: one.actualTime, reason: reason.trim() },
  };
  const event = { kind: 'event', id: newId(desk), group: wholeRecord, value } as const;
  const applied = transact(desk.store, () => [
    writeEdits(desk.store, { workfileId, edits: step, now, as: 'step' }),
    writeEdits(desk.store, { workfileId, edits: [event], now, as: 'plain' }),
  ]);
  for (const one of applied) announceEdits(desk, one);
  return ok(null);
}

/** Reports the Vehicle In that stands in Events of an estimate. */
export function updateStatus(desk: Desk, workfileId: WorkfileId): Result<null> {
  const planned = planAt(desk, workfileId);
  if (!planned.ok) return planned;
  const { plan, workfile, user, now } = planned.value;
  const why = whyNotUpdateStatus(plan, workfile.statusUpdate, now);
  if (why !== null) return failed({ kind: 'conflict', what: `status-${why}` });
  const { actualDate: date, actualTime: time } = plan.vehicleIn;
  const value = { date, time, at: desk.clock(), by: nameOf(user) };
  return writeStep(desk, [toEdit('workfile', { id: workfileId, group: 'statusUpdate', value })]);
}

/** Plans what is still to come from Vehicle In and the hours of the estimate, as one step of undo. */
export function recalculate(desk: Desk, workfileId: WorkfileId): Result<{ readonly moved: readonly MilestoneName[] }> {
  const planned = planAt(desk, workfileId);
  if (!planned.ok) return planned;
  const sheet = readSheet(desk.store, workfileId);
  if (typeof sheet === 'string') return failed({ kind: 'not-found', what: 'workfile' });
  const tenths = billedTenths(priceEstimate(sheet).totals);
  const why = whyNotReschedule(planned.value.plan, tenths);
  if (why !== null) return failed({ kind: 'conflict', what: `reschedule-${why}` });
  const moved = rescheduled(planned.value.plan, tenths, usualPace);
  const edits = Object.entries(moved).map(([group, value]) => toEdit('workfile', { id: workfileId, group, value }));
  const written = edits.length === 0 ? ok(null) : writeStep(desk, edits);
  return written.ok ? ok({ moved: Object.keys(moved) as MilestoneName[] }) : written;
}

/** The plan of a workfile that this person may write, at this moment of the shop's clock. */
function planAt(desk: Desk, workfileId: WorkfileId): Result<Planned> {
  const user = allowed(desk, 'edit-plan');
  if (!user.ok) return user;
  const workfile = readRecord(desk.store, 'workfile', workfileId);
  if (workfile === undefined || workfile.deleted) return failed({ kind: 'not-found', what: 'workfile' });
  const kept = checkNotBinned(desk, workfileId);
  if (!kept.ok) return kept;
  const now = civilTimeOf(desk.clock(), user.value.timeZone);
  return ok({ workfile, plan: planOf(workfile), user: user.value, now });
}
