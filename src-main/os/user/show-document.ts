// Opens a document in the system's own program for it. Only a PDF file of the one folder of copies is ever handed over, so that nothing is run.

import { lstat, open } from 'node:fs/promises';
import path from 'node:path';
import { shell } from 'electron';
import { beginsAsPdf, edgeBytes } from '../../../src-shared/domain/document/read-pdf.ts';
import type { Log } from '../log.ts';

type Parts = { readonly opened: string; readonly log: Log };

/** Whether the system has a program for it and took it. */
export async function showDocument(file: string, { opened, log }: Parts): Promise<boolean> {
  if (!(await isCopy(file, opened).catch(() => false))) {
    log('document.refused');
    return false;
  }
  const trouble = await shell.openPath(file);
  if (trouble !== '') log('document.unopened');
  return trouble === '';
}

/** Two folders down, so that no name leads out of it; a file of its own and no link; and a PDF by name and by content. */
async function isCopy(file: string, opened: string): Promise<boolean> {
  if (path.resolve(file) !== file || path.dirname(path.dirname(file)) !== opened) return false;
  if (path.extname(file) !== '.pdf' || !(await lstat(file)).isFile()) return false;
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(edgeBytes), 0, edgeBytes, 0);
    return beginsAsPdf(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}
