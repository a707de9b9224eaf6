// Where the fields of an estimate are kept.

import { recordTable } from './record-table.ts';

export const estimateTable = recordTable(
  'estimate',
  {
    parent: { workfileId: 'parent_workfile_id' },
    version: { label: 'version_label' },
    lock: { at: 'lock_at', by: 'lock_by' },
    charges: {
      towingCents: 'charges_towing_cents',
      storageCents: 'charges_storage_cents',
      otherCents: 'charges_other_cents',
    },
  },
  { adjustments: 'adjustments', finish: 'finish', imported: 'imported' },
);
