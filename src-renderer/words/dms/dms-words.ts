// The words of DMS Activity: where ids come from, and how payments stand.

import type { DmsId } from '../../../src-shared/domain/dms/dms-id.ts';
import type { NotExported, PaymentState, PaymentStatus } from '../../../src-shared/domain/dms/payment-state.ts';
import { type ShopConnection, storeLabel } from '../../../src-shared/domain/dms/shop-connection.ts';

const sourceWords: Readonly<Record<DmsId['source'], string>> = {
  typed: 'Typed',
  reserved: 'Reserved in the DMS',
  matched: 'Chosen from the DMS',
  exported: 'Exported as a new record',
};

/** `Chosen from the DMS by Janet Smith, 5/5 10:42`. */
export function fromWords({ source, by, at }: DmsId, when: (at: number) => string): string {
  const who = by === '' ? '' : ` by ${by}`;
  return `${sourceWords[source]}${who}${at === 0 ? '' : `, ${when(at)}`}`;
}

/** `Northside Toyota – Store 12 (payments export: yes)`. */
export const connectionWords = (connection: ShopConnection): string =>
  `${storeLabel(connection)} (payments export: ${connection.takes.payments ? 'yes' : 'no'})`;

export const statusWords: Readonly<Record<PaymentStatus, string>> = {
  ready: 'Ready',
  posted: 'Posted',
  void: 'Void',
  failed: 'Failed',
};

/** What is said of a receipt beside its status: the way it is on, or the partner's reason. */
export function messageWords({ status, step }: PaymentState, reason: string): string {
  if (step === 'none') return status === 'failed' ? reason || 'The DMS did not take it.' : '';
  return stepWords[step];
}

const stepWords: Readonly<Record<Exclude<PaymentState['step'], 'none'>, string>> = {
  journaled: 'In a journal file; it is exported to no DMS',
  waiting: 'Waits for the cloud; goes on when online',
  queued: 'Waits to be sent to the DMS',
  sending: 'Sending…',
  checking: 'Checking with DMS…',
  'needs-check': 'Outcome unknown, check in DMS',
  'void-late': 'Voided here after it was posted: reverse it in the DMS',
};

/** Why a receipt is not exported, and what to do. */
export const notExportedWords: Readonly<Record<NotExported, string>> = {
  'no-connection': 'Not exported: the shop has no DMS connection that is on. It stays Ready.',
  'not-offered':
    'Not exported: this DMS partner takes no payments. Nothing was sent; it stays Ready. A journal file (Configure) brings it into the books.',
  voided: 'Not exported: it was voided.',
  posted: 'It is in the DMS already.',
  'being-exported': 'It is on its way to the DMS already.',
  'needs-check': 'Outcome unknown: check in the DMS whether it is there before it is sent again.',
  'in-journal': 'Not exported: it is in a journal file for the books. It stays Ready.',
  'no-customer-id': 'Not exported: the workfile has no Customer ID yet. It stays Ready.',
  'no-type': 'Not exported: its type has no name in the DMS yet (Configure › DMS connection). It stays Ready.',
};
