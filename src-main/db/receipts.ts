// The ledger of a workfile as this PC has it, and what binds its entries.

import { hash } from 'node:crypto';
import type { SessionUser } from '../../src-shared/api/contract.ts';
import { chainForm, endsOf, type Hash } from '../../src-shared/domain/receipt/ledger.ts';
import type { Receipts } from '../../src-shared/domain/receipt/receipt.ts';
import { signOf } from '../../src-shared/domain/receipt/receipt-number.ts';
import { readIdentity } from './identity.ts';
import { recordsOf } from './record.ts';
import type { Store } from './store.ts';

/** SHA-256 in base 16. */
export const sha256: Hash = (text) => hash('sha256', text);

/** The receipts and voids of a workfile. */
export const readLedger = (store: Store, workfileId: string): Receipts => ({
  receipts: recordsOf(store, 'receipt', workfileId),
  receiptVoids: recordsOf(store, 'receipt-void', workfileId),
});

/** What a new entry stands on, and its own hash; `text` writes it out for hashing. */
export function bind(ledger: Receipts, text: (on: string) => string) {
  const on = endsOf(ledger);
  return { form: chainForm, on, hash: sha256(text(on)) };
}

/** What tells numbers given here from those of other PCs. A letter counts only under the identity that it was given to. */
export function readSign(store: Store, { pc }: Pick<SessionUser, 'pc'>): string {
  const { device } = readIdentity(store);
  return signOf(device, pc?.id === device ? pc.letter : '');
}
