// The table of an estimate's lines: its columns, a row a line, the notes below, and the sums at its end.

import { printHours, tenths } from '../../../base/hours.ts';
import { cents } from '../../../base/money.ts';
import type { Piece, PrintTable } from '../../print/print-document.ts';
import { node, type PrintNode } from '../../print/print-node.ts';
import { printable, printableLines } from '../../print/printable.ts';
import { operationWords } from '../operation-words.ts';
import type { SheetLine } from '../refinish/automatic-lines.ts';
import { extendedPrice, type Subtotals } from '../subtotals.ts';
import { letterOf, marksOf, sourceOf, taxSignOf } from './line-marks.ts';
import { moneyText } from './print-words.ts';

const columns = [
  { title: 'Line', look: 'line' },
  { title: '', look: 'marks' },
  { title: '', look: 'version' },
  { title: 'Oper', look: 'oper' },
  { title: 'Description', look: 'words' },
  { title: 'Part number', look: 'part' },
  { title: 'Qty', look: 'qty' },
  { title: 'Extended price $', look: 'money' },
  { title: '', look: 'sign' },
  { title: 'Labor', look: 'hours' },
  { title: '', look: 'sign' },
  { title: 'Paint', look: 'hours' },
] as const;

/** The columns of a table: that of versions only where lines have one. */
const columnsOf = (versions: boolean) => columns.filter(({ look }) => versions || look !== 'version');

/** The table of lines, with or without the column that says which version made a line. */
export const lineTable = (versions: boolean): PrintTable => ({
  look: 'lines',
  columns: columnsOf(versions).map(({ look }) => node('col', look)),
  head: node('thead', '', [
    node(
      'tr',
      '',
      columnsOf(versions).map(({ title, look }) => node('th', look, title)),
    ),
  ]),
});

/** A table that lines stand in. */
export type LineTable = { readonly name: string; readonly versions: boolean };

/** How a line is printed: under which number, by which version made, and negated where a supplement takes it back. */
export type RowOf = { readonly number: number | null; readonly version?: string; readonly negated?: boolean };

/** The row of a line with the rows of its note. */
export function linePieces(table: LineTable, line: SheetLine, how: RowOf): readonly Piece[] {
  const number = how.number === null ? '' : String(how.number);
  if (line.work.operation === 'heading') return [headingPiece(table, number, line.text.description)];
  const notes = printableLines(line.note.text);
  const rows = [rowOf(table, line, how), ...notes.map((text, i) => noteRow(table, i === 0 ? `Note: ${text}` : text))];
  return rows.map((row, i) => ({ table: table.name, node: row, keep: i === 0 && notes.length > 0 }));
}

/** A heading stays with the line below it. */
export const headingPiece = (table: LineTable, number: string, text: string): Piece => ({
  table: table.name,
  node: node('tr', 'heading', [
    cell('line', number),
    node('td', 'words user', printable(text), columnsOf(table.versions).length - 1),
  ]),
  keep: true,
});

/** The sums under the columns. */
export const subtotalsPiece = (table: LineTable, sums: Subtotals): Piece => ({
  table: table.name,
  node: node('tr', 'sums', [
    node('td', 'words', 'Subtotals', table.versions ? 7 : 6),
    cell('money', moneyText(sums.price)),
    cell('sign', ''),
    cell('hours', printHours(sums.labor)),
    cell('sign', ''),
    cell('hours', printHours(sums.paint)),
  ]),
  keep: false,
});

const cell = (look: string, text: string): PrintNode => node('td', look, text);

function rowOf({ versions }: LineTable, line: SheetLine, { number, version = '', negated = false }: RowOf): PrintNode {
  const { labor, refinish, row } = line;
  const sign = negated ? -1 : 1;
  const words = [sourceOf(line), printable(line.text.description)].filter((text) => text !== '').join(' ');
  return node('tr', row === undefined ? '' : 'automatic', [
    cell('line', number === null ? '' : String(number)),
    cell('marks', marksOf(line)),
    ...(versions ? [cell('version', version)] : []),
    cell('oper', operationWords[line.work.operation].print),
    cell('words user', words),
    cell('part user', printable(line.part.number)),
    cell('qty', hasQuantity(line) ? String(line.part.quantity) : ''),
    cell('money', priceText(line, sign)),
    cell('sign', taxSignOf(line)),
    cell('hours', timeText(labor, sign)),
    cell('sign', letterOf(line)),
    cell('hours', timeText(refinish, sign)),
  ]);
}

function noteRow({ versions }: LineTable, text: string): PrintNode {
  const before = versions ? 4 : 3;
  const rest = columnsOf(versions).length - before;
  return node('tr', 'note', [node('td', 'words', '', before), node('td', 'words user', text, rest)]);
}

const hasQuantity = ({ part, misc }: SheetLine): boolean =>
  part.type !== '' || part.number !== '' || part.priceCents !== 0 || part.quantity !== 1 || misc.amountCents !== 0;

function priceText(line: SheetLine, sign: 1 | -1): string {
  const price = extendedPrice(line);
  if (price !== 0) return moneyText(cents(sign * price));
  return line.part.included ? 'Incl.' : '';
}

/** Hours, `Incl.`, or nothing; no time at all on a line of repair or refinish says nothing either. */
function timeText(time: { readonly tenths: number; readonly included: boolean }, sign: 1 | -1): string {
  if (time.included) return 'Incl.';
  return time.tenths === 0 ? '' : printHours(tenths(sign * time.tenths));
}
