// Which columns are shown, in which order and how wide, for the width the grid has now.
import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { GridProps } from './grid-props.ts';
import type { Column } from './model/column.ts';
import { type ColumnLayout, fitWidths, shownColumns, untouchedLayout } from './model/column-layout.ts';

export type GridColumns<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly widths: readonly number[];
  readonly totalWidth: number;
  /** For `grid-template-columns`. */
  readonly template: string;
  readonly layout: ColumnLayout;
  readonly changeLayout: (layout: ColumnLayout) => void;
};

export function useGridColumns<Row>(
  root: RefObject<HTMLElement | null>,
  { columns, layout: given, onLayoutChange }: GridProps<Row>,
): GridColumns<Row> {
  const available = useInnerWidth(root);
  const [own, setOwn] = useState(untouchedLayout);
  const layout = given ?? own;
  const shown = useMemo(() => shownColumns(columns, layout), [columns, layout]);
  const widths = useMemo(() => fitWidths(shown, layout, available), [shown, layout, available]);
  return {
    columns: shown,
    widths,
    totalWidth: widths.reduce((sum, width) => sum + width, 0),
    template: widths.map((width) => `${width}px`).join(' '),
    layout,
    changeLayout: (next) => {
      setOwn(next);
      onLayoutChange?.(next);
    },
  };
}

function useInnerWidth(root: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const measure = (): void => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);
  return width;
}
