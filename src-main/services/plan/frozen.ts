// What of a plan no plain change may write: a completed milestone, and what only its own request says.

import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { isMilestone, noMilestone } from '../../../src-shared/domain/plan/milestone.ts';
import { readRecord } from '../../db/record.ts';
import type { Change } from '../changes.ts';
import type { Desk } from '../desk.ts';

/** Whether a change of a workfile's group may be written as it is; undo and redo are no such change. */
export function checkPlanChange({ store }: Pick<Desk, 'store'>, { id, group, value }: Change): Result<null> {
  if (group === 'statusUpdate') return failed({ kind: 'forbidden', need: 'plan.update-status' });
  if (!isMilestone(group)) return ok(null);
  const present = readRecord(store, 'workfile', id)?.[group] ?? noMilestone;
  if (present.complete) return failed({ kind: 'locked', what: 'milestone' });
  const isCompleting = 'complete' in value && value.complete !== present.complete;
  return isCompleting ? failed({ kind: 'forbidden', need: 'milestone.complete' }) : ok(null);
}
