// The requests about the documents of a workfile.

import { z } from 'zod';
import type { DocumentId, WorkfileId } from '../../base/ids.ts';
import { documentSpec, maxDocumentBytes, maxDocumentsOfWorkfile } from '../../domain/document/document.ts';
import { type Change, change, id } from '../change.ts';
import { request } from '../request.ts';

const ticket = z.string().regex(/^[0-9a-f]{32}$/);

/** A document whose pieces are all handed over, under the name of its file. */
export type DocumentAddition = { readonly ticket: string; readonly name: string };

/** The documents' entries of the door. */
export const documentRequests = {
  /** Makes room for a document; its pieces come as those of a photo do. */
  'document.begin': request<{ readonly workfileId: WorkfileId; readonly bytes: number }, { readonly ticket: string }>(
    z.strictObject({ workfileId: id<WorkfileId>(), bytes: z.int().min(1).max(maxDocumentBytes) }),
  ),
  /** Adds the document once all of it is here; one that the workfile has already is not added again. */
  'document.add': request<DocumentAddition, { readonly documentId: DocumentId; readonly isNew: boolean }>(
    z.strictObject({ ticket, name: z.string().max(400) }),
  ),
  /** Changes the title of a document. */
  'document.change': request<Change<typeof documentSpec, 'documentId', DocumentId>, null>(
    change<typeof documentSpec, 'documentId', DocumentId>(documentSpec, 'documentId'),
  ),
  /** Removes documents; undo brings them back. */
  'document.remove': request<{ readonly documentIds: readonly DocumentId[] }, null>(
    z.strictObject({ documentIds: z.array(id<DocumentId>()).min(1).max(maxDocumentsOfWorkfile) }),
  ),
  /** Opens a copy of a document, which cannot be written to, in the system's own program for it. */
  'document.open': request<{ readonly documentId: DocumentId }, null>(z.strictObject({ documentId: id<DocumentId>() })),
  /** Writes a copy of a document where the person chooses; answers its name, null where no place was chosen. */
  'document.save-copy': request<{ readonly documentId: DocumentId }, string | null>(
    z.strictObject({ documentId: id<DocumentId>() }),
  ),
} as const;
