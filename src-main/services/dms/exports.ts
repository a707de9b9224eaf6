// What the cloud is asked to send to the dealer's system: each receipt by a command of its own, all written at once.

import type { ReceiptId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { dmsIdOf } from '../../../src-shared/domain/dms/dms-id.ts';
import { filesOfReceipts } from '../../../src-shared/domain/dms/journal/due-entries.ts';
import { type NotExported, whyNotExport } from '../../../src-shared/domain/dms/payment-state.ts';
import { shopConnection } from '../../../src-shared/domain/dms/shop-connection.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import { voidedIds } from '../../../src-shared/domain/receipt/receipt.ts';
import { isPending } from '../../../src-shared/ipc/command-shapes.ts';
import { writeCommand } from '../../db/command.ts';
import { readLedger } from '../../db/receipts.ts';
import { readRecord, recordsOf } from '../../db/record.ts';
import { transact } from '../../db/transact.ts';
import { allowed, type Desk, newId } from '../desk.ts';
import { checkNotBinned } from '../life/bin-rules.ts';

/** Receipts that were left out, and why; the others are on their way. */
export type AskedExports = {
  readonly asked: readonly ReceiptId[];
  readonly left: readonly { readonly receiptId: ReceiptId; readonly why: NotExported }[];
};

/** Asks for receipts of a workfile to be exported; what cannot be exported stays as it is. */
export function exportPayments(
  desk: Desk,
  workfileId: WorkfileId,
  receiptIds: readonly ReceiptId[],
): Result<AskedExports> {
  const user = allowed(desk, 'use-dms');
  if (!user.ok) return user;
  const { store } = desk;
  const workfile = readRecord(store, 'workfile', workfileId);
  if (workfile === undefined || workfile.deleted) return failed({ kind: 'not-found', what: 'workfile' });
  const kept = checkNotBinned(desk, workfileId);
  if (!kept.ok) return kept;
  const { receipts, receiptVoids } = readLedger(store, workfileId);
  const wanted = receipts.filter(({ id }) => receiptIds.includes(id));
  if (wanted.length < receiptIds.length) return failed({ kind: 'not-found', what: 'receipt' });
  const voided = voidedIds(receiptVoids);
  const waiting = new Set(desk.sync.commands().flatMap((one) => (isPending(one) ? [one.receiptId] : [])));
  const connection = shopConnection(recordsOf(store, 'dms-connection', libraries['dms-connection']));
  const files = filesOfReceipts(recordsOf(store, 'dms-event', workfileId));
  const customerId = dmsIdOf(workfile, 'dmsCustomerId');
  const left = wanted.flatMap((receipt) => {
    const known = {
      isVoid: voided.has(receipt.id),
      isAsked: waiting.has(receipt.id),
      isJournaled: files.has(receipt.id),
    };
    const why = whyNotExport({ receipt, connection, customerId, ...known });
    return why === null ? [] : [{ receiptId: receipt.id, why }];
  });
  const asked = wanted.map(({ id }) => id).filter((id) => !left.some(({ receiptId }) => receiptId === id));
  const author = { id: user.value.userId, name: user.value.name };
  transact(store, () => {
    for (const receiptId of asked) {
      const command = { id: newId<string>(desk), name: 'export-payment', params: { receiptId } } as const;
      writeCommand(store, { ...command, workfileId, author, now: desk.clock() });
    }
  });
  desk.sync.edited();
  return ok({ asked, left });
}
