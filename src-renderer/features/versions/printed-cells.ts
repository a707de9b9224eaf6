// The cells of a line as a comparison prints them.

import { printHours, type Tenths } from '../../../src-shared/base/hours.ts';
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import { operationLabel } from '../../../src-shared/domain/estimate/operation-words.ts';
import { partTypeWords } from '../../../src-shared/domain/estimate/part-type-words.ts';
import type { SheetLine } from '../../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import { extendedPrice } from '../../../src-shared/domain/estimate/subtotals.ts';

export type LineCells = {
  readonly operation: string;
  readonly description: string;
  readonly part: string;
  readonly quantity: string;
  readonly price: string;
  readonly labor: string;
  readonly paint: string;
};

/** The cells in their order; figures stand below each other at their ends. */
export const cellColumns = [
  { name: 'operation', title: 'Oper', figure: false },
  { name: 'description', title: 'Description', figure: false },
  { name: 'part', title: 'Part', figure: false },
  { name: 'quantity', title: 'Qty', figure: true },
  { name: 'price', title: 'Ext. price $', figure: true },
  { name: 'labor', title: 'Labor', figure: true },
  { name: 'paint', title: 'Paint', figure: true },
] as const satisfies readonly { readonly name: keyof LineCells; readonly title: string; readonly figure: boolean }[];

/** The headings of a line's number and of its cells. */
export const headings = [{ title: '#', figure: true }, ...cellColumns] as const;

/** What each cell of a line prints; `sign` -1 is for the old row of a change. */
export function lineCells(line: SheetLine, sign: 1 | -1 = 1): LineCells {
  const { part, labor, refinish } = line;
  const price = extendedPrice(line);
  return {
    operation: operationLabel(line.work.operation),
    description: [line.text.description, line.note.text].filter((text) => text !== '').join(' · '),
    part: [partTypeWords[part.type].print, part.number].filter((text) => text !== '').join(' '),
    quantity: part.type === '' ? '' : String(part.quantity),
    price: part.included ? 'Incl.' : price === 0 ? '' : printMoney(cents(sign * price)),
    labor: timeOf(labor, sign),
    paint: timeOf(refinish, sign),
  };
}

const timeOf = (
  { tenths, included }: { readonly tenths: number; readonly included: boolean },
  sign: 1 | -1,
): string => {
  if (included) return 'Incl.';
  return tenths === 0 ? '' : printHours((sign * tenths) as Tenths);
};
