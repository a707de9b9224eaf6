// What the DMS Transaction History says, on the screen and on paper.

import { type DmsEvent, eventOfId, notExported, outcomeUnknown } from './dms-event.ts';
import { type DmsIdGroup, dmsIdNames } from './dms-id.ts';

/** The ids as people know them. */
export const dmsIdWords: Readonly<Record<DmsIdGroup, string>> = {
  dmsRepairId: 'DMS Repair ID',
  dmsCustomerId: 'DMS Customer ID',
  dmsVehicleId: 'DMS Vehicle ID',
};

const happened: Readonly<Record<string, string>> = {
  'payment-posted': 'Payment posted',
  'payment-failed': 'Payment failed',
  'payment-voided': 'Payment voided',
  'payment-journaled': 'Payment in a journal file',
  'void-journaled': 'Void in a journal file',
  'ro-exported': 'RO exported',
  'ro-rejected': 'RO rejected',
  'customer-updated': 'DMS Customer updated',
  'customer-not-updated': 'DMS Customer not updated',
  checked: 'Checked in the DMS',
};

/** What may have arrived, and what was not even sent, neither failed nor was rejected. */
const otherwise: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [outcomeUnknown]: { 'payment-failed': 'Payment sent, outcome unknown', 'ro-rejected': 'RO sent, outcome unknown' },
  [notExported]: { 'ro-rejected': 'RO not exported' },
};

const happenedWords = (what: string, status: string): string => otherwise[status]?.[what] ?? happened[what] ?? what;

const idOfEvent = (what: string): string | undefined => {
  const group = dmsIdNames.find((one) => eventOfId[one] === what);
  return group && dmsIdWords[group];
};

/** The description of a line of the history: `DMS Repair ID added`; a correction names the old and the new value. */
export function eventWords({ what, was, is, note, status }: DmsEvent['what']): string {
  const id = idOfEvent(what);
  if (id !== undefined && status !== '') return [`${id} not added`, note].filter((part) => part !== '').join(': ');
  if (id === undefined) return [happenedWords(what, status), note].filter((part) => part !== '').join(': ');
  if (was === '') return `${id} added`;
  return is === '' ? `${id} removed, it was ${was}` : `${id} changed from ${was} to ${is}`;
}
