// Where the fields of a task are kept.

import { flag, recordTable } from './record-table.ts';

export const taskTable = recordTable('task', {
  parent: { workfileId: 'parent_workfile_id' },
  about: { text: 'about_text', due: 'about_due', who: 'about_who' },
  done: { done: flag('done'), at: 'done_at', by: 'done_by' },
});
