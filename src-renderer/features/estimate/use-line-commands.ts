// Offers the commands of the estimate to the toolbar, the menu, the keys and the palette.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
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
  const [[first], setSelected] = useState<readonly string[]>([]);
  // Keys follow each other faster than commands are offered anew: what runs takes this one.
  const latest = useRef<readonly string[]>([]);

  const add = useCallback((): void => {
    const key = onNewRow(latest.current.at(-1));
    if (key !== undefined) grid.current?.goTo({ rowKey: key, columnId: 'operation' });
  }, [grid, onNewRow]);

  useEffect(() => {
    const firstNow = (): string => latest.current[0] ?? '';
    const noLine = first === undefined ? 'select a line first.' : undefined;
    const reason = disabledReason ?? noLine;
    return offerCommands({
      'line.add': { run: add, disabledReason },
      'line.duplicate': { run: () => acts.duplicate(latest.current), disabledReason: reason },
      'line.up': { run: () => acts.move(latest.current, -1), disabledReason: reason },
      'line.down': { run: () => acts.move(latest.current, 1), disabledReason: reason },
      'line.remove': { run: () => acts.remove(latest.current), disabledReason: reason },
      'line.mark-open': { run: () => acts.markOpen(latest.current), disabledReason: reason },
      'line.properties': { run: () => dialogs.openProperties(latest.current), disabledReason: noLine },
      'line.why': { run: () => dialogs.openWhy(firstNow()), disabledReason: noLine ?? dialogs.whyReason(first) },
      'section.toggle': { run: () => dialogs.toggleSection(firstNow()), disabledReason: noLine },
      'view.totals': { run: () => toggleSide('totals') },
      'estimate.problems': { run: () => toggleSide('problems') },
      'screen.find': { run: () => grid.current?.focus() },
    });
  }, [first, disabledReason, add, acts, grid, dialogs]);

  return useCallback(({ rowKeys }: GridSelection) => {
    latest.current = rowKeys;
    setSelected(rowKeys);
    noteSelectedLines(rowKeys);
  }, []);
}
