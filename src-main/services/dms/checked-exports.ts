// What a person found out about an export of which nobody knows whether it arrived: the cloud goes on by it.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { permissionForCommand } from '../../../src-shared/domain/access/permissions.ts';
import { dmsIdNames } from '../../../src-shared/domain/dms/dms-id.ts';
import { idExports, isOrderUnknown, isOutcomeUnknown } from '../../../src-shared/domain/dms/unknown-outcome.ts';
import type { ExportSubject } from '../../../src-shared/ipc/dms/dms-requests.ts';
import { isTold } from '../../../src-shared/ipc/dms/id-way.ts';
import { writeCommand } from '../../db/command.ts';
import { readRecord, recordsOf } from '../../db/record.ts';
import { allowed, type Desk, newId } from '../desk.ts';

/** `found` is its reference in the dealer's system; null where it is not there and is to be sent again. */
export type CheckedExport = {
  readonly subject: ExportSubject;
  readonly found: string | null;
  readonly reason: string;
};

/** Tells the cloud what was found, once. */
export function resolveExport(desk: Desk, { subject, found, reason }: CheckedExport): Result<null> {
  const user = allowed(desk, permissionForCommand('resolve-export'));
  if (!user.ok) return user;
  const waiting = workfileOfUnknown(desk, subject);
  if (!waiting.ok) return waiting;
  if (isTold(desk.sync.commands(), subject)) return failed({ kind: 'conflict', what: 'command-waiting' });
  const { userId: id, name } = user.value;
  writeCommand(desk.store, {
    id: newId(desk),
    name: 'resolve-export',
    params: { subject, found: found?.trim() ?? null, reason: reason.trim() },
    workfileId: waiting.value,
    author: { id, name },
    now: desk.clock(),
  });
  desk.sync.edited();
  return ok(null);
}

/** The workfile of an export that waits for a person. */
function workfileOfUnknown({ store }: Desk, subject: ExportSubject): Result<WorkfileId> {
  const settled = failed({ kind: 'conflict', what: 'export-settled' } as const);
  if (subject.kind === 'payment') {
    const receipt = readRecord(store, 'receipt', subject.id);
    if (receipt === undefined) return failed({ kind: 'not-found', what: 'receipt' });
    return receipt.dms?.state === 'needs-check' ? ok(receipt.parent.workfileId as WorkfileId) : settled;
  }
  const workfile = readRecord(store, 'workfile', subject.id);
  if (workfile === undefined || workfile.deleted) return failed({ kind: 'not-found', what: 'workfile' });
  const events = recordsOf(store, 'dms-event', subject.id);
  const isUnknown =
    subject.kind === 'repair-order'
      ? isOrderUnknown(events)
      : dmsIdNames.some((group) => idExports[group] === subject.kind && isOutcomeUnknown(events, group));
  return isUnknown ? ok(subject.id) : settled;
}
