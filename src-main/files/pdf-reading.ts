// Reads a PDF so that nobody waits for it, with the system's own way of unpacking what it packed.

import { inflateSync } from 'node:zlib';
import type { Result } from '../../src-shared/base/result.ts';
import { type Inflate, type PdfFile, pdfReading } from '../../src-shared/domain/document/read-pdf.ts';

export async function readPdfInTurns(bytes: Uint8Array): Promise<Result<PdfFile>> {
  const steps = pdfReading(bytes, inflate);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What does not unpack, or to more than it may, is as if it were not there. */
const inflate: Inflate = (packed, mostBytes) => {
  try {
    return inflateSync(packed, { maxOutputLength: mostBytes });
  } catch {
    return null;
  }
};
