// Changing groups of records: the same use case for every kind.

import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { isDmsId } from '../../src-shared/domain/dms/dms-id.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import type { NewEdit } from '../db/write-edits.ts';
import { commit, type Desk } from './desk.ts';
import { checkEdits } from './edit-rules.ts';
import { checkLoss } from './life/loss-rules.ts';
import { checkPlanChange } from './plan/frozen.ts';
import { settledConflicts } from './settled-conflicts.ts';

/** A change as it comes through the door, with the id under the kind's own name. */
export type Change = { readonly id: string; readonly group: string; readonly value: object };

export const toEdit = (kind: RecordKind, { id, group, value }: Change): NewEdit => ({
  kind,
  id,
  group,
  value: value as JsonObject,
});

/** Writes changes as one step that undo takes back at once. */
export function writeStep(desk: Desk, edits: readonly NewEdit[]): Result<null> {
  const workfileId = checkEdits(desk, edits);
  if (!workfileId.ok) return workfileId;
  const choices = settledConflicts(desk, workfileId.value, edits);
  commit(desk, { workfileId: workfileId.value, edits: [...edits, ...choices], as: 'step' });
  return ok(null);
}

/** Changes one group of one record. What a workfile has a request of its own for is written by that alone. */
export function changeGroup(desk: Desk, kind: RecordKind, change: Change): Result<null> {
  const own = kind === 'workfile' ? requestsOf[change.group] : undefined;
  if (own !== undefined) return failed({ kind: 'forbidden', need: own });
  if (kind === 'workfile' && isDmsId(change.group)) return failed({ kind: 'forbidden', need: 'dms.set-id' });
  const planned = kind === 'workfile' ? checkPlanChange(desk, change) : ok(null);
  if (!planned.ok) return planned;
  const lost = kind === 'workfile' ? checkLoss(change) : ok(null);
  if (!lost.ok) return lost;
  return writeStep(desk, [toEdit(kind, change)]);
}

const requestsOf: Readonly<Record<string, string>> = { saved: 'workfile.save', bin: 'workfile.bin' };
