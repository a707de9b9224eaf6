// The requests about the plan of a workfile: its events, milestones and what follows from them.

import { z } from 'zod';
import type { AppointmentId, TaskId, WorkfileId } from '../base/ids.ts';
import { appointmentSpec } from '../domain/plan/appointment.ts';
import { type MilestoneName, milestoneNames } from '../domain/plan/milestone.ts';
import { taskSpec } from '../domain/plan/task.ts';
import { longText } from '../domain/text.ts';
import { type Change, change, id } from './change.ts';
import { request } from './request.ts';

type OfWorkfile = { readonly workfileId: WorkfileId };
type OfMilestone = OfWorkfile & { readonly milestone: MilestoneName };
const ofWorkfile = { workfileId: id<WorkfileId>() };
const ofMilestone = { ...ofWorkfile, milestone: z.enum(milestoneNames) };

/** The plan's entries of the door. */
export const planRequests = {
  /** Reports the Vehicle In of an estimate, as its Events say it. */
  'plan.update-status': request<OfWorkfile, null>(z.strictObject(ofWorkfile)),
  /** Completes a milestone of the repair plan; one without an actual date happened now. */
  'milestone.complete': request<OfMilestone, null>(z.strictObject(ofMilestone)),
  /** Re-opens a completed milestone; the reason is kept. */
  'milestone.reopen': request<OfMilestone & { readonly reason: string }, null>(
    z.strictObject({ ...ofMilestone, reason: longText(500).min(1) }),
  ),
  /** Plans what is still to come from Vehicle In and the hours of the estimate; answers which milestones moved. */
  'plan.recalculate': request<OfWorkfile, { readonly moved: readonly MilestoneName[] }>(z.strictObject(ofWorkfile)),
  /** Adds an empty task. */
  'task.add': request<OfWorkfile, TaskId>(z.strictObject(ofWorkfile)),
  /** Changes one group of a task: what it is, or whether it is done. */
  'task.change': request<Change<typeof taskSpec, 'taskId', TaskId>, null>(
    change<typeof taskSpec, 'taskId', TaskId>(taskSpec, 'taskId'),
  ),
  /** Removes a task; undo brings it back. */
  'task.remove': request<{ readonly taskId: TaskId }, null>(z.strictObject({ taskId: id<TaskId>() })),
  /** Adds an appointment without a date. */
  'appointment.add': request<OfWorkfile, AppointmentId>(z.strictObject(ofWorkfile)),
  /** Changes an appointment. */
  'appointment.change': request<Change<typeof appointmentSpec, 'appointmentId', AppointmentId>, null>(
    change<typeof appointmentSpec, 'appointmentId', AppointmentId>(appointmentSpec, 'appointmentId'),
  ),
  /** Removes an appointment; undo brings it back. */
  'appointment.remove': request<{ readonly appointmentId: AppointmentId }, null>(
    z.strictObject({ appointmentId: id<AppointmentId>() }),
  ),
} as const;
