// Says in words what is wrong with the ledger, whenever it is opened or another entry has come.
import { useEffect } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { LedgerFault } from '../../../src-shared/domain/receipt/ledger.ts';
import type { Receipts } from '../../../src-shared/domain/receipt/receipt.ts';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { checkLedger, useLedgerFaults } from '../../stores/receipts.ts';
import { ledgerWords } from './receipt-words.ts';

export type LedgerStripProps = { readonly workfileId: WorkfileId; readonly ledger: Receipts };

export function LedgerStrip({ workfileId, ledger }: LedgerStripProps) {
  useEffect(() => {
    if (ledger.receipts.length > 0) void checkLedger(workfileId);
  }, [workfileId, ledger]);
  const faults = useLedgerFaults(workfileId);
  const kinds = [...new Set(faults.map(({ kind }) => kind))];
  return kinds.map((kind) => (
    <MessageStrip
      key={kind}
      tone={kind === 'altered' ? 'error' : 'warn'}
      {...ledgerWords({ kind, numbers: numbersOf(ledger, faults, kind) })}
      safe='Nothing was changed by the check.'
    />
  ));
}

function numbersOf(
  { receipts }: Receipts,
  faults: readonly LedgerFault[],
  kind: LedgerFault['kind'],
): readonly string[] {
  const ids = new Set(faults.filter((fault) => fault.kind === kind).map(({ receiptId }) => receiptId));
  return receipts.filter(({ id }) => ids.has(id)).map(({ number }) => number.number);
}
