// Tells the page about the active cell and the selection after they changed.
import { useEffect, useRef } from 'react';
import { selectedRowKeys } from './acts/grid-actions.ts';
import { cellAt, type GridContext, rangesOf } from './grid-context.ts';
import type { GridSelection } from './grid-props.ts';

export function useTelling<Row>(grid: GridContext<Row>): void {
  const latest = useRef(grid);
  useEffect(() => {
    latest.current = grid;
  });

  const cell = cellAt(grid, grid.state.active);
  const rowKey = cell?.rowKey;
  const columnId = cell?.columnId;
  useEffect(() => {
    const isThere = rowKey !== undefined && columnId !== undefined;
    latest.current.props.onActiveChange?.(isThere ? { rowKey, columnId } : undefined);
  }, [rowKey, columnId]);

  const selection = grid.props.onSelectionChange ? JSON.stringify(selectionOf(grid)) : undefined;
  useEffect(() => {
    if (selection !== undefined) latest.current.props.onSelectionChange?.(JSON.parse(selection) as GridSelection);
  }, [selection]);
}

function selectionOf<Row>(grid: GridContext<Row>): GridSelection {
  const columns = new Set<string>();
  for (const range of rangesOf(grid))
    for (const column of grid.columns.slice(range.fromColumn, range.toColumn + 1)) columns.add(column.id);
  return { rowKeys: selectedRowKeys(grid), columnIds: [...columns] };
}
