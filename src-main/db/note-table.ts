// Where the fields of a note are kept.

import { flag, recordTable } from './record-table.ts';

export const noteTable = recordTable(
  'note',
  {
    parent: { workfileId: 'parent_workfile_id' },
    content: { kind: 'content_kind', text: 'content_text' },
    written: { at: 'written_at', by: 'written_by', pc: 'written_pc' },
    follows: { versionOf: 'follows_version_of', answerTo: 'follows_answer_to' },
    pin: { pinned: flag('pin_pinned') },
  },
  { links: 'links', receipts: 'receipts' },
);
