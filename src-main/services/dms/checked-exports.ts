// What a person found out about an export of which nobody knows whether it arrived: the cloud goes on by it.

import type { ReceiptId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { permissionForCommand } from '../../../src-shared/domain/access/permissions.ts';
import { isPending } from '../../../src-shared/ipc/command-shapes.ts';
import { writeCommand } from '../../db/command.ts';
import { readRecord } from '../../db/record.ts';
import { allowed, type Desk, newId } from '../desk.ts';

/** `found` is its reference in the dealer's system; null where it is not there and is to be sent again. */
export type CheckedExport = {
  readonly receiptId: ReceiptId;
  readonly found: string | null;
  readonly reason: string;
};

/** Tells the cloud what was found, once. */
export function resolveExport(desk: Desk, { receiptId, found, reason }: CheckedExport): Result<null> {
  const user = allowed(desk, permissionForCommand('resolve-export'));
  if (!user.ok) return user;
  const receipt = readRecord(desk.store, 'receipt', receiptId);
  if (receipt === undefined) return failed({ kind: 'not-found', what: 'receipt' });
  if (receipt.dms?.state !== 'needs-check') return failed({ kind: 'conflict', what: 'export-settled' });
  const isTold = desk.sync.commands().some((one) => one.receiptId === receiptId && isPending(one));
  if (isTold) return failed({ kind: 'conflict', what: 'command-waiting' });
  const { userId: id, name } = user.value;
  writeCommand(desk.store, {
    id: newId(desk),
    name: 'resolve-export',
    params: { subject: { kind: 'payment', id: receiptId }, found: found?.trim() ?? null, reason: reason.trim() },
    workfileId: receipt.parent.workfileId as WorkfileId,
    author: { id, name },
    now: desk.clock(),
  });
  desk.sync.edited();
  return ok(null);
}
