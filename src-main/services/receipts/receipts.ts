// Money received: writing a receipt, taking one back by another, and voiding one. What is written is never altered.

import type { SessionUser } from '../../../src-shared/api/contract.ts';
import type { ReceiptId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { permissionFor } from '../../../src-shared/domain/access/permissions.ts';
import { isPastVoiding } from '../../../src-shared/domain/dms/payment-state.ts';
import { likelyDuplicates } from '../../../src-shared/domain/receipt/duplicates.ts';
import { checkLedger, type LedgerFault, receiptText, voidText } from '../../../src-shared/domain/receipt/ledger.ts';
import { type Receipt, type Receipts, reversedBy, voidedIds } from '../../../src-shared/domain/receipt/receipt.ts';
import { nextNumber } from '../../../src-shared/domain/receipt/receipt-number.ts';
import { checkReceipt, checkVoid, reversalOf } from '../../../src-shared/domain/receipt/receipt-rules.ts';
import type { NewReceipt, TakenReceipt } from '../../../src-shared/ipc/receipt-requests.ts';
import type { Handlers, Input } from '../../../src-shared/ipc/requests.ts';
import { type JsonObject, wholeRecord } from '../../../src-shared/sync/protocol.ts';
import { bind, readLedger, readSign, sha256 } from '../../db/receipts.ts';
import { readRecord } from '../../db/record.ts';
import { allowed, commit, type Desk, nameOf } from '../desk.ts';
import { checkOwner } from '../edit-rules.ts';
import { checkNotBinned } from '../life/bin-rules.ts';

type Adjustment = Receipt['adjustment'];

/** Writes a receipt, unless it looks like one that is there and nobody has said that it is another. */
function takeReceipt(desk: Desk, asked: NewReceipt): Result<TakenReceipt> {
  const { workfileId, receiptId, despite } = asked;
  const known = readRecord(desk.store, 'receipt', receiptId);
  if (known !== undefined) return ok({ taken: true, number: known.number.number });
  const money = tidy(asked.money);
  const adjustment = asked.reason.trim() === '' ? undefined : { reverses: '', reason: asked.reason.trim() };
  const room = roomFor(desk, workfileId, adjustment);
  if (!room.ok) return room;
  const { receipts, receiptVoids } = room.value.ledger;
  const like = despite ? [] : likelyDuplicates(money, receipts, voidedIds(receiptVoids));
  if (like.length > 0) return ok({ taken: false, like: like.map(({ number }) => number.number) });
  const written = writeReceipt(desk, room.value, { id: receiptId, money, adjustment });
  return written.ok ? ok({ taken: true, number: written.value }) : written;
}

/** The insurer is named where it paid, and blanks at the ends say nothing. */
function tidy(money: Receipt['money']): Receipt['money'] {
  const [insurer, typeName, reference, memo] = [money.insurer, money.typeName, money.reference, money.memo].map(
    (text) => text.trim(),
  ) as [string, string, string, string];
  return { ...money, insurer: money.from === 'insurance' ? insurer : '', typeName, reference, memo };
}

/** Takes a receipt back by one of the same amount below nothing. */
function reverseReceipt(desk: Desk, asked: Input<'receipt.reverse'>): Result<{ readonly number: string }> {
  const known = readRecord(desk.store, 'receipt', asked.reversalId);
  if (known !== undefined) return ok({ number: known.number.number });
  const original = readRecord(desk.store, 'receipt', asked.receiptId);
  if (original === undefined) return failed({ kind: 'not-found', what: 'receipt' });
  const adjustment = { reverses: original.id as string, reason: asked.reason.trim() };
  const room = roomFor(desk, original.parent.workfileId as WorkfileId, adjustment);
  if (!room.ok) return room;
  const standing = standingOf(original, room.value.ledger);
  if (standing !== 'counts') return failed({ kind: 'conflict', what: `receipt-${standing}` });
  if (reversedBy(original) !== '') return failed({ kind: 'conflict', what: 'receipt-reversal' });
  const money = { ...reversalOf(original), date: asked.date, memo: `Reverses ${original.number.number}` };
  const written = writeReceipt(desk, room.value, { id: asked.reversalId, money, adjustment });
  return written.ok ? ok({ number: written.value }) : written;
}

/** Says that a receipt never counted. */
function voidReceipt(desk: Desk, asked: Input<'receipt.void'>): Result<null> {
  const user = allowed(desk, permissionFor('receipt-void', wholeRecord));
  if (!user.ok) return user;
  if (readRecord(desk.store, 'receipt-void', asked.voidId) !== undefined) return ok(null);
  const receipt = readRecord(desk.store, 'receipt', asked.receiptId);
  if (receipt === undefined) return failed({ kind: 'not-found', what: 'receipt' });
  const workfileId = checkOwner(desk, receipt.parent.workfileId);
  if (!workfileId.ok) return workfileId;
  const ledger = readLedger(desk.store, workfileId.value);
  const standing = standingOf(receipt, ledger);
  if (standing !== 'counts') return failed({ kind: 'conflict', what: `receipt-${standing}` });
  if (isPastVoiding(receipt)) return failed({ kind: 'conflict', what: 'receipt-exported' });
  const said = { reason: asked.reason.trim(), at: desk.clock(), by: nameOf(user.value) };
  const wrong = checkVoid({ said });
  if (wrong !== null) return failed(wrong);
  const value = { parent: { workfileId: workfileId.value as string, receiptId: receipt.id as string }, said };
  const chain = bind(ledger, (on) => voidText({ ...value, id: asked.voidId }, on));
  const edit = { kind: 'receipt-void', id: asked.voidId, group: wholeRecord, value: { ...value, chain } } as const;
  commit(desk, { workfileId: workfileId.value, edits: [edit], as: 'plain' });
  return ok(null);
}

/** What is wrong with the ledger of a workfile. */
function checkReceipts(desk: Desk, workfileId: WorkfileId): Result<readonly LedgerFault[]> {
  const user = allowed(desk, 'see-workfiles');
  return user.ok ? ok(checkLedger(readLedger(desk.store, workfileId), sha256)) : user;
}

type Room = { readonly user: SessionUser; readonly workfileId: WorkfileId; readonly ledger: Receipts };

/** The ledger that a new receipt goes into, for whoever may write it there. */
function roomFor(desk: Desk, owner: WorkfileId, adjustment: Adjustment): Result<Room> {
  const user = allowed(desk, permissionFor('receipt', adjustment === undefined ? wholeRecord : 'adjustment'));
  if (!user.ok) return user;
  const workfileId = checkOwner(desk, owner);
  if (!workfileId.ok) return workfileId;
  const kept = checkNotBinned(desk, workfileId.value);
  if (!kept.ok) return kept;
  return ok({ user: user.value, workfileId: workfileId.value, ledger: readLedger(desk.store, owner) });
}

type Written = { readonly id: ReceiptId; readonly money: Receipt['money']; readonly adjustment: Adjustment };

function writeReceipt(
  desk: Desk,
  { user, workfileId, ledger }: Room,
  { id, money, adjustment }: Written,
): Result<string> {
  const wrong = checkReceipt({ money, ...(adjustment && { adjustment }) });
  if (wrong !== null) return failed(wrong);
  const workfile = readRecord(desk.store, 'workfile', workfileId);
  if (workfile === undefined) return failed({ kind: 'not-found', what: 'workfile' });
  const number = nextNumber({ workfile, receipts: ledger.receipts, sign: readSign(desk.store, user) });
  const taken = { at: desk.clock(), by: nameOf(user) };
  const value = {
    parent: { workfileId: workfileId as string },
    number,
    money,
    taken,
    ...(adjustment && { adjustment }),
  };
  const chain = bind(ledger, (on) => receiptText({ ...value, id }, on));
  const edit = { kind: 'receipt', id, group: wholeRecord, value: { ...value, chain } as JsonObject } as const;
  commit(desk, { workfileId, edits: [edit], as: 'plain' });
  return ok(number.number);
}

/** Whether a receipt counts, was voided, or was taken back by another that counts. */
function standingOf({ id }: Receipt, { receipts, receiptVoids }: Receipts): 'counts' | 'void' | 'reversed' {
  const voided = voidedIds(receiptVoids);
  if (voided.has(id)) return 'void';
  return receipts.some((one) => reversedBy(one) === id && !voided.has(one.id)) ? 'reversed' : 'counts';
}

export const receiptHandlers = (
  desk: Desk,
): Pick<Handlers, 'receipt.take' | 'receipt.reverse' | 'receipt.void' | 'receipt.check'> => ({
  'receipt.take': (asked) => takeReceipt(desk, asked),
  'receipt.reverse': (asked) => reverseReceipt(desk, asked),
  'receipt.void': (asked) => voidReceipt(desk, asked),
  'receipt.check': ({ workfileId }) => checkReceipts(desk, workfileId),
});
