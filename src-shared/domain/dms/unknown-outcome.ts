// Exports of a workfile of which nobody knows whether they arrived: a person looks them up in the dealer's system.

import { type DmsEvent, type DmsEventKind, eventOfId, isByHand, outcomeUnknown } from './dms-event.ts';
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
export const isOutcomeUnknown = (events: readonly DmsEvent[], group: DmsIdGroup): boolean =>
  isLeftUnknown(events, toldLast(events, group));

/** What was told last of the repair order. */
export const lastOrder = (events: readonly DmsEvent[]): DmsEvent['what'] | undefined =>
  newestOf(events, 'ro-exported', 'ro-rejected');

/** Whether its export waits for a person who looks. */
export const isOrderUnknown = (events: readonly DmsEvent[]): boolean => isLeftUnknown(events, lastOrder(events));

function isLeftUnknown(events: readonly DmsEvent[], last: DmsEvent['what'] | undefined): boolean {
  const ofWorkfile = events.map(({ what }) => what).filter(({ receiptId }) => receiptId === '');
  const unknown = ofWorkfile.filter(({ status }) => status === outcomeUnknown).length;
  const looked = ofWorkfile.filter(({ what }) => what === 'checked').length;
  return unknown > looked && last?.status === outcomeUnknown;
}

/** What the dealer's system said of an id last, whatever people wrote meanwhile, by clocks that may be wrong. */
export const toldLast = (events: readonly DmsEvent[], group: DmsIdGroup): DmsEvent['what'] | undefined =>
  newestOf(
    events.filter((one) => !isByHand(one)),
    eventOfId[group],
  );

/** What was told last of some kinds; undefined where nothing was. */
export const newestOf = (
  events: readonly DmsEvent[],
  ...kinds: readonly DmsEventKind[]
): DmsEvent['what'] | undefined =>
  events
    .map(({ what }) => what)
    .filter(({ what }) => kinds.some((kind) => kind === what))
    .toSorted((one, other) => other.at - one.at)[0];
