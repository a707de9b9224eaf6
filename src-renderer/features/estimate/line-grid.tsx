// The estimate's lines as a sheet to type into.
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { printHours } from '../../../src-shared/base/hours.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { printMoney } from '../../../src-shared/base/money.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import { subtotals } from '../../../src-shared/domain/estimate/subtotals.ts';
import type { Command } from '../../../src-ui/actions/command.ts';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { GridHandle } from '../../../src-ui/grid/grid-props.ts';
import type { CellAddress } from '../../../src-ui/grid/model/cell.ts';
import { type ColumnLayout, parseLayout } from '../../../src-ui/grid/model/column-layout.ts';
import { plainKeys, plainLabel, runCommand, useCommandBoard, whyNot } from '../../stores/command-board.ts';
import { readLayout, rememberLayout, useSettings } from '../../stores/settings.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { lineColumns } from './line-columns.tsx';
import { createLineRows } from './line-row.ts';
import { lineCommands } from './line-toolbar.tsx';
import { draftedCells, useCellDrafts, useOfferedCells } from './use-cell-drafts.ts';
import { useLineActs } from './use-line-acts.ts';
import { useLineCommands } from './use-line-commands.ts';
import { useLineCommits } from './use-line-commits.ts';
import { useLineConflicts } from './use-line-conflicts.ts';
import { useLinePaste } from './use-line-paste.ts';
import { useRowBook } from './use-row-book.ts';

export type LineGridProps = {
  readonly workfileId: WorkfileId;
  readonly disabledReason: string | undefined;
  readonly onActiveLine: (lineId: string | undefined) => void;
};

export const LineGrid = memo(function LineGrid({ workfileId, disabledReason, onActiveLine }: LineGridProps) {
  const lines = useSheet(workfileId, (sheet) => sheet.lines);
  const grid = useRef<GridHandle>(null);
  const [drafted] = useState(() => draftedCells(workfileId));
  const rows = useRowBook(workfileId, drafted.newLines);
  const [rowsOf] = useState(createLineRows);
  const canEdit = disabledReason === undefined;
  const source = useArrayRows(
    useMemo(() => rowsOf(lines, canEdit ? rows.book : undefined), [rowsOf, lines, rows.book, canEdit]),
  );
  const onDraft = useCellDrafts(workfileId, rows);
  const noteActive = useOfferedCells(workfileId, rows, grid);
  const commits = useLineCommits(workfileId, rows, onDraft);
  const { onPaste, markOf: pasteMarkOf, clearMark } = useLinePaste(workfileId, rows);
  const conflicts = useLineConflicts(workfileId);
  const markOf = useCallback(
    (rowKey: string, columnId: string) => pasteMarkOf(rowKey, columnId) ?? conflicts.markAt({ rowKey, columnId }),
    [pasteMarkOf, conflicts],
  );
  const acts = useLineActs(workfileId, rows);
  const onSelectionChange = useLineCommands({ grid, acts, disabledReason, onNewRow: commits.onNewRow });
  const layout = useLayout();
  const footer = useMemo(() => footerOf(lines), [lines]);
  const sheet = canEdit
    ? {
        onCommit: (cell: CellAddress, text: string) => {
          clearMark(cell);
          return commits.onCommit(cell, text);
        },
        drafts: drafted.cells,
        onDraft,
        onPaste,
        onNewRow: commits.onNewRow,
        onDeleteRows: acts.remove,
        onMoveRows: acts.move,
        onDuplicateRows: acts.duplicate,
      }
    : {};

  return (
    <Grid
      ref={grid}
      label='Estimate lines'
      columns={lineColumns}
      source={source}
      layout={layout}
      onLayoutChange={(next) => void rememberLayout(layoutName, next)}
      footer={footer}
      markOf={markOf}
      menuOf={(cell) => [...conflicts.commandsAt(cell), ...lineMenu()]}
      onKey={(event, cell) => {
        const isChoice = event.key === 'F8' && conflicts.choose(cell);
        if (isChoice) event.preventDefault();
        return isChoice;
      }}
      onSelectionChange={onSelectionChange}
      onActiveChange={(cell) => {
        noteActive(cell);
        onActiveLine(cell?.rowKey);
      }}
      {...sheet}
    />
  );
});

const layoutName = 'estimate-lines';

function useLayout(): ColumnLayout {
  const settings = useSettings((state) => state.settings);
  return useMemo(() => parseLayout(readLayout(settings, layoutName)), [settings]);
}

function footerOf(lines: readonly Line[]) {
  const { price, labor, paint } = subtotals(lines);
  return {
    description: 'Subtotals',
    extended: printMoney(price),
    labor: printHours(labor),
    paint: printHours(paint),
  };
}

const lineMenu = (): readonly Command[] => {
  const { boards } = useCommandBoard.getState();
  return lineCommands.map(({ id, icon }) => ({
    id,
    icon,
    title: plainLabel(id),
    keys: id === 'line.remove' ? 'Delete' : plainKeys(id),
    disabledReason: whyNot(boards, id),
    danger: id === 'line.remove',
    run: () => runCommand(id),
  }));
};
