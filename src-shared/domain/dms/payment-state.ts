// How a receipt stands with the dealer's system, in the four words of DMS Activity, and why one is not exported.

import type { Receipt } from '../receipt/receipt.ts';
import { type ShopConnection, takesType } from './shop-connection.ts';

/** Ready, Posted, Void or Failed (CCC DMS Activity). */
export type PaymentStatus = 'ready' | 'posted' | 'void' | 'failed';

/** What happens to it behind its status. */
export type PaymentStep =
  | 'none'
  | 'journaled'
  | 'waiting'
  | 'queued'
  | 'sending'
  | 'checking'
  | 'needs-check'
  | 'void-late';

export type PaymentState = { readonly status: PaymentStatus; readonly step: PaymentStep };

type Known = {
  readonly isVoid: boolean;
  /** Its export was asked for here and has no answer yet. */
  readonly isAsked: boolean;
  /** It stands in a journal file: the books have it, or will. */
  readonly isJournaled: boolean;
};
type Exported = Pick<Receipt, 'dms'>;

/** What was posted stays posted, although somebody voided it elsewhere at the same time. */
export function paymentState({ dms }: Exported, { isVoid, isAsked, isJournaled }: Known): PaymentState {
  const state = dms?.state ?? 'ready';
  if (state === 'posted') return { status: 'posted', step: isVoid ? 'void-late' : 'none' };
  if (state === 'needs-check') return { status: 'failed', step: isAsked ? 'waiting' : 'needs-check' };
  if (state === 'checking') return { status: 'ready', step: dms?.inDoubt ? 'checking' : 'sending' };
  if (isVoid) return { status: 'void', step: 'none' };
  if (isJournaled) return { status: 'ready', step: 'journaled' };
  if (state === 'queued') return { status: 'ready', step: 'queued' };
  if (isAsked) return { status: 'ready', step: 'waiting' };
  return { status: state === 'failed' ? 'failed' : 'ready', step: 'none' };
}

/** Why a receipt is not exported now. */
export type NotExported =
  | 'no-connection'
  | 'not-offered'
  | 'voided'
  | 'posted'
  | 'being-exported'
  | 'needs-check'
  | 'in-journal'
  | 'no-customer-id'
  | 'no-type';

type Case = Known & {
  readonly receipt: Pick<Receipt, 'dms' | 'money'>;
  readonly connection: ShopConnection | undefined;
  readonly customerId: string;
};

/** Null where it can be exported, also again after the partner refused it. What cannot be exported at all comes first. */
export function whyNotExport({ receipt, connection, customerId, ...known }: Case): NotExported | null {
  const { status, step } = paymentState(receipt, known);
  if (status === 'void') return 'voided';
  if (status === 'posted') return 'posted';
  if (step === 'needs-check') return 'needs-check';
  if (step === 'journaled') return 'in-journal';
  if (step !== 'none') return 'being-exported';
  if (connection === undefined || !connection.about.on) return 'no-connection';
  if (!connection.takes.payments) return 'not-offered';
  if (customerId === '') return 'no-customer-id';
  return takesType(connection, receipt.money.type) ? null : 'no-type';
}

/** Whether money may be in the dealer's system: then it is reversed and no longer voided. What only waits is not sent. */
export const isPastVoiding = ({ dms }: Exported): boolean =>
  ['checking', 'needs-check', 'posted'].includes(dms?.state ?? 'ready');
