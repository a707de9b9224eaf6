// All that an action of the grid may look at and change.
import type { GridProps } from './grid-props.ts';
import type { CellAddress } from './model/cell.ts';
import { type CellEditor, type Column, editorOf, isPassedBy } from './model/column.ts';
import type { ColumnLayout } from './model/column-layout.ts';
import type { GridState } from './model/grid-state.ts';
import { valueAt } from './model/row-source.ts';
import { type CellRange, type Place, selectedRanges } from './model/selection.ts';
import type { Commits } from './use-commits.ts';

export type GridContext<Row> = {
  readonly props: GridProps<Row>;
  readonly columns: readonly Column<Row>[];
  readonly widths: readonly number[];
  readonly layout: ColumnLayout;
  readonly changeLayout: (layout: ColumnLayout) => void;
  readonly state: GridState;
  readonly change: (change: (state: GridState) => GridState) => void;
  readonly commits: Commits;
  readonly pageRows: number;
  readonly openMenu: (place: Place) => void;
};

/** The address of a place, if its row is loaded. */
export function cellAt<Row>({ props, columns }: GridContext<Row>, place: Place): CellAddress | undefined {
  const column = columns[place.column];
  if (column === undefined || place.row < 0 || place.row >= props.source.count) return undefined;
  const row = props.source.at(place.row);
  return row.kind === 'placeholder' ? undefined : { rowKey: row.key, columnId: column.id };
}

/** How the cell at a place is edited, if it can be. */
export function editorAt<Row>({ props, columns }: GridContext<Row>, place: Place): CellEditor | undefined {
  if (!props.onCommit) return undefined;
  const value = valueAt(props.source, place.row);
  const column = columns[place.column];
  return value === undefined || column === undefined ? undefined : editorOf(column, value);
}

/** Whether Tab stops at a place. */
export function isTabStop<Row>(grid: GridContext<Row>, place: Place): boolean {
  const value = valueAt(grid.props.source, place.row);
  const column = grid.columns[place.column];
  return value !== undefined && column !== undefined && !isPassedBy(column, value) && !!editorAt(grid, place);
}

/** The selected rectangles; whole rows in a list. */
export function rangesOf<Row>({ props, columns, state }: GridContext<Row>): readonly CellRange[] {
  return selectedRanges(state.selection, state.active, props.select === 'rows' ? columns.length : undefined);
}
