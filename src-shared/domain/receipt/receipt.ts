// A receipt: money received for a workfile. It is written once; a mistake is voided or reversed by a record of its own.

import { z } from 'zod';
import { isCivilDate } from '../../base/dates.ts';
import type { ReceiptId } from '../../base/ids.ts';
import { maxCents } from '../../base/money.ts';
import { parentId, type RecordOf, recordSpec } from '../record.ts';
import { lineText, longText } from '../text.ts';
import { receiptTypes } from './receipt-type.ts';
import type { ReceiptVoid } from './receipt-void.ts';

/** Who a shop receives money from. */
export const receivedFrom = ['customer', 'insurance'] as const;
export type ReceivedFrom = (typeof receivedFrom)[number];

export const instant = z.int().min(0).default(0);
export const person = lineText(120).default('');
/** The most ends of a ledger that one entry ties together. */
export const mostEnds = 32;
const hash = /^[0-9a-f]{64}$/;
const areHashes = (text: string): boolean =>
  text === '' || text.split(' ').every((one, _at, all) => hash.test(one) && all.length <= mostEnds);

/** What binds an entry of the ledger to those it stood on: their hashes in order, its own, and the form it was hashed in. */
export const chain = z.object({
  form: z.int().min(0).default(0),
  on: z.string().refine(areHashes).default(''),
  hash: z
    .string()
    .refine((text) => text === '' || hash.test(text))
    .default(''),
});

/** How far the export of a receipt to the dealer's system is; `checking` while nobody knows whether it arrived. */
export const exportStates = ['ready', 'queued', 'checking', 'needs-check', 'posted', 'failed'] as const;

const day = z
  .string()
  .refine((text) => text === '' || isCivilDate(text))
  .default('');

/** The groups of a receipt; none but what became of its export is ever written twice. */
export const receiptSpec = recordSpec(
  'receipt',
  {
    parent: z.object({ workfileId: parentId }),
    /** What people call it, for good: `48213-2B`. */
    number: z.object({ number: lineText(40).default(''), serial: z.int().min(0).default(0) }),
    money: z.object({
      amountCents: z.int().min(-maxCents).max(maxCents).default(0),
      /** A day of the shop's calendar. */
      date: day,
      from: z.enum(receivedFrom).default('customer'),
      /** The insurer's name, where it is the insurer's money. */
      insurer: lineText(80).default(''),
      type: z.enum(receiptTypes).default('cash'),
      /** The shop's own name of a deposit or an adjustment, as it was then. */
      typeName: lineText(40).default(''),
      /** The number of the check or of the card's authorization; never that of a card. */
      reference: lineText(40).default(''),
      memo: longText(500).default(''),
    }),
    taken: z.object({ at: instant, by: person }),
    chain,
  },
  {
    /** Why no money came with it, and the receipt that it takes back to the cent. */
    adjustment: z.object({ reverses: parentId, reason: lineText(200).default('') }),
    /** What became of its export; the cloud writes it, and the ledger's hashes leave it out. */
    dms: z.object({
      state: z.enum(exportStates).default('ready'),
      postedOn: day,
      /** Beside `checking`: an attempt may have arrived, and the partner is asked. Absent while it is only being sent. */
      inDoubt: z.literal(true).exactOptional(),
      /** What the dealer's system calls it. */
      reference: lineText(200).default(''),
      /** Why the partner refused it. */
      reason: longText(500).default(''),
    }),
  },
);

export type Receipt = RecordOf<typeof receiptSpec, ReceiptId>;

/** The receipts of a workfile with what was voided of them. */
export type Receipts = { readonly receipts: readonly Receipt[]; readonly receiptVoids: readonly ReceiptVoid[] };

/** The receipts that a void took out of the balance. */
export const voidedIds = (voids: readonly Pick<ReceiptVoid, 'parent'>[]): ReadonlySet<string> =>
  new Set(voids.map(({ parent }) => parent.receiptId));

/** The receipt that a receipt reverses; empty for none. */
export const reversedBy = ({ adjustment }: Pick<Receipt, 'adjustment'>): string => adjustment?.reverses ?? '';
