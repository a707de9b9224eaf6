// Offers the commands of the estimate to the toolbar, the menu, the keys and the palette.
import { type RefObject, useCallback, useEffect, useState } from 'react';
import type { GridHandle, GridSelection } from '../../../src-ui/grid/grid-props.ts';
import { offerCommands } from '../../stores/command-board.ts';
import { toggleTotals } from '../../stores/shell.ts';
import type { LineActs } from './use-line-acts.ts';

export type LineCommands = {
  readonly grid: RefObject<GridHandle | null>;
  readonly acts: LineActs;
  readonly disabledReason: string | undefined;
  readonly onNewRow: (belowKey: string | undefined) => string | undefined;
};

/** Answers what the grid is to tell of its selection. */
export function useLineCommands({ grid, acts, disabledReason, onNewRow }: LineCommands) {
  const [selected, setSelected] = useState<readonly string[]>([]);

  const add = useCallback((): void => {
    const key = onNewRow(selected.at(-1));
    if (key !== undefined) grid.current?.goTo({ rowKey: key, columnId: 'operation' });
  }, [grid, onNewRow, selected]);

  useEffect(() => {
    const reason = disabledReason ?? (selected.length === 0 ? 'select a line first.' : undefined);
    return offerCommands({
      'line.add': { run: add, disabledReason },
      'line.duplicate': { run: () => acts.duplicate(selected), disabledReason: reason },
      'line.up': { run: () => acts.move(selected, -1), disabledReason: reason },
      'line.down': { run: () => acts.move(selected, 1), disabledReason: reason },
      'line.remove': { run: () => acts.remove(selected), disabledReason: reason },
      'view.totals': { run: toggleTotals },
      'screen.find': { run: () => grid.current?.focus() },
    });
  }, [selected, disabledReason, add, acts, grid]);

  return useCallback(({ rowKeys }: GridSelection) => setSelected(rowKeys), []);
}
