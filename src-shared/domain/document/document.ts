// A document of a workfile: a PDF as it came. Its file is named by its content, as a photo's is; the rest stands here.

import { z } from 'zod';
import type { DocumentId } from '../../base/ids.ts';
import { contentName } from '../photo/photo.ts';
import { parentId, type RecordOf, recordSpec } from '../record.ts';
import { lineText } from '../text.ts';

/** The most bytes and pages that one document may have, and the most documents of one workfile. */
export const maxDocumentBytes = 25 * 1024 * 1024;
export const maxDocumentPages = 2_000;
export const maxDocumentsOfWorkfile = 100;
/** The most letters of a title. */
export const maxDocumentTitle = 200;

/** The groups of a document. */
export const documentSpec = recordSpec('document', {
  parent: z.object({ workfileId: parentId }),
  /** The file: its name, and what a screen must know before the file is there. Pages are 0 where the file hides them. */
  content: z.object({
    sha256: contentName,
    bytes: z.int().min(0).max(maxDocumentBytes).default(0),
    pages: z.int().min(0).max(maxDocumentPages).default(0),
  }),
  added: z.object({
    at: z.int().min(0).default(0),
    by: lineText(120).default(''),
  }),
  title: z.object({ text: lineText(maxDocumentTitle).default('') }),
});

export type PdfDocument = RecordOf<typeof documentSpec, DocumentId>;
