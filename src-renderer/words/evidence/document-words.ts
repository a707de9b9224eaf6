// The words for documents: what is said of one, and where its file is.

import type { PdfDocument } from '../../../src-shared/domain/document/document.ts';
import type { PhotoState } from '../../../src-shared/ipc/shapes.ts';
import { wordBytes } from '../centre-words.ts';

/** What a document is called; one whose title was emptied still has a name. */
export const documentName = ({ title }: Pick<PdfDocument, 'title'>): string => title.text || 'Document';

/** `3 pages`; empty where the file does not say. */
export function wordPages({ pages }: PdfDocument['content']): string {
  if (pages === 0) return '';
  return pages === 1 ? '1 page' : `${pages.toLocaleString('en-US')} pages`;
}

/** `3 pages · 1.2 MB`. */
export const documentSize = (content: PdfDocument['content']): string =>
  [wordPages(content), wordBytes(content.bytes)].filter(Boolean).join(' · ');

/** Where a document is, in a few words; empty when it is here and in the cloud, as it should be. */
export function placeOfDocument(state: PhotoState | undefined): string {
  if (state === undefined) return '';
  if (state.damaged) return 'Damaged on this PC';
  if (state.moving !== null) return `${state.moving.way === 'up' ? 'Uploading' : 'Fetching'} ${state.moving.percent} %`;
  if (state.fullHere) return state.sent ? '' : 'Waiting to upload';
  return 'On its way from another PC';
}

/** Why it can neither be opened nor copied; undefined where it can. */
export function whyNotHere(state: PhotoState | undefined): string | undefined {
  if (state?.damaged) return 'Its file on this PC is damaged; open it at a PC that has it.';
  return state?.fullHere === false ? 'It has not arrived on this PC yet; it comes by itself.' : undefined;
}
