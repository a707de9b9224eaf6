// The requests about the shop's dealer's system.

import { z } from 'zod';
import type { ReceiptId, WorkfileId } from '../../base/ids.ts';
import { type DmsIdGroup, dmsIdNames } from '../../domain/dms/dms-id.ts';
import type { PartnerCustomer, PartnerVehicle } from '../../domain/dms/partner.ts';
import type { NotExported } from '../../domain/dms/payment-state.ts';
import type { idExports } from '../../domain/dms/unknown-outcome.ts';
import { lineText } from '../../domain/text.ts';
import type { DmsRefusal } from '../../sync/dms.ts';
import { id } from '../change.ts';
import { request } from '../request.ts';

/** Text that says something. */
const words = (max: number) => lineText(max).refine((text) => text.trim() !== '');

/** What a search in the dealer's system found, or why there is no answer; `words` are the partner's own. */
export type DmsMatches<T> =
  | { readonly kind: 'found'; readonly matches: readonly T[] }
  | { readonly kind: 'refused'; readonly reason: DmsRefusal; readonly words: string };

/** What was exported: a receipt, a repair order, or what gives a workfile one of its ids. */
export type ExportSubject =
  | { readonly kind: 'payment'; readonly id: ReceiptId }
  | { readonly kind: (typeof idExports)[DmsIdGroup] | 'repair-order'; readonly id: WorkfileId };

/** The entries of the door about the dealer's system. */
export const dmsRequests = {
  /** Says what the dealer's system calls a workfile, its customer or its vehicle; the history tells of it. */
  'dms.set-id': request<
    {
      readonly workfileId: WorkfileId;
      readonly group: DmsIdGroup;
      readonly id: string;
      readonly source: 'typed' | 'matched';
    },
    null
  >(
    z.strictObject({
      workfileId: id<WorkfileId>(),
      group: z.enum(dmsIdNames as [DmsIdGroup, ...DmsIdGroup[]]),
      id: lineText(40),
      source: z.enum(['typed', 'matched']),
    }),
  ),
  /** Tells the cloud what a person found out about an export whose outcome is unknown; null: it is not there. */
  'dms.resolve-export': request<
    { readonly subject: ExportSubject; readonly found: string | null; readonly reason: string },
    null
  >(
    z.strictObject({
      subject: z.union([
        z.strictObject({ kind: z.literal('payment'), id: id<ReceiptId>() }),
        z.strictObject({ kind: z.enum(['reservation', 'customer', 'vehicle', 'repair-order']), id: id<WorkfileId>() }),
      ]),
      found: words(40).nullable(),
      reason: words(200),
    }),
  ),
  /** Asks the dealer's system for customers with these words in their name, company or phone number; needs the cloud. */
  'dms.find-customers': request<{ readonly words: string }, DmsMatches<PartnerCustomer>>(
    z.strictObject({ words: words(80) }),
  ),
  /** Asks it for vehicles with this VIN, or its last signs; needs the cloud. */
  'dms.find-vehicles': request<{ readonly vin: string }, DmsMatches<PartnerVehicle>>(
    z.strictObject({ vin: words(17) }),
  ),
  /** Makes the workfile's owner a new customer there, as soon as the cloud can be reached. */
  'dms.export-customer': request<{ readonly workfileId: WorkfileId }, null>(
    z.strictObject({ workfileId: id<WorkfileId>() }),
  ),
  /** Corrects the customer there to what the workfile says of its owner, as soon as the cloud can be reached. */
  'dms.update-customer': request<{ readonly workfileId: WorkfileId }, null>(
    z.strictObject({ workfileId: id<WorkfileId>() }),
  ),
  /** Makes the workfile's vehicle a new one there, under this make and model. */
  'dms.export-vehicle': request<
    { readonly workfileId: WorkfileId; readonly make: string; readonly model: string },
    null
  >(z.strictObject({ workfileId: id<WorkfileId>(), make: words(40), model: words(60) })),
  /** Sends the repair order of a closed workfile there, or what is different from what was sent last. */
  'dms.export-repair-order': request<{ readonly workfileId: WorkfileId }, null>(
    z.strictObject({ workfileId: id<WorkfileId>() }),
  ),
  /** Asks for receipts to be exported, each for itself; what cannot be exported is left as it is, with the reason. */
  'dms.export-payments': request<
    { readonly workfileId: WorkfileId; readonly receiptIds: readonly ReceiptId[] },
    {
      readonly asked: readonly ReceiptId[];
      readonly left: readonly { readonly receiptId: ReceiptId; readonly why: NotExported }[];
    }
  >(z.strictObject({ workfileId: id<WorkfileId>(), receiptIds: z.array(id<ReceiptId>()).min(1).max(500) })),
} as const;
