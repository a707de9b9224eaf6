// Printing as the backend asks for it: the system's printers, a PDF where the person says, or paper.

import { rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import path from 'node:path';
import { BrowserWindow, dialog } from 'electron';
import type { Clock, Random } from '../../../src-shared/base/clock.ts';
import type { Printer, Printing, PrintTrouble } from '../../../src-shared/ipc/host.ts';
import { type Log, traceOf } from '../log.ts';
import { makePrintWindow } from '../window-factory.ts';
import { createPrintEngine } from './print-engine.ts';
import { openPrintSession } from './print-session.ts';

type Parts = { readonly random: Random; readonly clock: Clock; readonly log: Log; readonly documents: string };

/** May be called when the app is ready. */
export function openPrinting({ random, clock, log, documents }: Parts): Printing {
  const session = openPrintSession(random, log);
  const engine = createPrintEngine({
    session,
    makeWindow: () => makePrintWindow(session.session),
    failed: (error) => log('print.failed', { trace: traceOf(error) }),
  });
  return {
    printers,
    async pdf(job, suggested) {
      const file = await askWhere(path.join(documents, `${suggested}.pdf`));
      if (file === undefined) return { file: null };
      const from = clock();
      const pdf = await engine.pdf(job);
      if ('trouble' in pdf) return pdf;
      const trouble = await writeWhole(file, pdf.made);
      log('print.pdf', { count: pdf.made.byteLength, ms: clock() - from });
      return trouble === null ? { file: path.basename(file) } : { trouble };
    },
    async paper(job, printer, copies) {
      const known = await printers();
      const isThere = printer === '' ? known.length > 0 : known.some(({ name }) => name === printer);
      if (!isThere) return 'printer-none';
      const sent = await engine.paper(job, printer, copies);
      return 'trouble' in sent ? sent.trouble : null;
    },
    stop: engine.stop,
  };
}

/** Any window of the program can ask for them. */
async function printers(): Promise<readonly Printer[]> {
  const [window] = BrowserWindow.getAllWindows();
  const found = (await window?.webContents.getPrintersAsync().catch(() => [])) ?? [];
  return found.map(({ name, displayName }) => ({ name, title: displayName || name }));
}

async function askWhere(defaultPath: string): Promise<string | undefined> {
  const options = { title: 'Save as PDF', defaultPath, filters: [{ name: 'PDF', extensions: ['pdf'] }] };
  const front = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (front === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(front, options));
  if (canceled || filePath === '') return undefined;
  return path.extname(filePath) === '' ? `${filePath}.pdf` : filePath;
}

/** Writes a file beside the one that is wanted and puts it in its place; what was there stays if that fails. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<PrintTrouble | null> {
  const draft = `${file}.new`;
  try {
    const handle = await open(draft, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
    return null;
  } catch (error) {
    rmSync(draft, { force: true });
    return troubleOf(error);
  }
}

const troubles: Readonly<Record<string, PrintTrouble>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EBUSY: 'file-in-use',
  EPERM: 'file-in-use',
  ETXTBSY: 'file-in-use',
};
const troubleOf = (error: unknown): PrintTrouble =>
  (error instanceof Error && 'code' in error ? troubles[String(error.code)] : undefined) ?? 'file-unwritten';
