/** A program of Electron's that makes PDFs with the product's own print engine: jobs come in a file, PDFs go beside it. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { declareAppScheme } from '../../src-main/os/app-protocol.ts';
import { createPrintEngine } from '../../src-main/os/print/print-engine.ts';
import { openPrintSession } from '../../src-main/os/print/print-session.ts';
import { makePrintWindow } from '../../src-main/os/window-factory.ts';
import type { PrintJob } from '../../src-shared/ipc/host.ts';

const [folder = '.'] = process.argv.slice(-1);

declareAppScheme();
app.on('window-all-closed', () => undefined);
void app.whenReady().then(work);

async function work(): Promise<void> {
  const jobs = JSON.parse(readFileSync(path.join(folder, 'jobs.json'), 'utf8')) as readonly PrintJob[];
  const events: string[] = [];
  const said: string[] = [];
  const session = openPrintSession(randomBytes, (event) => void events.push(event));
  const engine = createPrintEngine({
    session,
    makeWindow: () => {
      const window = makePrintWindow(session.session);
      window.webContents.on('console-message', () => void said.push('console'));
      window.webContents.on('did-create-window', () => void said.push('window'));
      return window;
    },
    failed: (error) => void events.push(String(error)),
  });
  const took: number[] = [];
  for (const [n, job] of jobs.entries()) {
    const from = performance.now();
    const pdf = await engine.pdf(job);
    took.push(Math.round(performance.now() - from));
    if ('made' in pdf) writeFileSync(path.join(folder, `${n}.pdf`), pdf.made);
    else events.push(pdf.trouble);
  }
  writeFileSync(path.join(folder, 'done.json'), JSON.stringify({ events, said, took }));
  app.exit(0);
}
