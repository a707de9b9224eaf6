// Paper: what of a workfile can be printed, its document, and sending it away. The backend holds what was seen.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { Result } from '../../src-shared/base/result.ts';
import type { HeldPrint, PrintChoices, PrintPages, PrintWish } from '../../src-shared/ipc/print-requests.ts';
import { ask } from '../api/bridge.ts';

export const loadPrintChoices = (workfileId: WorkfileId): Promise<Result<PrintChoices>> =>
  ask('print.choices', { workfileId });

/** Has a document made and held. */
export const preparePrint = (wish: PrintWish): Promise<Result<HeldPrint>> => ask('print.prepare', wish);

/** Answers the file's name; null where the person chose none. */
export const savePdf = (pages: PrintPages): Promise<Result<{ readonly file: string | null }>> =>
  ask('print.pdf', pages);

export const printPages = (pages: PrintPages, printer: string, copies: number): Promise<Result<null>> =>
  ask('print.paper', { ...pages, printer, copies });

export async function stopPrint(): Promise<void> {
  await ask('print.stop', {});
}
