// A block from a spreadsheet, read cell by cell: changes of lines that are there, new lines below, and what was not understood.
import type { LineId } from '../../../src-shared/base/ids.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import type { LineGroups, NewLine } from '../../../src-shared/ipc/requests.ts';
import { readCell, wordCell } from './line-cell.ts';

/** A line that a row of the block falls on, and whether it is yet to be made. */
export type PastedRow = { readonly line: Line; readonly isNew: boolean };

export type PastedBlock = {
  readonly columnIds: readonly string[];
  /** One for each row of the block. */
  readonly rows: readonly PastedRow[];
  readonly block: readonly (readonly string[])[];
};

export type RefusedCell = { readonly rowKey: string; readonly columnId: string; readonly text: string };

export type ReadBlock = {
  readonly changes: readonly { readonly id: LineId; readonly change: LineGroups }[];
  readonly added: readonly NewLine[];
  readonly refused: readonly RefusedCell[];
  /** How many rows hold something that was understood. */
  readonly understood: number;
};

export function readBlock({ columnIds, rows, block }: PastedBlock): ReadBlock {
  const read = rows.map(({ line, isNew }, row) => {
    const { change, refused } = readRow(line, block[row] ?? [], columnIds);
    return { id: line.id, isNew, change, refused, isEmpty: Object.keys(change).length === 0 };
  });
  return {
    changes: read.flatMap(({ id, isNew, change, isEmpty }) => (isNew || isEmpty ? [] : [{ id, change }])),
    // An empty row between others keeps its place.
    added: read.flatMap(({ id, isNew, change }) => (isNew ? [{ id, ...change }] : [])),
    refused: read.flatMap(({ refused }) => refused),
    understood: read.filter(({ isEmpty }) => !isEmpty).length,
  };
}

/** Columns that are computed: a block copied from here has them, and they are passed over. */
const computed: readonly string[] = ['version', 'number', 'extended'];

/** An empty tax mark says nothing; flags are read without those that follow from the line. */
const isLeftOut = (columnId: string, text: string): boolean =>
  (columnId === 'tax' || columnId === 'flags' || columnId === 'panel') && text.trim() === '';

function readRow(line: Line, cells: readonly string[], columnIds: readonly string[]) {
  let change: LineGroups = {};
  const refused: RefusedCell[] = [];
  cells.forEach((text, at) => {
    const columnId = columnIds[at];
    if (columnId === undefined || computed.includes(columnId) || isLeftOut(columnId, text)) return;
    const read = readCell({ ...line, ...change }, columnId, text);
    if (read.ok) change = { ...change, ...read.value };
    else refused.push({ rowKey: line.id, columnId, text: `“${text.slice(0, 80)}”: ${wordCell(read.failure)}` });
  });
  return { change, refused };
}
