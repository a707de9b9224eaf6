// A cell by its row and column, and what may be said about it.

export type CellAddress = { readonly rowKey: string; readonly columnId: string };

/** Text that was typed into a cell and is not in its row: it was refused, or the typing was cut short. */
export type CellDraft = {
  readonly cell: CellAddress;
  readonly text: string;
  /** What is to be said about it at its cell. */
  readonly reason: string;
  /** It was cut short just now: typing goes on. */
  readonly open?: boolean;
};

export type CellMark = {
  readonly tone: 'error' | 'warning' | 'pending' | 'conflict';
  readonly text: string;
};

export type RowTone = 'muted' | 'changed' | 'warn' | 'removed';

/** One string for one cell, to key maps with. */
export function cellKey(cell: CellAddress): string {
  return `${cell.rowKey}\u0000${cell.columnId}`;
}
