// One receipt in “Exporting payments”: how far it is, and what to do where the dealer's system did not take it.
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import type { Output } from '../../../src-shared/ipc/requests.ts';
import { isFailed, type Payment } from '../../stores/dms/dms.ts';
import { correctionOf } from '../../words/dms/correct-words.ts';
import { notExportedWords, statusWords } from '../../words/dms/dms-words.ts';
import { messageOf } from './payment-columns.ts';

export type Left = Output<'dms.export-payments'>['left'];

type Props = {
  readonly payment: Payment;
  /** Why it was not even asked for. */
  readonly why: Left[number]['why'] | undefined;
  readonly isAsking: boolean;
};

export function ExportRow({ payment, why, isAsking }: Props) {
  const { receipt, state } = payment;
  const said = why === undefined ? messageOf(payment) : notExportedWords[why];
  return (
    <li>
      <span>{receipt.number.number}</span>
      <span className='dms-amount'>{printMoney(cents(receipt.money.amountCents))}</span>
      <strong>{statusWords[state.status]}</strong>
      <span>{isAsking ? 'Being exported…' : said}</span>
      {isFailed(payment) && !isAsking && (
        <span className='dms-todo'>{correctionOf(receipt.dms?.reason ?? '').todo}</span>
      )}
    </li>
  );
}
