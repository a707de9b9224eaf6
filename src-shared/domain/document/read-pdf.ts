// Whether bytes are a PDF that is taken in, and how many pages it says it has: read by its structure, nothing drawn.

import { invalid } from '../../base/failure.ts';
import { failed, ok, type Result } from '../../base/result.ts';
import { maxDocumentBytes, maxDocumentPages } from './document.ts';
import { latin1 } from './latin1.ts';
import { pagesIn } from './pdf-pages.ts';

/** A PDF as its structure tells it; `pages` is 0 where it is packed or locked. */
export type PdfFile = { readonly pages: number };

/** Inflates a packed stream that must not grow beyond so many bytes; null where it cannot. */
export type Inflate = (packed: Uint8Array, mostBytes: number) => Uint8Array | null;

/** Where readers look for a PDF's first and last words (ISO 32000-1, annex H.3). */
export const edgeBytes = 1024;

/** Whether a file begins and ends as a PDF does, whatever it is called. */
export function isPdf(bytes: Uint8Array): boolean {
  const [head, tail] = [latin1(bytes.subarray(0, edgeBytes)), latin1(bytes.subarray(-edgeBytes))];
  return /%PDF-[12]\.\d/.test(head) && tail.includes('%%EOF');
}

/** Whether the first bytes of a file promise a PDF; the end may still be missing. */
export const beginsAsPdf = (head: Uint8Array): boolean => /%PDF-/.test(latin1(head.subarray(0, edgeBytes)));

/** Reads a whole PDF, or says why it is refused; between two stretches others may have their turn. */
export function* pdfReading(bytes: Uint8Array, inflate: Inflate): Generator<void, Result<PdfFile>> {
  if (bytes.length > maxDocumentBytes) return failed(invalid('document', 'document-bytes', maxDocumentBytes));
  if (!beginsAsPdf(bytes)) return failed(invalid('document', 'document-type'));
  if (!isPdf(bytes)) return failed(invalid('document', 'document-broken'));
  const pages = yield* pagesIn(bytes, inflate);
  return pages > maxDocumentPages ? failed(invalid('document', 'document-pages', maxDocumentPages)) : ok({ pages });
}
