// The void of a receipt: says that it never counted, who said so, when and why. It is written once.

import { z } from 'zod';
import type { ReceiptVoidId } from '../../base/ids.ts';
import { parentId, type RecordOf, recordSpec } from '../record.ts';
import { lineText } from '../text.ts';
import { chain, instant, person } from './receipt.ts';

export const receiptVoidSpec = recordSpec('receipt-void', {
  parent: z.object({ workfileId: parentId, receiptId: parentId }),
  said: z.object({ reason: lineText(200).default(''), at: instant, by: person }),
  chain,
});

export type ReceiptVoid = RecordOf<typeof receiptVoidSpec, ReceiptVoidId>;
