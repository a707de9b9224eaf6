// Where the fields of an appointment are kept.

import { recordTable } from './record-table.ts';

export const appointmentTable = recordTable('appointment', {
  parent: { workfileId: 'parent_workfile_id' },
  about: { kind: 'about_kind', date: 'about_date', time: 'about_time', note: 'about_note' },
});
