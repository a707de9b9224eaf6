// The mouse in the grid: click, Shift, Ctrl, drag over cells, double click, right click.
import type { MouseEvent, PointerEvent } from 'react';
import { editorAt, type GridContext, rangesOf } from '../grid-context.ts';
import { goTo } from '../model/grid-state.ts';
import { type Place, rangeBetween } from '../model/selection.ts';
import { perform } from './grid-actions.ts';

export function gridPointer<Row>(grid: GridContext<Row>) {
  const { source } = grid.props;
  return {
    onPointerDown: (event: PointerEvent): void => {
      const place = placeUnder(event.target);
      if (!place || place.row < 0 || event.button === 1) return;
      if (event.button === 2 && isSelected(grid, place)) return;
      if (grid.state.editing) leaveEditor();
      grid.change((state) => {
        const next = goTo(state, place, event.shiftKey, source);
        if (!event.ctrlKey || event.shiftKey) return next;
        const kept = [...state.selection.others, rangeBetween(state.selection.anchor, state.active)];
        return { ...next, selection: { anchor: place, others: kept } };
      });
    },
    onPointerMove: (event: PointerEvent): void => {
      if (event.buttons !== 1 || grid.state.editing || event.ctrlKey) return;
      const place = placeUnder(event.target);
      const { active } = grid.state;
      if (!place || place.row < 0 || active.row < 0) return;
      if (place.row !== active.row || place.column !== active.column)
        grid.change((state) => goTo(state, place, true, source));
    },
    onDoubleClick: (event: MouseEvent): void => {
      const place = placeUnder(event.target);
      if (!place || place.row < 0) return;
      perform(editorAt(grid, place) ? { kind: 'edit', start: 'value' } : { kind: 'activate' }, grid);
    },
    onContextMenu: (event: MouseEvent): void => {
      const place = placeUnder(event.target);
      if (!place) return;
      event.preventDefault();
      if (place.row < 0) grid.change((state) => goTo(state, place, false, source));
      grid.openMenu(place);
    },
  };
}

/** Its text is committed before the place changes; by itself the editor would lose the focus only afterwards. */
function leaveEditor(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function placeUnder(target: EventTarget): Place | undefined {
  if (!(target instanceof Element)) return undefined;
  const cell = target.closest<HTMLElement>('[data-column]');
  if (!cell) return undefined;
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}

function isSelected<Row>(grid: GridContext<Row>, place: Place): boolean {
  return rangesOf(grid).some(
    (range) =>
      place.row >= range.fromRow &&
      place.row <= range.toRow &&
      place.column >= range.fromColumn &&
      place.column <= range.toColumn,
  );
}
