// One line of the DMS Transaction History of a workfile: written once, by whoever did it, and never deleted.

import { z } from 'zod';
import type { DmsEventId } from '../../base/ids.ts';
import { maxCents } from '../../base/money.ts';
import { parentId, type RecordOf, recordSpec } from '../record.ts';
import { lineText, longText } from '../text.ts';
import type { DmsIdGroup } from './dms-id.ts';

/** What may have happened. It stands as text, so that a PC of before a new kind takes it in. */
export const dmsEventKinds = [
  'repair-id',
  'customer-id',
  'vehicle-id',
  'payment-posted',
  'payment-failed',
  'payment-voided',
  'payment-journaled',
  'void-journaled',
  'ro-exported',
  'ro-rejected',
  'customer-updated',
  'customer-not-updated',
  'checked',
] as const;
export type DmsEventKind = (typeof dmsEventKinds)[number];

/** The status of an export of which nobody knows whether it arrived. */
export const outcomeUnknown = 'Outcome unknown';
/** The status of an id that was made there, while somebody wrote another one, which stays. */
export const notUsed = 'Not used';
/** The status of a repair order that was not sent: it waits for what a person adds. `was` is the Repair ID that is used up. */
export const notExported = 'Not exported';

const text = lineText(200).default('');

/** The groups of an event. */
export const dmsEventSpec = recordSpec('dms-event', {
  parent: z.object({ workfileId: parentId }),
  what: z.object({
    what: lineText(40).default(''),
    /** The id before and after. */
    was: text,
    is: text,
    /** Null where no money was sent. */
    amountCents: z.int().min(-maxCents).max(maxCents).nullable().default(null),
    status: lineText(40).default(''),
    /** What the dealer's system calls it. */
    reference: text,
    note: longText(500).default(''),
    receiptId: parentId,
    by: lineText(120).default(''),
    at: z.int().min(0).default(0),
  }),
});
export type DmsEvent = RecordOf<typeof dmsEventSpec, DmsEventId>;

/** The line of the history that tells of an id. */
export const eventOfId: Readonly<Record<DmsIdGroup, DmsEventKind>> = {
  dmsRepairId: 'repair-id',
  dmsCustomerId: 'customer-id',
  dmsVehicleId: 'vehicle-id',
};

type Change = { readonly was: string; readonly is: string; readonly by: string; readonly at: number };

/** What the history says of an id that was added, changed or removed; of a vehicle it names no reference (DMS Activity). */
export const idEvent = (group: DmsIdGroup, { was, is, by, at }: Change): DmsEvent['what'] =>
  dmsEventSpec.groups.what.parse({
    what: eventOfId[group],
    was,
    is,
    reference: group === 'dmsVehicleId' ? '' : is,
    by,
    at,
  });

/** Whether a person wrote the line: its id tells the time of a PC (UUID version 7), the cloud's what it tells (version 8). */
export const isByHand = ({ id }: Pick<DmsEvent, 'id'>): boolean => id[14] === '7';

/** The newest first. */
export const newestFirst = (events: readonly DmsEvent[]): readonly DmsEvent[] =>
  events.toSorted((one, other) => other.what.at - one.what.at || (one.id < other.id ? 1 : -1));
