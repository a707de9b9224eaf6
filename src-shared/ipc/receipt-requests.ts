// The requests about money received. Windows give new records their ids: a question that is asked twice writes once.

import { z } from 'zod';
import { type CivilDate, isCivilDate } from '../base/dates.ts';
import type { ReceiptId, ReceiptVoidId, WorkfileId } from '../base/ids.ts';
import type { LedgerFault } from '../domain/receipt/ledger.ts';
import { type Receipt, receiptSpec } from '../domain/receipt/receipt.ts';
import { lineText } from '../domain/text.ts';
import { id, strict } from './change.ts';
import { request } from './request.ts';

/** Money that somebody received. `despite`: they have seen that it looks like receipts that are there. */
export type NewReceipt = {
  readonly workfileId: WorkfileId;
  readonly receiptId: ReceiptId;
  readonly money: Receipt['money'];
  readonly reason: string;
  readonly despite: boolean;
};
/** The number of a receipt that was written, or the numbers of those that it looks like; then nothing was written. */
export type TakenReceipt =
  | { readonly taken: true; readonly number: string }
  | { readonly taken: false; readonly like: readonly string[] };

const reason = lineText(200);
const date = z.string().refine(isCivilDate) as unknown as z.ZodType<CivilDate>;

/** The receipts' entries of the door. */
export const receiptRequests = {
  /** Writes a receipt for good. */
  'receipt.take': request<NewReceipt, TakenReceipt>(
    z.strictObject({
      workfileId: id<WorkfileId>(),
      receiptId: id<ReceiptId>(),
      money: strict(receiptSpec.groups.money) as unknown as z.ZodType<Receipt['money']>,
      reason,
      despite: z.boolean(),
    }),
  ),
  /** Takes a receipt back to the cent by another one; both stay. */
  'receipt.reverse': request<
    {
      readonly receiptId: ReceiptId;
      readonly reversalId: ReceiptId;
      readonly date: CivilDate;
      readonly reason: string;
    },
    { readonly number: string }
  >(z.strictObject({ receiptId: id<ReceiptId>(), reversalId: id<ReceiptId>(), date, reason })),
  /** Says that a receipt never counted; it stays, marked. */
  'receipt.void': request<
    { readonly receiptId: ReceiptId; readonly voidId: ReceiptVoidId; readonly reason: string },
    null
  >(z.strictObject({ receiptId: id<ReceiptId>(), voidId: id<ReceiptVoidId>(), reason })),
  /** Says what is wrong with the ledger of a workfile; nothing for one that is whole. */
  'receipt.check': request<{ readonly workfileId: WorkfileId }, readonly LedgerFault[]>(
    z.strictObject({ workfileId: id<WorkfileId>() }),
  ),
} as const;
