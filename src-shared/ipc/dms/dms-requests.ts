// The requests about the shop's dealer's system.

import { z } from 'zod';
import type { ReceiptId, WorkfileId } from '../../base/ids.ts';
import { type DmsIdGroup, dmsIdNames } from '../../domain/dms/dms-id.ts';
import type { NotExported } from '../../domain/dms/payment-state.ts';
import { lineText } from '../../domain/text.ts';
import { id } from '../change.ts';
import { request } from '../request.ts';

/** Text that says something. */
const words = (max: number) => lineText(max).refine((text) => text.trim() !== '');

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
    { readonly receiptId: ReceiptId; readonly found: string | null; readonly reason: string },
    null
  >(
    z.strictObject({
      receiptId: id<ReceiptId>(),
      found: words(40).nullable(),
      reason: words(200),
    }),
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
