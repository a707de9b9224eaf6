// Where the fields of a photo are kept.

import { recordTable } from './record-table.ts';

export const photoTable = recordTable(
  'photo',
  {
    parent: { workfileId: 'parent_workfile_id' },
    content: {
      sha256: 'content_sha256',
      bytes: 'content_bytes',
      width: 'content_width',
      height: 'content_height',
      type: 'content_type',
    },
    taken: { camera: 'taken_camera', at: 'taken_at', by: 'taken_by' },
    caption: { text: 'caption_text' },
    place: { position: 'place_position' },
  },
  { view: 'view', tags: 'tags' },
);
