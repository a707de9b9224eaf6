// Brings pages to a PDF or a printer by Electron's own engine, in a window that nobody sees and that runs nothing.

import type { BrowserWindow, WebContentsPrintOptions } from 'electron';
import type { PrintJob, PrintTrouble } from '../../../src-shared/ipc/host.ts';
import type { PrintSession } from './print-session.ts';

/** What came of a job: what was made, or why nothing was. */
export type Made<T> = { readonly made: T } | { readonly trouble: PrintTrouble };

export type PrintEngine = {
  readonly pdf: (job: PrintJob) => Promise<Made<Uint8Array>>;
  readonly paper: (job: PrintJob, printer: string, copies: number) => Promise<Made<null>>;
  readonly stop: () => void;
};

type Parts = {
  readonly session: PrintSession;
  readonly makeWindow: () => BrowserWindow;
  /** Told of what the engine did not do. */
  readonly failed: (error: unknown) => void;
};

const pageSizes = { letter: 'Letter', a4: 'A4' } as const;

export function createPrintEngine(parts: Parts): PrintEngine {
  const stops = new Set<() => void>();

  /** Loads a job's page, works with it, and clears it away; a stop ends it at once, whatever it waits for. */
  const withPage = async <T>(job: PrintJob, work: (window: BrowserWindow) => Promise<Made<T>>): Promise<Made<T>> => {
    const { address, takeBack } = parts.session.offer(job);
    const window = parts.makeWindow();
    const ended = new AbortController();
    const stop = (): void => ended.abort('print-stopped' satisfies PrintTrouble);
    const lost = (): void => ended.abort('print-engine' satisfies PrintTrouble);
    const stopped = new Promise<Made<T>>((resolve) => {
      ended.signal.addEventListener('abort', () => resolve({ trouble: ended.signal.reason as PrintTrouble }));
    });
    stops.add(stop);
    window.webContents.once('render-process-gone', lost);
    const working = async (): Promise<Made<T>> => {
      await window.loadURL(address);
      return await work(window);
    };
    try {
      return await Promise.race([working(), stopped]);
    } catch (error) {
      parts.failed(error);
      return { trouble: 'print-engine' };
    } finally {
      stops.delete(stop);
      takeBack();
      if (!window.isDestroyed()) window.destroy();
    }
  };

  return {
    pdf: (job) =>
      withPage(job, async ({ webContents }) => ({
        made: await webContents.printToPDF({
          pageSize: pageSizes[job.paper],
          preferCSSPageSize: true,
          printBackground: true,
          margins: { top: 0, bottom: 0, left: 0, right: 0 },
          generateTaggedPDF: true,
        }),
      })),
    paper: (job, printer, copies) =>
      withPage(job, ({ webContents }) => {
        const options = optionsOf(job, printer, copies);
        return new Promise((resolve) => {
          webContents.print(options, (success) => resolve(success ? { made: null } : { trouble: 'printer' }));
        });
      }),
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

const optionsOf = ({ paper }: PrintJob, printer: string, copies: number): WebContentsPrintOptions => ({
  silent: true,
  printBackground: true,
  margins: { marginType: 'none' },
  pageSize: pageSizes[paper],
  copies,
  ...(printer === '' ? {} : { deviceName: printer }),
});
