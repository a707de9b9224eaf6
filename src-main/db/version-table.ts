// Where the fields of a locked version are kept.

import { recordTable } from './record-table.ts';

export const versionTable = recordTable(
  'version',
  {
    parent: { workfileId: 'parent_workfile_id', estimateId: 'parent_estimate_id' },
    of: {
      label: 'of_label',
      lockedAt: 'of_locked_at',
      by: 'of_by',
      estimator: 'of_estimator',
      grandTotalCents: 'of_grand_total_cents',
      netCents: 'of_net_cents',
    },
  },
  { lines: 'lines', facts: 'facts', totals: 'totals' },
);
