// The pages of a document: each with its head, its pieces in whole tables, and its foot with the page number.

import type { Piece, PrintDocument } from './print-document.ts';
import { node, type PrintNode } from './print-node.ts';

/** The pages that begin with these pieces. */
export function pagesOf(document: PrintDocument, starts: readonly number[]): readonly PrintNode[] {
  return starts.map((start, i) => {
    const pieces = document.pieces.slice(start, starts[i + 1] ?? document.pieces.length);
    const body = node('div', 'body', bodyOf(document, pieces));
    const foot = footOf(document, i + 1, starts.length);
    return node('section', `page ${document.paper}`, i === 0 ? [body, foot] : [document.running, body, foot]);
  });
}

/** Pieces as they stand below one another; rows of one table that follow each other are one table. */
export function bodyOf({ tables }: Pick<PrintDocument, 'tables'>, pieces: readonly Piece[]): readonly PrintNode[] {
  const nodes: PrintNode[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) continue;
    const table = piece.table === null ? undefined : tables[piece.table];
    if (table === undefined) {
      nodes.push(piece.node);
      continue;
    }
    const rows = [piece.node];
    while (pieces[at + 1]?.table === piece.table) {
      at += 1;
      const row = pieces[at]?.node;
      if (row !== undefined) rows.push(row);
    }
    nodes.push(node('table', table.look, [node('colgroup', '', table.columns), table.head, node('tbody', '', rows)]));
  }
  return nodes;
}

/** The foot of a page. */
export const footOf = ({ foot }: Pick<PrintDocument, 'foot'>, page: number, pages: number): PrintNode =>
  node('footer', 'foot', [node('span', 'user', foot), node('span', 'number', `Page ${page} of ${pages}`)]);
