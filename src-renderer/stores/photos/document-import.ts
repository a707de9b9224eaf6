// Taking a document in: handed to the backend piece by piece, exactly as it is.

import { invalid } from '../../../src-shared/base/failure.ts';
import type { DocumentId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, type Result } from '../../../src-shared/base/result.ts';
import { maxDocumentBytes } from '../../../src-shared/domain/document/document.ts';
import { beginsAsPdf } from '../../../src-shared/domain/document/read-pdf.ts';
import { ask } from '../../api/bridge.ts';
import { handPieces } from './hand-pieces.ts';

/** Whether a file is meant for the documents: it begins as a PDF, or is called one. */
export async function isDocument(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 1024).arrayBuffer());
  return beginsAsPdf(head) || /\.pdf$/i.test(file.name);
}

type Taken = { readonly documentId: DocumentId; readonly isNew: boolean };

export async function importDocument(
  workfileId: WorkfileId,
  file: File,
  told: (percent: number) => void,
): Promise<Result<Taken>> {
  if (file.size > maxDocumentBytes) return failed(invalid('document', 'document-bytes', maxDocumentBytes));
  if (file.size === 0) return failed(invalid('document', 'document-type'));
  const begun = await ask('document.begin', { workfileId, bytes: file.size });
  if (!begun.ok) return begun;
  const { ticket } = begun.value;
  const handed = await handPieces(ticket, file, told);
  return handed.ok ? ask('document.add', { ticket, name: file.name.slice(0, 400) }) : handed;
}
