// Scrolls sideways so that the active cell is in view.
import { type RefObject, useEffect } from 'react';
import type { GridContext } from './grid-context.ts';

export function useScrollAcross<Row>(root: RefObject<HTMLElement | null>, { state, widths }: GridContext<Row>): void {
  const { column } = state.active;
  const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const right = left + (widths[column] ?? 0);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    if (left < element.scrollLeft) element.scrollLeft = left;
    else if (right > element.scrollLeft + element.clientWidth) element.scrollLeft = right - element.clientWidth;
  }, [root, left, right]);
}
