// A receipt that is still being written, as the text under which a PC keeps it.

import { z } from 'zod';
import { receiptSpec } from './receipt.ts';

const form = z.object({
  /** What the receipt will be: written twice under one id, it is one. */
  receiptId: z.uuid(),
  money: receiptSpec.groups.money,
  reason: z.string(),
  /** Text that no field has taken yet, by field. */
  texts: z.record(z.string(), z.string()),
});
export type ReceiptForm = z.output<typeof form>;

/** Reads what was kept; undefined for what this program cannot read. */
export function readReceiptForm(text: string): ReceiptForm | undefined {
  try {
    return form.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The text to keep. */
export const receiptFormText = (kept: ReceiptForm): string => JSON.stringify(kept);
