// A document to print, before it is cut into pages: pieces in order, none of which is ever cut.

import type { Paper } from './paper.ts';
import type { PrintNode } from './print-node.ts';

/** A table whose head stands again on every page that its rows reach. */
export type PrintTable = { readonly look: string; readonly columns: readonly PrintNode[]; readonly head: PrintNode };

/** A row of a table, or something that stands alone where `table` is null. */
export type Piece = {
  readonly table: string | null;
  readonly node: PrintNode;
  /** Whether it must not be the last of a page: headings, and all but the last row of totals. */
  readonly keep: boolean;
};

/** A picture of a document: its name there, the file that it is made of, and how it is made. */
export type PrintPicture = {
  readonly name: string;
  /** The SHA-256 of the file. */
  readonly file: string;
  /** Turned to the right by so many quarters. */
  readonly quarters: number;
  /** Its longest side in dots: as many as paper shows, and no more. */
  readonly longestSide: number;
};

export type PrintDocument = {
  readonly title: string;
  /** A file name without its ending. */
  readonly fileName: string;
  readonly paper: Paper;
  readonly tables: Readonly<Record<string, PrintTable>>;
  readonly pieces: readonly Piece[];
  /** Says on every page but the first whose document this is. */
  readonly running: PrintNode;
  /** Stands at the foot of every page, left of the page number. */
  readonly foot: string;
  readonly pictures?: readonly PrintPicture[];
};

/** Something that stands alone. */
export const alone = (one: PrintNode, keep = false): Piece => ({ table: null, node: one, keep });

/** Pieces that stay on one page as long as a page can hold them. */
export const together = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.map((piece, i) => ({ ...piece, keep: piece.keep || i < pieces.length - 1 }));
