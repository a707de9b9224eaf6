// Printing as the backend asks for it: the system's printers, a PDF where the person says, or paper.

import path from 'node:path';
import { BrowserWindow, dialog } from 'electron';
import type { Clock, Random } from '../../../src-shared/base/clock.ts';
import { type WriteTrouble, writeTrouble } from '../../../src-shared/base/file-trouble.ts';
import type { Printer, Printing } from '../../../src-shared/ipc/host.ts';
import { type Log, traceOf } from '../log.ts';
import { writeWhole } from '../replace-file.ts';
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
      const trouble = await written(file, pdf.made);
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

/** Writes it, or says what keeps it from being written; what was there stays then. */
async function written(file: string, bytes: Uint8Array): Promise<WriteTrouble | null> {
  try {
    await writeWhole(file, bytes);
    return null;
  } catch (error) {
    return writeTrouble(error);
  }
}
