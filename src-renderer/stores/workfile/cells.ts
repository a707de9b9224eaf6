// The cells of an estimate or of the receipts while they are on the screen: what the page may ask of them, by place.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';

export type Cells = {
  /** Commits a text as if it had been typed there. */
  readonly commit: (place: string, text: string) => void;
  readonly goTo: (place: string) => void;
  /** Whether its row is there. */
  readonly has: (place: string) => boolean;
  /** The cell one stands in. */
  readonly active: () => string | undefined;
};

const onScreen = new Map<WorkfileId, Cells>();

/** Offers the cells until the answer is called. */
export function offerCells(workfileId: WorkfileId, cells: Cells): () => void {
  onScreen.set(workfileId, cells);
  return () => {
    if (onScreen.get(workfileId) === cells) onScreen.delete(workfileId);
  };
}

/** The cells of a workfile, if they are on the screen. */
export const cellsOf = (workfileId: WorkfileId): Cells | undefined => onScreen.get(workfileId);
