// “Exporting payments”: one row a receipt as it happens, then Finish.
import { useEffect, useState } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { ReceiptId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import type { Output } from '../../../src-shared/ipc/requests.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { exportPayments, type Payment } from '../../stores/dms/dms.ts';
import { notExportedWords, statusWords } from '../../words/dms/dms-words.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { messageOf } from './payment-columns.ts';

type Props = {
  readonly workfileId: WorkfileId;
  readonly receiptIds: readonly ReceiptId[];
  readonly payments: readonly Payment[];
  readonly onClose: () => void;
  /** Goes to where the customer is found. */
  readonly toCustomer: () => void;
};
type Left = Output<'dms.export-payments'>['left'];

export function ExportingDialog({ workfileId, receiptIds, payments, onClose, toCustomer }: Props) {
  const [left, setLeft] = useState<Left>();
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    void exportPayments(workfileId, receiptIds).then((reply) =>
      reply.ok ? setLeft(reply.value.left) : setFailure(reply.failure),
    );
  }, [workfileId, receiptIds]);
  const lacksCustomer = left?.some(({ why }) => why === 'no-customer-id') ?? false;
  return (
    <Dialog
      open
      title='Exporting payments'
      onClose={onClose}
      closeTitle='Close'
      action={{ title: 'Finish', run: onClose }}
      extra={lacksCustomer ? [{ title: 'Add the Customer ID', run: toCustomer }] : []}
    >
      {failure !== undefined && <MessageStrip tone='error' {...wordFailure(failure)} />}
      <ul className='dms-exporting' aria-live='polite'>
        {payments
          .filter(({ receipt }) => receiptIds.includes(receipt.id))
          .map((payment) => (
            <ExportRow key={payment.receipt.id} payment={payment} left={left} isGone={failure !== undefined} />
          ))}
      </ul>
      <p className='dms-note'>What is on its way goes on after Finish; Payments shows what became of it.</p>
    </Dialog>
  );
}

type RowProps = { readonly payment: Payment; readonly left: Left | undefined; readonly isGone: boolean };

function ExportRow({ payment, left, isGone }: RowProps) {
  const { receipt, state } = payment;
  const why = left?.find(({ receiptId }) => receiptId === receipt.id)?.why;
  const said = why === undefined ? messageOf(payment) : notExportedWords[why];
  const isAsking = left === undefined && !isGone;
  return (
    <li>
      <span>{receipt.number.number}</span>
      <span className='dms-amount'>{printMoney(cents(receipt.money.amountCents))}</span>
      <strong>{statusWords[state.status]}</strong>
      <span>{isAsking ? 'Being exported…' : said}</span>
    </li>
  );
}
