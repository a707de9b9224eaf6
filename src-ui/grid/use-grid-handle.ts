// What the page may ask of a grid: take the focus, go to a cell, open its editor.
import { useImperativeHandle } from 'react';
import type { GridProps } from './grid-props.ts';
import type { CellAddress } from './model/cell.ts';
import type { GridState, Wanted } from './model/grid-state.ts';

type Means = {
  readonly change: (change: (state: GridState) => GridState) => void;
  /** Makes the grid take the focus at its next drawing. */
  readonly claimFocus: () => void;
};

export function useGridHandle<Row>(ref: GridProps<Row>['ref'], { change, claimFocus }: Means): void {
  useImperativeHandle(ref, () => {
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
    };
  });
}
