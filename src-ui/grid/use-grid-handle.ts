// What the page may ask of a grid: take the focus, go to a cell, open its editor, commit a text.
import { useImperativeHandle } from 'react';
import { commitCell } from './acts/grid-actions.ts';
import type { GridContext } from './grid-context.ts';
import type { CellAddress } from './model/cell.ts';
import type { Wanted } from './model/grid-state.ts';

/** `claimFocus` makes the grid take the focus at its next drawing. */
export function useGridHandle<Row>(grid: GridContext<Row>, claimFocus: () => void): void {
  const { change } = grid;
  useImperativeHandle(grid.props.ref, () => {
    const want = (wanted: Wanted): void => {
      claimFocus();
      change((state) => ({ ...state, wanted }));
    };
    return {
      focus: () => {
        claimFocus();
        change((state) => ({ ...state }));
      },
      goTo: (cell: CellAddress) => want(cell),
      edit: (cell: CellAddress, text?: string) => want({ ...cell, edit: text === undefined ? {} : { text } }),
      commit: (cell: CellAddress, text: string) => commitCell(grid, cell, text),
    };
  });
}
