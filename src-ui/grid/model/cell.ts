// A cell by its row and column, and what may be said about it.

export type CellAddress = { readonly rowKey: string; readonly columnId: string };

export type CellMark = {
  readonly tone: 'error' | 'warning' | 'pending' | 'conflict';
  readonly text: string;
};

export type RowTone = 'muted' | 'changed' | 'warn' | 'removed';

/** One string for one cell, to key maps with. */
export function cellKey(cell: CellAddress): string {
  return `${cell.rowKey}\u0000${cell.columnId}`;
}
