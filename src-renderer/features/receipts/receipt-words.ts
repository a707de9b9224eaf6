// The words of receipts: how they stand, who paid, and what is wrong with a ledger.

import type { LedgerFault } from '../../../src-shared/domain/receipt/ledger.ts';

/** How a receipt stands: it counts, it was taken back by another, or it never counted. */
export type Standing = 'complete' | 'reversed' | 'void';

export const standingWords: Readonly<Record<Standing, string>> = {
  complete: 'Complete',
  reversed: 'Reversed',
  void: 'Void',
};

export const undoWords =
  'money is not undone: void or reverse the receipt. Other edits are undone in their own section.';

type Faulty = { readonly kind: LedgerFault['kind']; readonly numbers: readonly string[] };

/** What is wrong with a ledger, what is safe, and what to do. */
export function ledgerWords({ kind, numbers }: Faulty): { readonly what: string; readonly todo: string } {
  const which = `${numbers.length === 1 ? 'Receipt' : 'Receipts'} ${numbers.join(', ')}`;
  switch (kind) {
    case 'altered':
      return {
        what: `${which}: not what was written when the money was taken.`,
        todo: 'Compare with the paper receipt and with another PC of the shop, and tell support (LEDGER-ALTERED).',
      };
    case 'gap':
      return {
        what: `${which}: a receipt that came before is not here.`,
        todo: 'It may still arrive, or the cloud refused it; the sync centre says which (LEDGER-GAP).',
      };
    case 'same-number':
      return {
        what: `${which}: another receipt of this workfile has the same number.`,
        todo: 'Both count. Tell them apart by their date and amount (LEDGER-NUMBER).',
      };
    case 'reversed-twice':
      return {
        what: `${which}: the same receipt was reversed before.`,
        todo: 'Void one of the two reversals, so that the balance is right (LEDGER-TWICE).',
      };
    case 'reverses-otherwise':
      return {
        what: `${which}: does not take its receipt back to the cent, on the same side.`,
        todo: 'Void the reversal and reverse the receipt again, so that the balance is right (LEDGER-DIFFERS).',
      };
    case 'reverses-void':
      return {
        what: `${which}: reverses a receipt that was voided too.`,
        todo: 'Void the reversal, so that the balance is right (LEDGER-VOID).',
      };
  }
}
