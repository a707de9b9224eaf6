// Who money came from, in words.

import type { Receipt } from '../../../src-shared/domain/receipt/receipt.ts';

/** Who the money came from. */
export const payerWords = ({ from, insurer }: Pick<Receipt['money'], 'from' | 'insurer'>): string =>
  from === 'customer' ? 'Customer' : insurer || 'Insurance';
