// What settings of dealers' systems are made of: addresses, codes, and the account or word of each type of receipt.

import { z } from 'zod';
import { type ReceiptType, receiptTypes } from '../../receipt/receipt-type.ts';
import { lineText } from '../../text.ts';

/** A code that the partner gave or the dealer uses: one word, at most `max` signs. */
export const code = (max: number) =>
  z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .max(max);

/** A code that a dealer may leave out. */
export const optionalCode = (max: number) => z.union([z.literal(''), code(max)]).default('');

/** A name with blanks, as the dealer wrote it. */
export const name = (max: number) => lineText(max).min(1);

/**
 * Where a partner answers, without a last slash. A shop writes it and the cloud sends secrets there, so it is one of
 * the partner's own hosts, over TLS, and nothing beside the path.
 */
export const partnerUrl = (hosts: readonly string[]) =>
  z
    .string()
    .max(200)
    .refine((text) => isPartnerUrl(text, hosts));

const plainUrl = /^https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:\/[\w-]+)*$/;

function isPartnerUrl(text: string, hosts: readonly string[]): boolean {
  const host = plainUrl.exec(text)?.[1];
  return host !== undefined && hosts.some((one) => host === one || host.endsWith(`.${one}`));
}

/** What the partner calls each type of receipt: a word or an account of the ledger. A type without one is not exported. */
export const receiptWords = (max: number) => z.partialRecord(z.enum(receiptTypes), code(max)).default({});
export type ReceiptWords = { readonly [type in ReceiptType]?: string | undefined };

/** What the partner calls a type; null where the shop gave it no word. */
export const partnerTypeOf = (words: ReceiptWords, type: ReceiptType): string | null => words[type] ?? null;
