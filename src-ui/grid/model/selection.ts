// Which cells are selected: rectangles between an anchor and the active cell, counted in row and column indexes.

export type Place = { readonly row: number; readonly column: number };

export type CellRange = {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
};

/** `others` are the rectangles kept by Ctrl+click; the current one lies between anchor and active cell. */
export type Selection = { readonly anchor: Place; readonly others: readonly CellRange[] };

export const headerRow = -1;

export const selectOnly = (place: Place): Selection => ({ anchor: place, others: [] });

/** All selected rectangles; none while the heading is active. In rows mode they span all columns. */
export function selectedRanges(
  selection: Selection,
  active: Place,
  wholeRows: number | undefined,
): readonly CellRange[] {
  if (active.row === headerRow) return [];
  const ranges = [...selection.others, rangeBetween(selection.anchor, active)];
  if (wholeRows === undefined) return ranges;
  return ranges.map((range) => ({ ...range, fromColumn: 0, toColumn: wholeRows - 1 }));
}

export function rangeBetween(one: Place, other: Place): CellRange {
  return {
    fromRow: Math.max(0, Math.min(one.row, other.row)),
    toRow: Math.max(one.row, other.row),
    fromColumn: Math.min(one.column, other.column),
    toColumn: Math.max(one.column, other.column),
  };
}

/** Is there more than the active cell (or its row)? */
export function isWide(ranges: readonly CellRange[], wholeRows: boolean): boolean {
  const [first, ...more] = ranges;
  if (first === undefined) return false;
  return more.length > 0 || first.fromRow !== first.toRow || (!wholeRows && first.fromColumn !== first.toColumn);
}

/** One letter a column, `1` when selected: cheap to compare when deciding whether a row must be drawn again. */
export function selectedColumns(ranges: readonly CellRange[], row: number, columnCount: number): string {
  const rowRanges = ranges.filter((range) => row >= range.fromRow && row <= range.toRow);
  if (rowRanges.length === 0) return '';
  return Array.from({ length: columnCount }, (_, column) =>
    rowRanges.some((range) => column >= range.fromColumn && column <= range.toColumn) ? '1' : '0',
  ).join('');
}

/** Selected row indexes, each once, rising. */
export function selectedRows(ranges: readonly CellRange[]): readonly number[] {
  const rows = new Set<number>();
  for (const range of ranges) for (let row = range.fromRow; row <= range.toRow; row += 1) rows.add(row);
  return [...rows].sort((one, other) => one - other);
}

/** The smallest rectangle around all ranges: what copying takes. */
export function boundsOf(ranges: readonly CellRange[]): CellRange | undefined {
  if (ranges.length === 0) return undefined;
  return {
    fromRow: Math.min(...ranges.map((range) => range.fromRow)),
    toRow: Math.max(...ranges.map((range) => range.toRow)),
    fromColumn: Math.min(...ranges.map((range) => range.fromColumn)),
    toColumn: Math.max(...ranges.map((range) => range.toColumn)),
  };
}

/** The same selection after rows were added or removed above it. */
export function shiftRows(selection: Selection, by: number): Selection {
  const shift = (row: number): number => Math.max(0, row + by);
  return {
    anchor: { ...selection.anchor, row: shift(selection.anchor.row) },
    others: selection.others.map((range) => ({ ...range, fromRow: shift(range.fromRow), toRow: shift(range.toRow) })),
  };
}
