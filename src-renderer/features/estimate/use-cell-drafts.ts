// Keeps each keystroke in a cell under the place of its line, and brings such text back to its cell.
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { isUuid, type LineId, type WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import type { GridHandle } from '../../../src-ui/grid/grid-props.ts';
import type { CellAddress, CellDraft } from '../../../src-ui/grid/model/cell.ts';
import { offerCells } from '../../stores/workfile/cells.ts';
import { noteDraft, typedTexts } from '../../stores/workfile/drafts.ts';
import { cellPlace, isCell, placeOf } from '../../stores/workfile/places.ts';
import { sheetOf, toggleSection, useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { readCell, wordCell } from './line-cell.ts';
import { newLine } from './line-row.ts';
import { headingOf } from './line-sections.ts';
import type { RowLines } from './use-row-book.ts';

/** Lets the page commit text in a cell and go to it; answers how to tell which one is active. */
export function useOfferedCells(
  workfileId: WorkfileId,
  { lineOf, isFree }: Pick<RowLines, 'lineOf' | 'isFree'>,
  { grid, openField }: { readonly grid: RefObject<GridHandle | null>; readonly openField: (place: string) => void },
) {
  const active = useRef<CellAddress>(undefined);
  const goToProperty = useCallback(
    (place: string): void => {
      grid.current?.goTo({ rowKey: placeOf(place).id, columnId: 'description' });
      openField(place);
    },
    [grid, openField],
  );
  useEffect(
    () =>
      offerCells(workfileId, {
        commit: (place, text) => grid.current?.commit(cellOf(place), text),
        goTo: (place) => {
          openSectionOf(workfileId, placeOf(place).id);
          if (isCell(placeOf(place))) grid.current?.goTo(cellOf(place));
          else goToProperty(place);
        },
        has: (place) => {
          const id = placeOf(place).id as LineId;
          return lineOf(id) !== undefined || isFree(id);
        },
        active: () => active.current && cellPlace(active.current.rowKey, active.current.columnId),
      }),
    [workfileId, lineOf, isFree, grid, goToProperty],
  );
  return useCallback((cell: CellAddress | undefined): void => {
    active.current = cell;
  }, []);
}

/** A line is gone to: its section must be open. */
function openSectionOf(workfileId: WorkfileId, lineId: string): void {
  const { closed } = useWorkfiles.getState().open[workfileId] ?? {};
  const heading = headingOf(sheetOf(workfileId)?.lines ?? [], lineId);
  const isHidden = heading !== undefined && heading !== lineId && closed?.has(heading) === true;
  if (isHidden) toggleSection(workfileId, heading);
}

/** Tells the grid's keystrokes on. */
export function useCellDrafts(workfileId: WorkfileId, { touch, leave }: Pick<RowLines, 'touch' | 'leave'>) {
  return useCallback(
    ({ rowKey, columnId }: CellAddress, text: string | undefined): void => {
      // The time of an automatic row has no place of its own before it is set.
      if (isRowKey(rowKey)) return;
      (text === undefined ? leave : touch)(rowKey as LineId);
      noteDraft(workfileId, cellPlace(rowKey, columnId), text);
    },
    [workfileId, touch, leave],
  );
}

export type Drafted = {
  readonly cells: readonly CellDraft[];
  /** Lines to be that have such a cell. */
  readonly newLines: readonly LineId[];
};

/** What stands in cells without being in their lines; the cell typed into last before a crash is open. */
export function draftedCells(workfileId: WorkfileId): Drafted {
  const lines = new Map<string, Line>(sheetOf(workfileId)?.lines.map((line) => [line.id, line]));
  const restored = useWorkfiles.getState().open[workfileId]?.restored ?? [];
  const last = restored.filter(({ place }) => isCell(placeOf(place))).toSorted((a, b) => a.keptAt - b.keptAt);
  const cells = Object.entries(typedTexts(workfileId)).flatMap(([place, text]) => {
    if (!isCell(placeOf(place))) return [];
    const cell = cellOf(place);
    const read = readCell(lines.get(cell.rowKey) ?? newLine, cell.columnId, text);
    return [{ cell, text, reason: read.ok ? unsaved : wordCell(read.failure), open: place === last.at(-1)?.place }];
  });
  const unknown = cells.map(({ cell }) => cell.rowKey as LineId).filter((id) => !lines.has(id));
  return { cells, newLines: [...new Set(unknown)] };
}

const isRowKey = (key: string): boolean => !isUuid(key);

const unsaved = 'Not saved yet. F2 and Enter save it, Esc gives it up.';

function cellOf(place: string): CellAddress {
  const { id, field } = placeOf(place);
  return { rowKey: id, columnId: field };
}
