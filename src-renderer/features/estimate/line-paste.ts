// A block from a spreadsheet, read cell by cell: changes of lines that are there, new lines below, and what was not understood.
import type { LineId } from '../../../src-shared/base/ids.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import type { NewLine } from '../../../src-shared/ipc/requests.ts';
import { type LineChange, readCell, wordCell } from './line-cell.ts';
import { newLine } from './line-row.ts';

export type PastedBlock = {
  readonly columnIds: readonly string[];
  /** The lines that the rows of the block fall on, from the top; further rows become new lines. */
  readonly lines: readonly Line[];
  readonly block: readonly (readonly string[])[];
};

export type RefusedCell = { readonly row: number; readonly columnId: string; readonly text: string };

export type ReadBlock = {
  readonly changes: readonly { readonly id: LineId; readonly change: LineChange }[];
  readonly added: readonly NewLine[];
  /** By row of the block. */
  readonly refused: readonly RefusedCell[];
};

export function readBlock({ columnIds, lines, block }: PastedBlock): ReadBlock {
  const rows = block.map((cells, row) => readRow(lines[row] ?? newLine, { cells, columnIds, row }));
  return {
    changes: rows.slice(0, lines.length).flatMap(({ change }, row) => {
      const line = lines[row];
      return line === undefined || isEmpty(change) ? [] : [{ id: line.id, change }];
    }),
    added: rows.slice(lines.length).map(({ change }) => change),
    refused: rows.flatMap(({ refused }) => refused),
  };
}

/** Columns that are computed: a block copied from here has them, and they are passed over. */
const computed: readonly string[] = ['number', 'extended'];

type Row = { readonly cells: readonly string[]; readonly columnIds: readonly string[]; readonly row: number };

function readRow(line: Line, { cells, columnIds, row }: Row) {
  let change: LineChange = {};
  const refused: RefusedCell[] = [];
  cells.forEach((text, at) => {
    const columnId = columnIds[at];
    if (columnId === undefined || computed.includes(columnId) || (columnId === 'tax' && text.trim() === '')) return;
    const read = readCell({ ...line, ...change }, columnId, text);
    if (read.ok) change = { ...change, ...read.value };
    else refused.push({ row, columnId, text: `“${text.slice(0, 80)}”: ${wordCell(read.failure)}` });
  });
  return { change, refused };
}

const isEmpty = (change: LineChange): boolean => Object.keys(change).length === 0;
