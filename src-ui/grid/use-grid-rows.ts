// Which rows are drawn: those in view, a few around them, and always the active one, so that the focus has a home.
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { RowSource } from './model/row-source.ts';
import type { Place } from './model/selection.ts';

export type GridRowsOptions<Row> = {
  readonly root: RefObject<HTMLElement | null>;
  readonly source: RowSource<Row>;
  readonly rowHeight: number;
  readonly active: Place;
  readonly hasFooter: boolean;
};

export function useGridRows<Row>({ root, source, rowHeight, active, hasFooter }: GridRowsOptions<Row>) {
  const headHeight = rowHeight + 4;
  const footHeight = hasFooter ? rowHeight + 2 : 0;
  const virtualizer = useVirtualizer({
    count: source.count,
    getScrollElement: () => root.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: footHeight,
    rangeExtractor: useCallback(
      (range: Range) => withRow(defaultRangeExtractor(range), active.row, range.count),
      [active.row],
    ),
  });

  const measured = useRef(rowHeight);
  useEffect(() => {
    if (measured.current === rowHeight) return;
    measured.current = rowHeight;
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  useEffect(() => {
    if (active.row < 0 || active.row >= source.count) return;
    // Most moves stay in view; asking the browser to scroll would make it lay the page out each time.
    const top = active.row * rowHeight - (virtualizer.scrollOffset ?? 0);
    const room = (virtualizer.scrollRect?.height ?? 0) - headHeight - footHeight;
    if (top < 0 || top + rowHeight > room) virtualizer.scrollToIndex(active.row, { align: 'auto' });
  }, [virtualizer, active.row, source.count, rowHeight, headHeight, footHeight]);

  const first = virtualizer.range?.startIndex;
  const last = virtualizer.range?.endIndex;
  useEffect(() => {
    if (first !== undefined && last !== undefined) source.want?.(first, last);
  }, [source, first, last]);

  const shownHeight = (virtualizer.scrollRect?.height ?? 0) - headHeight - footHeight;
  return {
    items: virtualizer.getVirtualItems().map(({ index }) => ({ index, top: index * rowHeight })),
    height: source.count * rowHeight,
    headHeight,
    pageRows: Math.max(1, Math.floor(shownHeight / rowHeight) - 1),
  };
}

function withRow(indexes: number[], row: number, count: number): number[] {
  if (row < 0 || row >= count || indexes.includes(row)) return indexes;
  return [...indexes, row].sort((one, other) => one - other);
}
