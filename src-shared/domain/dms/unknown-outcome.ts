// Exports of a workfile of which nobody knows whether they arrived: a person looks them up in the dealer's system.

import { type DmsEvent, type DmsEventKind, outcomeUnknown } from './dms-event.ts';
import type { DmsIdGroup } from './dms-id.ts';
import type { PartnerRequestKind } from './partner.ts';

/** What gives a workfile each of its ids, and the line of the history that tells of it. */
export const idExports = {
  dmsRepairId: { kind: 'reservation', what: 'repair-id' },
  dmsCustomerId: { kind: 'customer', what: 'customer-id' },
  dmsVehicleId: { kind: 'vehicle', what: 'vehicle-id' },
} as const satisfies Readonly<Record<DmsIdGroup, { kind: PartnerRequestKind; what: DmsEventKind }>>;

/**
 * Whether the export that gives an id waits for a person who looks. A line that says what somebody found does not name
 * the export; where several wait, the cloud refuses what is settled.
 */
export function isOutcomeUnknown(events: readonly DmsEvent[], group: DmsIdGroup): boolean {
  const ofWorkfile = events.map(({ what }) => what).filter(({ receiptId }) => receiptId === '');
  const unknown = ofWorkfile.filter(({ status }) => status === outcomeUnknown).length;
  const looked = ofWorkfile.filter(({ what }) => what === 'checked').length;
  return unknown > looked && newestOf(events, idExports[group].what)?.status === outcomeUnknown;
}

/** What was told last of a kind; undefined where nothing was. */
export const newestOf = (events: readonly DmsEvent[], kind: DmsEventKind): DmsEvent['what'] | undefined =>
  events
    .map(({ what }) => what)
    .filter(({ what }) => what === kind)
    .toSorted((one, other) => other.at - one.at)[0];
