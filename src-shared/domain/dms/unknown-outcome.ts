// Exports of a workfile of which nobody knows whether they arrived: a person looks them up in the dealer's system.

import { type DmsEvent, type DmsEventKind, eventOfId, outcomeUnknown } from './dms-event.ts';
import type { DmsIdGroup } from './dms-id.ts';
import type { PartnerRequestKind } from './partner.ts';

/** What gives a workfile each of its ids. */
export const idExports = {
  dmsRepairId: 'reservation',
  dmsCustomerId: 'customer',
  dmsVehicleId: 'vehicle',
} as const satisfies Readonly<Record<DmsIdGroup, PartnerRequestKind>>;

/**
 * Whether the export that gives an id waits for a person who looks. A line that says what somebody found does not name
 * the export; where several wait, the cloud refuses what is settled.
 */
export function isOutcomeUnknown(events: readonly DmsEvent[], group: DmsIdGroup): boolean {
  const ofWorkfile = events.map(({ what }) => what).filter(({ receiptId }) => receiptId === '');
  const unknown = ofWorkfile.filter(({ status }) => status === outcomeUnknown).length;
  const looked = ofWorkfile.filter(({ what }) => what === 'checked').length;
  return unknown > looked && newestOf(events, eventOfId[group])?.status === outcomeUnknown;
}

/** What was told last of some kinds; undefined where nothing was. */
export const newestOf = (
  events: readonly DmsEvent[],
  ...kinds: readonly DmsEventKind[]
): DmsEvent['what'] | undefined =>
  events
    .map(({ what }) => what)
    .filter(({ what }) => kinds.some((kind) => kind === what))
    .toSorted((one, other) => other.at - one.at)[0];
