// Rows that are all in memory, as a source for the grid.
import { useMemo } from 'react';
import { arraySource, type GridRow, type RowSource } from './model/row-source.ts';

/** Keep `rows` the same array while nothing changed. */
export function useArrayRows<Row>(rows: readonly GridRow<Row>[]): RowSource<Row> {
  return useMemo(() => arraySource(rows), [rows]);
}
