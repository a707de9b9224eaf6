// Where the canned operations and templates of the shop are kept.

import { recordTable } from './record-table.ts';

export const cannedTable = recordTable(
  'canned',
  {
    parent: { workfileId: 'parent_workfile_id' },
    about: { name: 'about_name', kind: 'about_kind', keywords: 'about_keywords' },
  },
  { content: 'content' },
);
