// The estimate's lines as a sheet to type into.
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { printHours } from '../../../src-shared/base/hours.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { printMoney } from '../../../src-shared/base/money.ts';
import type { SheetLine } from '../../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import { subtotals } from '../../../src-shared/domain/estimate/subtotals.ts';
import type { CommandId } from '../../../src-shared/ipc/commands.ts';
import type { Command } from '../../../src-ui/actions/command.ts';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { GridHandle } from '../../../src-ui/grid/grid-props.ts';
import type { CellAddress, RowTone } from '../../../src-ui/grid/model/cell.ts';
import { type ColumnLayout, parseLayout } from '../../../src-ui/grid/model/column-layout.ts';
import type { IconName } from '../../../src-ui/icons/icon.tsx';
import { plainKeys, plainLabel, runCommand, useCommandBoard, whyNot } from '../../stores/command-board.ts';
import { readLayout, rememberLayout, useSettings } from '../../stores/settings.ts';
import { usePricedSheet } from '../../stores/workfile/priced-sheet.ts';
import { useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { AutomaticStrip } from './automatic/automatic-strip.tsx';
import { useLineColumns } from './line-columns.tsx';
import { createLineRows, type LineRow, type RowBook } from './line-row.ts';
import { lineCommands } from './line-toolbar.tsx';
import { draftedCells, useCellDrafts, useOfferedCells } from './use-cell-drafts.ts';
import { useLineActs } from './use-line-acts.ts';
import { useLineAlerts } from './use-line-alerts.ts';
import { useLineCommands } from './use-line-commands.ts';
import { useLineCommits } from './use-line-commits.ts';
import { useLineConflicts } from './use-line-conflicts.ts';
import { useLineDialogs } from './use-line-dialogs.tsx';
import { useLinePaste } from './use-line-paste.ts';
import { useLineVersions } from './use-line-versions.ts';
import { usePartCodes } from './use-part-codes.ts';
import { useRowBook } from './use-row-book.ts';
import { useWholeLines } from './use-whole-lines.ts';

export type LineGridProps = {
  readonly workfileId: WorkfileId;
  readonly disabledReason: string | undefined;
  readonly onActiveLine: (lineId: string | undefined) => void;
};

export const LineGrid = memo(function LineGrid({ workfileId, disabledReason, onActiveLine }: LineGridProps) {
  const { lines } = usePricedSheet(workfileId).sheet;
  const grid = useRef<GridHandle>(null);
  const [drafted] = useState(() => draftedCells(workfileId));
  const rows = useRowBook(workfileId, drafted.newLines);
  const canEdit = disabledReason === undefined;
  const source = useLineSource(workfileId, canEdit ? rows.book : undefined);
  const partCodes = usePartCodes();
  const columns = useLineColumns(partCodes);
  const onDraft = useCellDrafts(workfileId, rows);
  const { dialogs, shown } = useLineDialogs(workfileId, disabledReason);
  const noteActive = useOfferedCells(workfileId, rows, { grid, openField: dialogs.openField });
  const commits = useLineCommits(workfileId, rows, { onDraft, partCodes });
  const { onPaste, markOf: pasteMarkOf, clearMark } = useLinePaste(workfileId, rows);
  const wholeRows = useWholeLines(workfileId, { rows, canEdit });
  const conflicts = useLineConflicts(workfileId);
  const markOf = useCallback(
    (rowKey: string, columnId: string) => pasteMarkOf(rowKey, columnId) ?? conflicts.markAt({ rowKey, columnId }),
    [pasteMarkOf, conflicts],
  );
  const acts = useLineActs(workfileId, rows);
  const onSelectionChange = useLineCommands({ grid, acts, disabledReason, onNewRow: commits.onNewRow, dialogs });
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
    <div className='line-sheet'>
      <Grid
        ref={grid}
        label='Estimate lines'
        columns={columns}
        source={source}
        layout={layout}
        onLayoutChange={(next) => void rememberLayout(layoutName, next)}
        footer={footer}
        wholeRows={wholeRows}
        markOf={markOf}
        rowToneOf={toneOf}
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
      <AutomaticStrip workfileId={workfileId} />
      {shown}
    </div>
  );
});

/** The rows of the grid: lines and their automatic rows in open sections, and the blank ones at the end. */
function useLineSource(workfileId: WorkfileId, book: RowBook | undefined) {
  const { lines } = usePricedSheet(workfileId).sheet;
  const closed = useWorkfiles(({ open }) => open[workfileId]?.closed ?? nothingClosed);
  const alerts = useLineAlerts(workfileId);
  const versionOf = useLineVersions(workfileId);
  const [rowsOf] = useState(createLineRows);
  return useArrayRows(
    useMemo(() => rowsOf({ lines, book, closed, alerts, versionOf }), [rowsOf, lines, book, closed, alerts, versionOf]),
  );
}

const nothingClosed: ReadonlySet<string> = new Set();

/** Automatic rows are quieter than what somebody wrote. */
const toneOf = ({ line }: LineRow): RowTone | undefined => (line.row === undefined ? undefined : 'muted');

const layoutName = 'estimate-lines';

function useLayout(): ColumnLayout {
  const settings = useSettings((state) => state.settings);
  return useMemo(() => parseLayout(readLayout(settings, layoutName)), [settings]);
}

function footerOf(lines: readonly SheetLine[]) {
  const { price, labor, paint } = subtotals(lines);
  return {
    description: 'Subtotals',
    extended: printMoney(price),
    labor: printHours(labor),
    paint: printHours(paint),
  };
}

const menuCommands: readonly { readonly id: CommandId; readonly icon?: IconName }[] = [
  ...lineCommands,
  { id: 'line.why', icon: 'info' },
  { id: 'line.mark-open' },
  { id: 'section.toggle' },
];

const lineMenu = (): readonly Command[] => {
  const { boards } = useCommandBoard.getState();
  return menuCommands.map(({ id, icon }) => ({
    id,
    icon,
    title: plainLabel(id),
    keys: id === 'line.remove' ? 'Delete' : plainKeys(id),
    disabledReason: whyNot(boards, id),
    danger: id === 'line.remove',
    run: () => runCommand(id),
  }));
};
