// The correction of a customer in the dealer's system: why it cannot be asked for, and how far it is.

import type { CustomerNotUpdated } from '../../../src-shared/domain/dms/customer-update.ts';
import { eventWords } from '../../../src-shared/domain/dms/event-words.ts';
import type { CustomerWay } from '../../../src-shared/ipc/dms/customer-way.ts';
import { refusalWords } from '../command-words.ts';

export const customerNotUpdatedWords: Readonly<Record<CustomerNotUpdated, string>> = {
  'no-connection': 'the shop has no DMS connection that is on.',
  'not-offered': 'this DMS partner takes no corrections of its customers.',
  ended: 'the workfile has ended; reopen it first (Workfile > Reopen).',
  'no-customer-id': 'enter the DMS Customer ID first.',
  'no-name': 'the owner has no last name or company yet.',
  'outcome-unknown': 'nobody knows whether the new customer arrived: check in the DMS first.',
};

export const customerComes = 'the new customer is still on its way to the DMS.';

/** Why it is not asked for again while one is under way. */
export function underWayWords(way: CustomerWay | undefined): string | undefined {
  if (way?.kind === 'waiting') return 'it waits for the cloud already.';
  return way?.kind === 'sent' ? 'it is on its way to the DMS.' : undefined;
}

/** How far it is. */
export function customerWayWords(way: CustomerWay, when: (at: number) => string): string {
  switch (way.kind) {
    case 'waiting':
      return 'The customer update waits for the cloud; goes on when online.';
    case 'sent':
      return 'The customer update was sent to the DMS; the history tells what becomes of it.';
    case 'refused':
      return refusalWords(way.command);
    case 'told':
      return `${eventWords(way.event)}, ${when(way.event.at)}`;
  }
}
