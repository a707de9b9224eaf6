// Tasks and appointments of a workfile: adding and removing them.

import type { AppointmentId, TaskId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { deletion, wholeRecord } from '../../../src-shared/sync/protocol.ts';
import { readRecord } from '../../db/record.ts';
import { writeStep } from '../changes.ts';
import { allowed, commit, type Desk, newId } from '../desk.ts';
import { checkNotBinned } from '../life/bin-rules.ts';

type Ids = { readonly task: TaskId; readonly appointment: AppointmentId };

/** Adds an empty task or appointment. */
export function addToPlan<K extends keyof Ids>(desk: Desk, kind: K, workfileId: WorkfileId): Result<Ids[K]> {
  const user = allowed(desk, 'edit-plan');
  if (!user.ok) return user;
  const workfile = readRecord(desk.store, 'workfile', workfileId);
  if (workfile === undefined || workfile.deleted) return failed({ kind: 'not-found', what: 'workfile' });
  const kept = checkNotBinned(desk, workfileId);
  if (!kept.ok) return kept;
  const id = newId<Ids[K]>(desk);
  const value = { parent: { workfileId } };
  commit(desk, { workfileId, edits: [{ kind, id, group: wholeRecord, value }], as: 'step' });
  return ok(id);
}

/** Removes a task or an appointment; undo brings it back. */
export function removeFromPlan<K extends keyof Ids>(desk: Desk, kind: K, id: Ids[K]): Result<null> {
  if (readRecord(desk.store, kind, id)?.deleted !== false) return failed({ kind: 'not-found', what: kind });
  return writeStep(desk, [{ kind, id, group: deletion, value: { deleted: true } }]);
}
