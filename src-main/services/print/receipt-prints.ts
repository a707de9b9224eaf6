// The receipts of a workfile as documents to print.

import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { priceEstimate } from '../../../src-shared/domain/estimate/price-estimate.ts';
import { contactLabel } from '../../../src-shared/domain/people/contact.ts';
import type { PrintDocument } from '../../../src-shared/domain/print/print-document.ts';
import { balanceOf } from '../../../src-shared/domain/receipt/balance.ts';
import { inLedgerOrder } from '../../../src-shared/domain/receipt/ledger.ts';
import { type ReceiptPrintInput, receiptPrint } from '../../../src-shared/domain/receipt/receipt-print.ts';
import { workfileLabel } from '../../../src-shared/domain/workfile/workfile.ts';
import type { PrintChoice } from '../../../src-shared/ipc/print-requests.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';

/** The receipts, newest first. */
export const receiptChoices = (sheet: WorkfileSheet): readonly PrintChoice[] =>
  inLedgerOrder(sheet)
    .toReversed()
    .map(({ number }) => ({ kind: 'receipt', version: number.number, title: `Receipt ${number.number}`, why: '' }));

type Made = Pick<ReceiptPrintInput, 'paper' | 'timeZone' | 'shop' | 'words' | 'now'>;

/** The receipt of that number. */
export function receiptDocument(sheet: WorkfileSheet, number: string, made: Made): Result<PrintDocument> {
  const receipt = sheet.receipts.find((one) => one.number.number === number);
  if (receipt === undefined) return failed({ kind: 'not-found', what: 'print' });
  const { workfile, contacts, vehicle } = sheet;
  const owner = contacts.find(({ parent }) => parent.role === 'owner') ?? contacts[0];
  const taken = sheet.receiptVoids.find(({ parent }) => parent.receiptId === receipt.id);
  return ok(
    receiptPrint({
      ...made,
      ...{ receipt, vehicle, voided: taken?.said.reason ?? '' },
      balance: balanceOf(priceEstimate(sheet).totals, sheet),
      label: workfileLabel(workfile.id, workfile.number.ro),
      owner: owner === undefined ? '' : contactLabel(owner.name),
    }),
  );
}
