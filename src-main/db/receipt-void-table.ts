// Where the fields of a void are kept.

import { chain } from './receipt-table.ts';
import { recordTable } from './record-table.ts';

export const receiptVoidTable = recordTable('receipt-void', {
  parent: { workfileId: 'parent_workfile_id', receiptId: 'parent_receipt_id' },
  said: { reason: 'said_reason', at: 'said_at', by: 'said_by' },
  chain,
});
