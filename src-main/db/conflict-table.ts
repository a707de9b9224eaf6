// Where the fields of a conflict are kept.

import { recordTable } from './record-table.ts';

export const conflictTable = recordTable('conflict', {
  parent: { workfileId: 'parent_workfile_id' },
  about: { kind: 'about_kind', recordId: 'about_record_id', group: 'about_group' },
  before: { value: 'before_value', edit: 'before_edit', by: 'before_by', pc: 'before_pc', at: 'before_at' },
  standing: {
    value: 'standing_value',
    edit: 'standing_edit',
    by: 'standing_by',
    pc: 'standing_pc',
    at: 'standing_at',
  },
  late: { value: 'late_value', edit: 'late_edit', by: 'late_by', pc: 'late_pc', at: 'late_at' },
  choice: { made: 'choice_made', by: 'choice_by' },
});
