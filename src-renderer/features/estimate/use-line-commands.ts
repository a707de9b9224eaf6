// Offers the commands of the estimate to the toolbar, the menu, the keys and the palette.
import { type RefObject, useCallback, useEffect, useState } from 'react';
import type { GridHandle, GridSelection } from '../../../src-ui/grid/grid-props.ts';
import { offerCommands } from '../../stores/command-board.ts';
import { noteSelectedLines } from '../../stores/library/my-lines.ts';
import { toggleSide } from '../../stores/shell.ts';
import type { LineActs } from './use-line-acts.ts';

export type LineCommands = {
  readonly grid: RefObject<GridHandle | null>;
  readonly acts: LineActs;
  readonly disabledReason: string | undefined;
  readonly onNewRow: (belowKey: string | undefined) => string | undefined;
  readonly dialogs: LineDialogs;
};

/** What can be opened of lines. */
export type LineDialogs = {
  readonly openProperties: (rowKeys: readonly string[]) => void;
  /** Opens the properties of a line at a field that no cell shows. */
  readonly openField: (place: string) => void;
  readonly openWhy: (rowKey: string) => void;
  /** Why there is nothing to explain. */
  readonly whyReason: (rowKey: string | undefined) => string | undefined;
  readonly toggleSection: (rowKey: string) => void;
};

/** Answers what the grid is to tell of its selection. */
export function useLineCommands({ grid, acts, disabledReason, onNewRow, dialogs }: LineCommands) {
  const [selected, setSelected] = useState<readonly string[]>([]);

  const add = useCallback((): void => {
    const key = onNewRow(selected.at(-1));
    if (key !== undefined) grid.current?.goTo({ rowKey: key, columnId: 'operation' });
  }, [grid, onNewRow, selected]);

  useEffect(() => {
    const [first] = selected;
    const noLine = first === undefined ? 'select a line first.' : undefined;
    const reason = disabledReason ?? noLine;
    return offerCommands({
      'line.add': { run: add, disabledReason },
      'line.duplicate': { run: () => acts.duplicate(selected), disabledReason: reason },
      'line.up': { run: () => acts.move(selected, -1), disabledReason: reason },
      'line.down': { run: () => acts.move(selected, 1), disabledReason: reason },
      'line.remove': { run: () => acts.remove(selected), disabledReason: reason },
      'line.mark-open': { run: () => acts.markOpen(selected), disabledReason: reason },
      'line.properties': { run: () => dialogs.openProperties(selected), disabledReason: noLine },
      'line.why': { run: () => dialogs.openWhy(first ?? ''), disabledReason: noLine ?? dialogs.whyReason(first) },
      'section.toggle': { run: () => dialogs.toggleSection(first ?? ''), disabledReason: noLine },
      'view.totals': { run: () => toggleSide('totals') },
      'estimate.problems': { run: () => toggleSide('problems') },
      'screen.find': { run: () => grid.current?.focus() },
    });
  }, [selected, disabledReason, add, acts, grid, dialogs]);

  return useCallback(({ rowKeys }: GridSelection) => {
    setSelected(rowKeys);
    noteSelectedLines(rowKeys);
  }, []);
}
