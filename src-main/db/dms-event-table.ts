// Where the fields of a DMS transaction are kept.

import { recordTable } from './record-table.ts';

export const dmsEventTable = recordTable('dms-event', {
  parent: { workfileId: 'parent_workfile_id' },
  what: {
    what: 'what_what',
    was: 'what_was',
    is: 'what_is',
    amountCents: 'what_amount_cents',
    status: 'what_status',
    reference: 'what_reference',
    note: 'what_note',
    receiptId: 'what_receipt_id',
    by: 'what_by',
    at: 'what_at',
  },
});
