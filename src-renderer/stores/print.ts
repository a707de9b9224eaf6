// Paper: what of a workfile can be printed, its document, and sending it away. The backend holds what was seen.

import { create } from 'zustand';
import type { PhotoId, WorkfileId } from '../../src-shared/base/ids.ts';
import type { Result } from '../../src-shared/base/result.ts';
import type { HeldPrint, PrintChoices, PrintPages, PrintWish } from '../../src-shared/ipc/print-requests.ts';
import { ask } from '../api/bridge.ts';

/** The document that the next preview begins with; of photos, those that are selected; of notes, those that are shown. */
type Wished = Pick<PrintWish, 'kind' | 'version' | 'noteText'> & { readonly photoIds?: readonly PhotoId[] };

/** Nothing is wished for where nobody stands at a document: the likeliest is shown. */
const useWish = create<{ readonly wish: Wished | undefined }>()(() => ({ wish: undefined }));

export const wishForPrint = (wish: Wished | undefined): void => useWish.setState({ wish });

/** The photos that were selected where the print was asked for. */
export const photosOfWish = (): readonly PhotoId[] => useWish.getState().wish?.photoIds ?? [];

/** The words by which notes were looked for where the print was asked for. */
export const noteTextOfWish = (): string => useWish.getState().wish?.noteText ?? '';

/** Where the wished document stands among the choices. */
export function placeOfWish({ documents }: PrintChoices): number {
  const { wish } = useWish.getState();
  return Math.max(
    0,
    documents.findIndex(({ kind, version }) => kind === wish?.kind && version === wish.version),
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
