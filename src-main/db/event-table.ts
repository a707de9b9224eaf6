// Where the fields of an event of a workfile are kept.

import { recordTable } from './record-table.ts';

export const eventTable = recordTable(
  'event',
  {
    parent: { workfileId: 'parent_workfile_id' },
    what: { kind: 'what_kind', at: 'what_at', by: 'what_by' },
  },
  { promise: 'promise', reopened: 'reopened' },
);
