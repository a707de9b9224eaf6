// The shop's own words on an estimate: a text below it, and the authorization that the customer signs.

import { alone, type Piece, together } from '../../print/print-document.ts';
import { node } from '../../print/print-node.ts';
import { printableLines } from '../../print/printable.ts';
import type { PrintInput } from './print-input.ts';

/** A bill asks for no authorization: the work is done. */
export function shopWords({ kind, texts }: Pick<PrintInput, 'kind' | 'texts'>): readonly Piece[] {
  if (kind === 'final-bill') return [];
  return [...closingWords(texts.estimate), ...authorization(texts.authorization)];
}

/** A text at the end of a document, each of its lines a paragraph. */
export const closingWords = (text: string): readonly Piece[] =>
  printableLines(text).map((line) => alone(node('p', 'closing user', line)));

function authorization(text: string): readonly Piece[] {
  const lines = closingWords(text);
  if (lines.length === 0) return [];
  const blank = (label: string) => node('div', 'signing', [node('span', 'signing-label', label)]);
  return together([
    alone(node('h2', 'part small', 'Authorization')),
    ...lines,
    alone(node('div', 'signatures', [blank('Signature of the customer'), blank('Date')])),
  ]);
}
