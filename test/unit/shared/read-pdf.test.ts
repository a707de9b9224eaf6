/** A PDF is known by its bytes, and says its pages whether its tree lies plain or packed; a bomb stays shut. */
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Issue } from '../../../src-shared/base/failure.ts';
import { beginsAsPdf, type Inflate, isPdf, pdfReading } from '../../../src-shared/domain/document/read-pdf.ts';
import { titleOfFile } from '../../../src-shared/domain/document/title.ts';
import { fileNameOf } from '../../../src-shared/domain/print/file-name.ts';
import { changedPdf, packedPdfOf, pdfOf } from '../../support/documents.ts';
import { join, smallJpeg, text } from '../../support/photos.ts';

const unpacked = { most: 0, times: 0 };
function inflate(packed: Uint8Array, mostBytes: number): Uint8Array | null {
  unpacked.times += 1;
  try {
    const bytes = inflateSync(packed, { maxOutputLength: mostBytes });
    unpacked.most = Math.max(unpacked.most, bytes.length);
    return bytes;
  } catch {
    return null;
  }
}

/** The pages of a file, or why it is refused. */
function read(bytes: Uint8Array, unpack: Inflate = inflate): number | Issue {
  const steps = pdfReading(bytes, unpack);
  for (;;) {
    const step = steps.next();
    if (!step.done) continue;
    if (step.value.ok) return step.value.value.pages;
    return step.value.failure.kind === 'invalid' ? step.value.failure.issue : 'required';
  }
}

test('the pages are those of the root of the tree, not of an outline or of a branch', () => {
  expect([read(pdfOf(1)), read(pdfOf(37))]).toEqual([1, 37]);
  const branch = text('9 0 obj\n<< /Type /Pages /Parent 2 0 R /Count 900 >>\nendobj\n');
  const whole = pdfOf(4);
  expect(read(join(whole.subarray(0, -6), branch, text('%%EOF\n')))).toBe(4);
});

test('a page tree that is packed is unpacked', () => {
  expect(read(packedPdfOf(12))).toBe(12);
});

test('of a file that was changed the newest tree counts', () => {
  expect(read(changedPdf(pdfOf(9), 3))).toBe(3);
});

test('a tree that lies across two stretches is found', () => {
  const pad = text(`% ${'x'.repeat(1024 * 1024 - 90)}\n`);
  const whole = pdfOf(5);
  expect(read(join(whole.subarray(0, 9), pad, whole.subarray(9)))).toBe(5);
});

test('a file that hides its pages is taken all the same', () => {
  expect(read(text('%PDF-1.7\n1 0 obj\n<< /Encrypt 3 0 R >>\nendobj\n%%EOF'))).toBe(0);
});

test('a bomb is not unpacked beyond its measure', () => {
  expect(read(packedPdfOf(1, ' '.repeat(40 * 1024 * 1024)))).toBe(0);
  expect(unpacked.most).toBeLessThanOrEqual(4 * 1024 * 1024);
});

test.each([
  ['do not unpack', null, 8],
  ['hold nothing', new Uint8Array(0), 2_048],
])('any number of objects that %s comes to an end', (_, unpacks, most) => {
  const times = { tried: 0 };
  const objects = text('<< /Type /ObjStm >>\nstream\n'.repeat(3_000));
  const pages = read(join(pdfOf(2), objects, text('%%EOF\n')), () => {
    times.tried += 1;
    return unpacks;
  });
  expect([pages, times.tried]).toEqual([2, most]);
});

test('objects that open at one place are unpacked once', () => {
  unpacked.times = 0;
  expect(read(join(text('%PDF-1.7\n'), text('/Type /ObjStm '.repeat(100)), packedPdfOf(7)))).toBe(7);
  expect(unpacked.times).toBe(1);
});

test('a tree that never opens or closes is looked through once', () => {
  const filled = (words: string) => text(words.repeat(Math.ceil((1024 * 1024) / words.length)));
  for (const words of ['/Type/Pages', '<</Type/Pages', '>>/Type/Pages/Count 3 '])
    expect(read(join(pdfOf(3), filled(words), text('%%EOF\n')))).toBe(3);
});

test('what is none, is cut off, or has too many pages is refused by name', () => {
  expect(read(smallJpeg)).toBe('document-type');
  expect(read(text('<html>invoice.pdf</html>'))).toBe('document-type');
  expect(read(pdfOf(3).subarray(0, 200))).toBe('document-broken');
  expect(read(packedPdfOf(0, '2 0 << /Type /Pages /Count 2001 >>'))).toBe('document-pages');
  expect(read(join(pdfOf(1), new Uint8Array(26 * 1024 * 1024)))).toBe('document-bytes');
});

test('a PDF may begin behind a few other bytes, and no further', () => {
  expect(isPdf(join(text('\n\r\n'), pdfOf(1)))).toBe(true);
  expect(beginsAsPdf(join(text(' '.repeat(2_000)), pdfOf(1)))).toBe(false);
});

test('a document is called as its file, without what no text may hold', () => {
  expect(titleOfFile('Police report 24-118.PDF')).toBe('Police report 24-118');
  expect(titleOfFile('a\u202etxt.pdf')).toBe('atxt');
  expect(titleOfFile('.pdf')).toBe('Document');
  expect(titleOfFile('x'.repeat(400)).length).toBe(200);
});

test('a title becomes a name that every system takes', () => {
  expect(fileNameOf('Tow bill 3/4: $120')).toBe('Tow bill 3-4- -120');
  expect(fileNameOf('../../etc/passwd')).toBe('-..-etc-passwd');
  expect([fileNameOf('CON'), fileNameOf('nul.x'), fileNameOf('  . ')]).toEqual([
    'Document CON',
    'Document nul.x',
    'Document',
  ]);
});
