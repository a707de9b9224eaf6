// Where the fields of a document are kept.

import { recordTable } from './record-table.ts';

export const documentTable = recordTable('document', {
  parent: { workfileId: 'parent_workfile_id' },
  content: { sha256: 'content_sha256', bytes: 'content_bytes', pages: 'content_pages' },
  added: { at: 'added_at', by: 'added_by' },
  title: { text: 'title_text' },
});
