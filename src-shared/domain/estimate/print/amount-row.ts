// A row of money on a print: what it is, what it is taken of, at which rate, and what it comes to.

import type { Cents } from '../../../base/money.ts';
import type { Piece } from '../../print/print-document.ts';
import { node } from '../../print/print-node.ts';
import { moneyText } from './print-words.ts';

export type AmountRow = {
  readonly name: string;
  readonly basis: string;
  readonly rate: string;
  readonly amount: Cents;
  readonly look: '' | 'sum' | 'total' | 'share';
};

/** Makes a row. */
export const amountRow = (
  name: string,
  amount: Cents,
  more: Partial<Pick<AmountRow, 'basis' | 'rate' | 'look'>> = {},
): AmountRow => ({ name, amount, basis: '', rate: '', look: '', ...more });

/** Rows as pieces of a table. */
export const amountPieces = (table: string, rows: readonly AmountRow[]): readonly Piece[] =>
  rows.map(({ name, basis, rate, amount, look }) => ({
    table,
    keep: false,
    node: node('tr', look, [
      node('td', 'words user', name),
      node('td', 'basis', basis),
      node('td', 'rate', rate),
      node('td', 'money', moneyText(amount)),
    ]),
  }));
