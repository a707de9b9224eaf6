// The plan of an open workfile: its milestones at this moment of the shop's clock, and what a promise job lacks.

import { type CivilTime, civilTimeOf } from '../../../src-shared/base/civil-time.ts';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import { type MilestoneName, type Plan, planOf } from '../../../src-shared/domain/plan/milestone.ts';
import { type PromisePoint, promisePoints } from '../../../src-shared/domain/plan/promise.ts';
import { promiseSettings } from '../../../src-shared/domain/plan/promise-settings.ts';
import type { Input, Output } from '../../../src-shared/ipc/requests.ts';
import { useClock } from '../clock.ts';
import { useLibrary } from '../library/library.ts';
import { failureOf, send } from './edits.ts';
import { fieldPlace } from './places.ts';
import { useSheet } from './workfiles.ts';

/** The plan of a workfile. */
export function usePlan(workfileId: WorkfileId): Plan {
  return planOf(useSheet(workfileId, (sheet) => sheet.workfile));
}

/** What the shop's clock shows now. */
export function useShopTime(): CivilTime {
  const { now, timeZone } = useClock();
  return civilTimeOf(now, timeZone);
}

/** Everything that a promise job of this workfile needs, as far as the shop has set it up. */
export function usePromisePoints(workfileId: WorkfileId): readonly PromisePoint[] {
  const sheet = useSheet(workfileId, (all) => all);
  const library = useLibrary((state) => (state.sheet.kind === 'ready' ? state.sheet.value : undefined));
  return promisePoints(sheet, library === undefined ? {} : promiseSettings(library));
}

/** Where it stands what a promise job of this workfile needs. */
export const promisePlace = (workfileId: WorkfileId): string => fieldPlace('event', workfileId, 'promise', 'points');

export const completeMilestone = (workfileId: WorkfileId, milestone: MilestoneName): Promise<Failure | undefined> =>
  failureOf(send(workfileId, 'milestone.complete', { workfileId, milestone }));

export const reopenMilestone = (input: Input<'milestone.reopen'>): Promise<Failure | undefined> =>
  failureOf(send(input.workfileId, 'milestone.reopen', input));

export const updateStatus = (workfileId: WorkfileId): Promise<Failure | undefined> =>
  failureOf(send(workfileId, 'plan.update-status', { workfileId }));

export const recalculate = (workfileId: WorkfileId): Promise<Result<Output<'plan.recalculate'>>> =>
  send(workfileId, 'plan.recalculate', { workfileId });

/** What a plan has besides its milestones. */
export type PlanEntry = 'task' | 'appointment';

/** Adds an empty one; answers its id. */
export const addToPlan = (workfileId: WorkfileId, kind: PlanEntry): Promise<Result<string>> =>
  send(workfileId, `${kind}.add`, { workfileId });

export const removeFromPlan = (workfileId: WorkfileId, kind: PlanEntry, id: string): Promise<Failure | undefined> =>
  // The input of `<kind>.remove` is named for the kind; types cannot follow the computed name.
  failureOf(send(workfileId, `${kind}.remove`, { [`${kind}Id`]: id } as never));
