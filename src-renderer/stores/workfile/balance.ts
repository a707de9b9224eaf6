// What is owed and was received for an open workfile, as it is priced now.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { balanceOf } from '../../../src-shared/domain/receipt/balance.ts';
import { usePricedSheet } from './priced-sheet.ts';
import { useSheet } from './workfiles.ts';

/** The balance of an open workfile. */
export function useBalance(workfileId: WorkfileId) {
  const { totals } = usePricedSheet(workfileId);
  const receipts = useSheet(workfileId, (sheet) => sheet.receipts);
  const receiptVoids = useSheet(workfileId, (sheet) => sheet.receiptVoids);
  return balanceOf(totals, { receipts, receiptVoids });
}
