// The milestones of a vehicle's visit, each planned, revised and actual: groups of the workfile itself.

import { z } from 'zod';
import { type CivilTime, isTimeOfDay } from '../../base/civil-time.ts';
import { isCivilDate } from '../../base/dates.ts';
import { lineText } from '../text.ts';

/** The four milestones in their order (CCC Repair Plan tab). */
export const milestoneNames = ['vehicleIn', 'repairsStarted', 'repairsCompleted', 'vehicleOut'] as const;
export type MilestoneName = (typeof milestoneNames)[number];
/** Whether a group of a workfile is a milestone. */
export const isMilestone = (group: string): group is MilestoneName => milestoneNames.some((name) => name === group);

const date = z
  .string()
  .refine((text): boolean => text === '' || isCivilDate(text))
  .default('');
const time = z
  .string()
  .refine((text) => text === '' || isTimeOfDay(text))
  .default('');
const instant = z.int().min(0).default(0);

/** What was promised first, what it was moved to, and what happened; times are those of the shop's clock. */
const milestone = z.object({
  plannedDate: date,
  plannedTime: time,
  revisedDate: date,
  revisedTime: time,
  actualDate: date,
  actualTime: time,
  complete: z.boolean().default(false),
  completedAt: instant,
  completedBy: lineText(120).default(''),
});
export type Milestone = Readonly<z.output<typeof milestone>>;

/**
 * The plan's groups. They belong to the workfile and not to records of their own, so that two PCs that begin a plan at
 * once, each without a network, do not make two.
 */
export const planGroups = {
  vehicleIn: milestone,
  repairsStarted: milestone,
  repairsCompleted: milestone,
  vehicleOut: milestone,
  /** “Update status” of an estimate: the Vehicle In that was reported, when and by whom. */
  statusUpdate: z.object({ date, time, at: instant, by: lineText(120).default('') }),
} as const;

/** The plan of a workfile; a milestone that nobody touched is empty. */
export type Plan = { readonly [M in MilestoneName]: Milestone };
export type PlannedRecord = { readonly [M in MilestoneName]?: Milestone | undefined };

/** The empty milestone. */
export const noMilestone: Milestone = milestone.parse({});

/** The plan of a workfile, every milestone there. */
export const planOf = (workfile: PlannedRecord): Plan => ({
  vehicleIn: workfile.vehicleIn ?? noMilestone,
  repairsStarted: workfile.repairsStarted ?? noMilestone,
  repairsCompleted: workfile.repairsCompleted ?? noMilestone,
  vehicleOut: workfile.vehicleOut ?? noMilestone,
});

/** The three moments of a milestone. */
export const milestoneFields = ['planned', 'revised', 'actual'] as const;
export type MilestoneField = (typeof milestoneFields)[number];

/** One moment of a milestone; its date is empty until known. */
export const momentOf = (one: Milestone, field: MilestoneField): CivilTime => ({
  date: one[`${field}Date`],
  time: one[`${field}Time`],
});

/** What a customer was told last: revised, else planned. */
export const targetOf = (one: Milestone): CivilTime => momentOf(one, one.revisedDate === '' ? 'planned' : 'revised');

/** The moment that counts: actual, else revised, else planned. */
export const countingOf = (one: Milestone): CivilTime =>
  one.actualDate === '' ? targetOf(one) : momentOf(one, 'actual');

/** The first milestone that is not complete; undefined when the vehicle is out. */
export const nextMilestone = (plan: Plan): MilestoneName | undefined =>
  milestoneNames.find((name) => !plan[name].complete);
