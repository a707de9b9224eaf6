// Holds where a person stands and types, always fitted to the rows and columns of this moment.
import { useCallback, useMemo, useState } from 'react';
import type { GridProps } from './grid-props.ts';
import type { Column } from './model/column.ts';
import { follow, type GridState, initialState } from './model/grid-state.ts';

export function useGridState<Row>({ source, drafts, onCommit }: GridProps<Row>, columns: readonly Column<Row>[]) {
  const [stored, setStored] = useState(() =>
    initialState(
      onCommit ? firstTyped(columns) : 0,
      drafts?.find(({ open }) => open),
    ),
  );
  const state = useMemo(() => follow(stored, { source, columns }), [stored, source, columns]);
  // What was followed becomes what is stored, so that a later change is followed from here.
  if (state !== stored) setStored(state);
  const change = useCallback((to: (state: GridState) => GridState) => setStored(to), []);
  return { state, change };
}

/** A sheet is entered where something can be typed. */
const firstTyped = <Row>(columns: readonly Column<Row>[]): number =>
  Math.max(
    0,
    columns.findIndex(({ editor, passedBy }) => editor !== undefined && passedBy !== true),
  );
