// Paper: what of a workfile can be printed, its document, and sending it away. The backend holds what was seen.

import { create } from 'zustand';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { Result } from '../../src-shared/base/result.ts';
import type { HeldPrint, PrintChoices, PrintPages, PrintWish } from '../../src-shared/ipc/print-requests.ts';
import { ask } from '../api/bridge.ts';

/** The version or number that the next preview begins with; the likeliest document where nobody stands at one. */
const useWish = create<{ readonly version: string | undefined }>()(() => ({ version: undefined }));

export const wishForPrint = (version: string | undefined): void => useWish.setState({ version });

/** Where the wished document stands among the choices. */
export function placeOfWish({ documents }: PrintChoices): number {
  const wish = useWish.getState().version;
  return Math.max(
    0,
    documents.findIndex(({ version }) => version === wish),
  );
}

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
