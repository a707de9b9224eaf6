// Taking back what was done on this PC, and doing it again: each is an ordinary edit.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { sameValue } from '../../src-shared/base/same-value.ts';
import { isMilestone } from '../../src-shared/domain/plan/milestone.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import { readGroup } from '../db/record.ts';
import type { Store } from '../db/store.ts';
import { transact } from '../db/transact.ts';
import { dropStep, markDone, markUndone, type Step, type StepChange, stepToRedo, stepToUndo } from '../db/undo.ts';
import { writeEdits } from '../db/write-edits.ts';
import { announceEdits, type Desk } from './desk.ts';
import { idEvents } from './dms/id-events.ts';
import { checkEdits } from './edit-rules.ts';

/** Takes the last step back; false when there is none. */
export function undo(desk: Desk, workfileId: WorkfileId): Result<boolean> {
  const step = stepToUndo(desk.store, workfileId);
  if (step === null) return ok(false);
  const backwards = step.changes.map(({ before, after, ...where }) => ({ ...where, before: after, after: before }));
  return replay(desk, workfileId, { ...step, changes: backwards.reverse() }, markUndone);
}

/** Makes the step last taken back again; false when there is none. */
export function redo(desk: Desk, workfileId: WorkfileId): Result<boolean> {
  const step = stepToRedo(desk.store, workfileId);
  return step === null ? ok(false) : replay(desk, workfileId, step, markDone);
}

type Mark = (store: Store, n: number) => void;

function replay(desk: Desk, workfileId: WorkfileId, step: Step, mark: Mark): Result<boolean> {
  const { store } = desk;
  const edits = step.changes.map(({ kind, id, group, after }) => ({ kind, id, group, value: after }));
  if (!isAsLeft(store, step.changes)) {
    // Somebody else changed it since: what they wrote stays, and this step is over.
    dropStep(store, step.n);
    return failed({ kind: 'conflict', what: 'undo' });
  }
  if (step.changes.some(reopens)) {
    // A milestone is re-opened with a reason, which its own request asks for; what was done before can still be undone.
    dropStep(store, step.n);
    return failed({ kind: 'conflict', what: 'undo-milestone' });
  }
  const checked = checkEdits(desk, edits);
  if (!checked.ok) return checked;
  const applied = transact(store, () => {
    const now = desk.clock();
    const told = idEvents(desk, workfileId, step.changes);
    const written = [
      writeEdits(store, { workfileId, edits, now, as: 'undo' }),
      writeEdits(store, { workfileId, edits: told, now, as: 'plain' }),
    ];
    mark(store, step.n);
    return written;
  });
  for (const one of applied) announceEdits(desk, one);
  return ok(true);
}

const reopens = ({ kind, group, before, after }: StepChange): boolean =>
  kind === 'workfile' && isMilestone(group) && before.complete === true && after.complete !== true;

/** Whether every group still has the value that this step would replace; a step may change a group more than once. */
function isAsLeft(store: Store, changes: readonly StepChange[]): boolean {
  const values = new Map<string, JsonObject | undefined>();
  return changes.every(({ kind, id, group, before, after }) => {
    const place = `${kind}/${id}/${group}`;
    const current = values.has(place) ? values.get(place) : readGroup(store, kind, id, group);
    values.set(place, after);
    return current !== undefined && sameValue(current, before);
  });
}
