// The columns of the payments that go to the dealer's system.

import { type CivilDate, printDate } from '../../../src-shared/base/dates.ts';
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import { receiptTypeLabel } from '../../../src-shared/domain/receipt/receipt-type.ts';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import type { Payment } from '../../stores/dms/dms.ts';
import { refusalWords } from '../../words/command-words.ts';
import { messageWords, statusWords } from '../../words/dms/dms-words.ts';
import { payerWords } from '../../words/receipts/payer-words.ts';

const dateText = (date: string): string => (date === '' ? '' : printDate(date as CivilDate));

/** What is said of a receipt beside its status; a request that the cloud refused says why. */
export function messageOf({ receipt, state, given, journal }: Payment): string {
  if (state.step === 'journaled') return `In ${journal} for the books`;
  const said = messageWords(state, receipt.dms?.reason ?? '');
  const isRefused = state.status === 'ready' && state.step === 'none' && given?.state === 'refused';
  return isRefused ? refusalWords(given) : said;
}

export const paymentColumns: readonly Column<Payment>[] = [
  { id: 'number', title: 'Receipt', width: 104, alwaysShown: true, text: ({ receipt }) => receipt.number.number },
  { id: 'date', title: 'Date', width: 92, text: ({ receipt }) => dateText(receipt.money.date) },
  { id: 'from', title: 'Received from', width: 140, text: ({ receipt }) => payerWords(receipt.money) },
  { id: 'type', title: 'Type', width: 110, text: ({ receipt }) => receiptTypeLabel(receipt.money) },
  { id: 'reference', title: 'Check/auth #', width: 96, text: ({ receipt }) => receipt.money.reference },
  {
    id: 'amount',
    title: 'Amount $',
    width: 96,
    align: 'end',
    text: ({ receipt }) => printMoney(cents(receipt.money.amountCents)),
  },
  { id: 'status', title: 'Status', width: 76, text: ({ state }) => statusWords[state.status] },
  { id: 'posted', title: 'Posted Date', width: 92, text: ({ receipt }) => dateText(receipt.dms?.postedOn ?? '') },
  { id: 'message', title: 'Message', width: 180, grow: true, text: messageOf },
];
