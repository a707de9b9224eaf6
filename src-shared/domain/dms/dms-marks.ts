// What is open between a workfile and the dealer's system, as the list marks it.

import { type Receipts, voidedIds } from '../receipt/receipt.ts';
import type { Workfile } from '../workfile/workfile.ts';
import type { DmsEvent } from './dms-event.ts';
import { dmsIdOf } from './dms-id.ts';
import { filesOfReceipts } from './journal/due-entries.ts';
import { paymentState } from './payment-state.ts';
import { isOrderUnknown, lastOrder } from './unknown-outcome.ts';

/**
 * An ID that nobody knows yet; an export that was refused or of which nobody knows whether it arrived; money that is neither
 * there nor in a journal file.
 */
export const dmsMarks = ['no-customer', 'no-vehicle', 'failed', 'unsent'] as const;
export type DmsMark = (typeof dmsMarks)[number];

type Known = {
  readonly workfile: Pick<Workfile, 'dmsCustomerId' | 'dmsVehicleId'>;
  readonly ledger: Receipts;
  readonly dmsEvents: readonly DmsEvent[];
};

/** The marks of a workfile, whether or not its shop has a connection now. */
export function dmsMarksOf({ workfile, ledger, dmsEvents }: Known): readonly DmsMark[] {
  const files = filesOfReceipts(dmsEvents);
  const voided = voidedIds(ledger.receiptVoids);
  const states = ledger.receipts.map((receipt) =>
    paymentState(receipt, { isVoid: voided.has(receipt.id), isAsked: false, isJournaled: files.has(receipt.id) }),
  );
  const isOrderFailed = isOrderUnknown(dmsEvents) || lastOrder(dmsEvents)?.what === 'ro-rejected';
  const isPaymentFailed = states.some(({ status }) => status === 'failed');
  const isReady = states.some(({ status, step }) => status === 'ready' && step !== 'journaled');
  const is: Readonly<Record<DmsMark, boolean>> = {
    'no-customer': dmsIdOf(workfile, 'dmsCustomerId') === '',
    'no-vehicle': dmsIdOf(workfile, 'dmsVehicleId') === '',
    failed: isPaymentFailed || isOrderFailed,
    unsent: isPaymentFailed || isOrderFailed || isReady,
  };
  return dmsMarks.filter((mark) => is[mark]);
}
