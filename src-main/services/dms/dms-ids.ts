// What the dealer's system calls a workfile, its customer and its vehicle, as a person says it; the history tells of it.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { type DmsId, type DmsIdGroup, dmsIdOf } from '../../../src-shared/domain/dms/dms-id.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import { readRecord, recordsOf } from '../../db/record.ts';
import { transact } from '../../db/transact.ts';
import { writeEdits } from '../../db/write-edits.ts';
import { toEdit } from '../changes.ts';
import { allowed, announceEdits, type Desk, nameOf } from '../desk.ts';
import { checkEdits } from '../edit-rules.ts';
import { settledConflicts } from '../settled-conflicts.ts';
import { idEvents } from './id-events.ts';

/** An id as a person typed it or chose it from a list. */
export type SaidId = {
  readonly workfileId: WorkfileId;
  readonly group: DmsIdGroup;
  readonly id: string;
  readonly source: 'typed' | 'matched';
};

/** Sets one id, or takes it away, with its line of the history. */
export function setDmsId(desk: Desk, { workfileId, group, id, source }: SaidId): Result<null> {
  const user = allowed(desk, 'use-dms');
  if (!user.ok) return user;
  const workfile = readRecord(desk.store, 'workfile', workfileId);
  if (workfile === undefined || workfile.deleted) return failed({ kind: 'not-found', what: 'workfile' });
  if (isDmsOff(desk)) return failed({ kind: 'conflict', what: 'dms-off' });
  if (dmsIdOf(workfile, group) === id.trim()) return ok(null);
  const now = desk.clock();
  const value: DmsId = { id: id.trim(), source, by: nameOf(user.value), at: now };
  const step = [toEdit('workfile', { id: workfileId, group, value })];
  const checked = checkEdits(desk, step);
  if (!checked.ok) return checked;
  const choices = settledConflicts(desk, workfileId, step);
  const events = idEvents(desk, workfileId, [{ group, before: workfile[group] ?? {}, after: value }]);
  const applied = transact(desk.store, () => [
    writeEdits(desk.store, { workfileId, edits: [...step, ...choices], now, as: 'step' }),
    writeEdits(desk.store, { workfileId, edits: events, now, as: 'plain' }),
  ]);
  for (const one of applied) announceEdits(desk, one);
  return ok(null);
}

/** Whether the shop has switched the feature off; a shop without a connection still may write ids down. */
export const isDmsOff = ({ store }: Pick<Desk, 'store'>): boolean =>
  recordsOf(store, 'dms-connection', libraries['dms-connection']).some(({ about }) => !about.on);
