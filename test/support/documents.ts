/** PDFs for tests: plain ones, packed ones, and what a person does with them on a PC. */
import { deflateSync } from 'node:zlib';
import type { DocumentId, WorkfileId } from '../../src-shared/base/ids.ts';
import type { PdfDocument } from '../../src-shared/domain/document/document.ts';
import { photoPieceBytes } from '../../src-shared/ipc/requests.ts';
import type { Desktop } from './desktop.ts';
import { join, text } from './photos.ts';

const pageOf = (n: number): string =>
  `${n} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << >> >>\nendobj\n`;
const kids = (pages: number): string => Array.from({ length: pages }, (_, at) => `${at + 10} 0 R`).join(' ');
const tree = (pages: number): string =>
  `<< /Kids [${kids(pages)}] /Resources << /Font << /F1 << /Type /Font >> >> >> /Type /Pages /Count ${pages} >>`;

/** A PDF of so many empty pages, as its author's words make it different from others. */
export const pdfOf = (pages: number, words = ''): Uint8Array =>
  text(
    `%PDF-1.4\n% ${words}\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Outlines << /Count 977 >> >>\nendobj\n` +
      `2 0 obj\n${tree(pages)}\nendobj\n` +
      Array.from({ length: pages }, (_, at) => pageOf(at + 10)).join('') +
      'trailer\n<< /Root 1 0 R >>\n%%EOF\n',
  );

/** The same, with its page tree packed as newer programs write it; or `objects` in its place. */
export function packedPdfOf(pages: number, objects = `2 0 ${tree(pages)}`): Uint8Array {
  const packed = new Uint8Array(deflateSync(objects));
  return join(
    text(
      `%PDF-1.6\n5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
    ),
    packed,
    text('\nendstream\nendobj\n%%EOF\n'),
  );
}

/** What was changed by another program: the new page tree stands behind the old file. */
export const changedPdf = (before: Uint8Array, pages: number): Uint8Array =>
  join(before, text(`2 0 obj\n${tree(pages)}\nendobj\n%%EOF\n`));

type Asking = Pick<Desktop, 'ask' | 'reply'>;

/** Hands a document over piece by piece; answers what the last request answered. */
export async function tryDocument(pc: Asking, workfileId: WorkfileId, bytes: Uint8Array, name = 'Tow bill.pdf') {
  const { ticket } = await pc.ask('document.begin', { workfileId, bytes: bytes.length });
  for (let at = 0; at < bytes.length; at += photoPieceBytes) {
    const base64 = Buffer.from(bytes.subarray(at, at + photoPieceBytes)).toString('base64');
    await pc.ask('photo.piece', { ticket, at, base64 });
  }
  return pc.reply('document.add', { ticket, name });
}

/** Adds a document that must be taken. */
export async function addDocument(pc: Asking, workfileId: WorkfileId, bytes: Uint8Array, name?: string) {
  const added = await tryDocument(pc, workfileId, bytes, name);
  if (!added.ok) throw new Error(JSON.stringify(added.failure));
  return added.value.documentId;
}

export async function documentsOf(pc: Asking, workfileId: WorkfileId): Promise<readonly PdfDocument[]> {
  return (await pc.ask('workfile.open', { workfileId })).documents;
}

export const documentOf = async (pc: Asking, workfileId: WorkfileId, id: DocumentId) =>
  (await documentsOf(pc, workfileId)).find((one) => one.id === id);
