// The receipts of a workfile as rows, and the columns of their grid.

import { type CivilDate, printDate } from '../../../src-shared/base/dates.ts';
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import { paymentState } from '../../../src-shared/domain/dms/payment-state.ts';
import { inLedgerOrder } from '../../../src-shared/domain/receipt/ledger.ts';
import { type Receipt, type Receipts, reversedBy, voidedIds } from '../../../src-shared/domain/receipt/receipt.ts';
import { receiptTypeLabel } from '../../../src-shared/domain/receipt/receipt-type.ts';
import type { ReceiptVoid } from '../../../src-shared/domain/receipt/receipt-void.ts';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { statusWords } from '../../words/dms/dms-words.ts';
import { payerWords } from '../../words/receipts/payer-words.ts';
import { type Standing, standingWords } from './receipt-words.ts';

export type ReceiptRow = {
  readonly receipt: Receipt;
  readonly standing: Standing;
  /** What took it out of the balance. */
  readonly voided: ReceiptVoid | undefined;
  /** Where it stands with the dealer's system. A receipt is Ready once there is one that it could go to. */
  readonly dms: string;
};

/** In the order of the ledger. */
export function receiptRows(ledger: Receipts, isConnected: boolean): readonly ReceiptRow[] {
  const voided = voidedIds(ledger.receiptVoids);
  const reversed = new Set(ledger.receipts.filter(({ id }) => !voided.has(id)).map(reversedBy));
  return inLedgerOrder(ledger).map((receipt) => ({
    receipt,
    standing: voided.has(receipt.id) ? 'void' : reversed.has(receipt.id) ? 'reversed' : 'complete',
    voided: ledger.receiptVoids.find(({ parent }) => parent.receiptId === receipt.id),
    dms: dmsText(receipt, { isVoid: voided.has(receipt.id), isConnected }),
  }));
}

type Known = { readonly isVoid: boolean; readonly isConnected: boolean };

function dmsText(receipt: Receipt, { isVoid, isConnected }: Known): string {
  const { status } = paymentState(receipt, { isVoid, isAsked: false, isJournaled: false });
  return status === 'ready' && !isConnected ? 'Not connected' : statusWords[status];
}

const dateText = (date: string): string => (date === '' ? '' : printDate(date as CivilDate));

/** What a row says beside the money: its memo, why it adjusts, why it is void. */
function remarkOf({ receipt, voided }: ReceiptRow): string {
  const { memo } = receipt.money;
  const reason = receipt.adjustment?.reason ?? '';
  const why = voided === undefined ? '' : `Void: ${voided.said.reason} (${voided.said.by})`;
  return [memo, reason, why].filter((text) => text !== '').join(' · ');
}

const columns: readonly Column<ReceiptRow>[] = [
  {
    id: 'number',
    title: 'Receipt #',
    longTitle: 'Receipt number',
    width: 104,
    alwaysShown: true,
    text: ({ receipt }) => receipt.number.number,
  },
  { id: 'date', title: 'Date', width: 88, text: ({ receipt }) => dateText(receipt.money.date) },
  { id: 'from', title: 'Received from', width: 130, grow: true, text: ({ receipt }) => payerWords(receipt.money) },
  { id: 'type', title: 'Type', width: 120, text: ({ receipt }) => receiptTypeLabel(receipt.money) },
  {
    id: 'reference',
    title: 'Check/auth #',
    longTitle: 'Check or authorization number',
    width: 100,
    text: ({ receipt }) => receipt.money.reference,
  },
  {
    id: 'amount',
    title: 'Receipt $',
    longTitle: 'Amount of the receipt',
    width: 100,
    align: 'end',
    text: ({ receipt }) => printMoney(cents(receipt.money.amountCents)),
  },
  { id: 'standing', title: 'Status', width: 84, text: ({ standing }) => standingWords[standing] },
  { id: 'dms', title: 'DMS', longTitle: 'DMS status', width: 104, text: ({ dms }) => dms },
  {
    id: 'posted',
    title: 'Posted',
    longTitle: 'Posted in the DMS on',
    width: 88,
    text: ({ receipt }) => dateText(receipt.dms?.postedOn ?? ''),
  },
  { id: 'memo', title: 'Memo', width: 160, grow: true, text: remarkOf },
  { id: 'by', title: 'Taken by', width: 110, text: ({ receipt }) => receipt.taken.by },
];

/** The columns where the shop has a dealer's system, and where it has none. */
export const receiptColumns = {
  connected: columns,
  alone: columns.filter(({ id }) => id !== 'posted'),
} as const;
