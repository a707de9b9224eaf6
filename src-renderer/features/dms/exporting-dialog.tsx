// “Exporting payments”: one row a receipt as it happens, what to correct where one failed, then Finish.
import { useEffect, useState } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { ReceiptId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { exportPayments, isFailed, type Payment, showDmsConnection } from '../../stores/dms/dms.ts';
import { useCannotEdit } from '../../stores/workfile/closed.ts';
import { correctionOf, type Place } from '../../words/dms/correct-words.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { ExportRow, type Left } from './export-row.tsx';

type Props = {
  readonly workfileId: WorkfileId;
  readonly receiptIds: readonly ReceiptId[];
  readonly payments: readonly Payment[];
  readonly onClose: () => void;
  /** Goes to where the customer is found. */
  readonly toCustomer: () => void;
  /** Goes to the ids of the workfile. */
  readonly toProperties: () => void;
};

export function ExportingDialog({ workfileId, receiptIds, payments, ...ways }: Props) {
  const { left, failure, asking, ask } = useExporting(workfileId, receiptIds);
  const rows = payments.filter(({ receipt }) => receiptIds.includes(receipt.id));
  const failed = rows.filter((payment) => isFailed(payment) && !asking.includes(payment.receipt.id));
  const frozen = useCannotEdit(workfileId, 'use-dms');
  const lacksCustomer = left.some(({ why }) => why === 'no-customer-id');
  const again = { title: 'Try again', run: () => ask(failed.map(({ receipt }) => receipt.id)) };
  return (
    <Dialog
      open
      title='Exporting payments'
      onClose={ways.onClose}
      closeTitle={null}
      action={{ title: 'Finish', run: ways.onClose }}
      extra={[...placesOf(failed, left, { ...ways, frozen }), ...(failed.length === 0 ? [] : [again])]}
    >
      {failure !== undefined && <MessageStrip tone='error' {...wordFailure(failure)} />}
      <ul className='dms-exporting' aria-live='polite'>
        {rows.map((payment) => {
          const { id } = payment.receipt;
          const why = left.find(({ receiptId }) => receiptId === id)?.why;
          return <ExportRow key={id} payment={payment} why={why} isAsking={asking.includes(id)} />;
        })}
      </ul>
      {lacksCustomer && frozen !== undefined && <p>The Customer ID cannot be added now: {frozen}</p>}
      <p className='dms-note'>What is on its way goes on after Finish; Payments shows what became of it.</p>
    </Dialog>
  );
}

/** Asks for the export at once, and again for what failed; what was said of the others stays. */
function useExporting(workfileId: WorkfileId, receiptIds: readonly ReceiptId[]) {
  const [asked, ask] = useState(receiptIds);
  const [answered, setAnswered] = useState<readonly ReceiptId[]>();
  const [left, setLeft] = useState<Left>([]);
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    void exportPayments(workfileId, asked).then((reply) => {
      setAnswered(asked);
      setFailure(reply.ok ? undefined : reply.failure);
      if (!reply.ok) return;
      setLeft((before) => [...before.filter(({ receiptId }) => !asked.includes(receiptId)), ...reply.value.left]);
    });
  }, [workfileId, asked]);
  return { left, failure, ask, asking: answered === asked ? [] : asked };
}

type Ways = Pick<Props, 'toCustomer' | 'toProperties'> & {
  /** Why no Customer ID can be added. */
  readonly frozen: string | undefined;
};

/** Where what failed or stayed is corrected. */
function placesOf(failed: readonly Payment[], left: Left, ways: Ways) {
  const places = new Set<Place | undefined>(failed.map(({ receipt }) => correctionOf(receipt.dms?.reason ?? '').place));
  const lacks = (...whys: readonly Left[number]['why'][]) => left.some(({ why }) => whys.includes(why));
  return [
    ...(lacks('no-customer-id')
      ? [{ title: 'Add the Customer ID', run: ways.toCustomer, disabledReason: ways.frozen }]
      : []),
    ...(places.has('properties') ? [{ title: 'Properties', run: ways.toProperties }] : []),
    ...(places.has('connection') || lacks('no-type', 'no-connection')
      ? [{ title: 'Configure › DMS connection', run: showDmsConnection }]
      : []),
  ];
}
