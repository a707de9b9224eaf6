// Carries out what a key press means; answers whether the key is used up.
import type { GridContext } from '../grid-context.ts';
import { cellAt, editorAt, isTabStop, rangesOf } from '../grid-context.ts';
import type { CellAddress } from '../model/cell.ts';
import { moveColumn, resizeColumn } from '../model/column-layout.ts';
import { goTo, openEditor } from '../model/grid-state.ts';
import type { GridAction } from '../model/keyboard.ts';
import { type Field, type Move, moveFrom } from '../model/movement.ts';
import { boundsOf, isWide, type Place, selectedRows, selectOnly } from '../model/selection.ts';
import { pressSort } from '../model/sort.ts';

export function perform<Row>(action: GridAction, grid: GridContext<Row>): boolean {
  switch (action.kind) {
    case 'move':
      return move(grid, action.move, action.extend);
    case 'edit':
      return edit(grid, action.start);
    case 'escape':
      return stepBack(grid);
    case 'delete':
      return deleteSelected(grid);
    case 'select':
      return select(grid, action.what);
    case 'new-row':
      return newRow(grid);
    case 'activate':
      return activate(grid);
    case 'menu':
      grid.openMenu(grid.state.active);
      return true;
    case 'move-rows':
      return withRows(grid, grid.props.onMoveRows && ((keys) => grid.props.onMoveRows?.(keys, action.by)));
    case 'duplicate':
      return withRows(grid, grid.props.onDuplicateRows);
    case 'sort':
    case 'resize':
    case 'reorder':
      return headerAction(action, grid);
    default:
      return false;
  }
}

function move<Row>(grid: GridContext<Row>, by: Move, extend: boolean): boolean {
  const from = grid.state.active;
  const to = moveFrom(from, by, fieldOf(grid));
  if (to === from) return !by.startsWith('tab');
  moveTo(grid, to, by, extend);
  return true;
}

/** Tabs remember the column they began in; Enter goes back to it. */
export function moveTo<Row>(grid: GridContext<Row>, to: Place, by: Move, extend = false): void {
  const enters = by.startsWith('enter');
  const tabs = by.startsWith('tab');
  grid.change((state) => {
    const column = enters ? (state.runColumn ?? to.column) : to.column;
    const runColumn = tabs
      ? (state.runColumn ?? startOfRun(grid, state.active, to))
      : enters
        ? state.runColumn
        : undefined;
    const next = goTo(state, { row: to.row, column }, extend && to.row >= 0, grid.props.source);
    return { ...next, runColumn };
  });
}

/** A run that Tab begins beside the cells that are typed into begins with the first of them. */
const startOfRun = <Row>(grid: GridContext<Row>, from: Place, to: Place): number =>
  fieldOf(grid).isTabStop(from) ? from.column : to.column;

export function fieldOf<Row>(grid: GridContext<Row>): Field {
  const { source } = grid.props;
  return {
    rowCount: source.count,
    columnCount: grid.columns.length,
    pageRows: grid.pageRows,
    hasHeader: true,
    isStop: (row) => source.at(row).kind !== 'section',
    isTabStop: (place) => isTabStop(grid, place),
  };
}

function edit<Row>(grid: GridContext<Row>, start: 'value' | 'empty' | 'typed'): boolean {
  const cell = cellAt(grid, grid.state.active);
  const refused = cell && grid.commits.keptIn(cell.rowKey)?.get(cell.columnId);
  const shown = { source: grid.props.source, columns: grid.columns };
  grid.change((state) => {
    const opened = openEditor(state, shown, start === 'value' ? refused?.text : '');
    const caretKeys = start === 'value';
    return opened.editing
      ? { ...opened, editing: { ...opened.editing, caretKeys, error: caretKeys ? refused?.refusal : undefined } }
      : opened;
  });
  // The pressed key goes on to the editor that has the focus by then.
  return start !== 'typed';
}

function stepBack<Row>(grid: GridContext<Row>): boolean {
  const cell = cellAt(grid, grid.state.active);
  if (cell && grid.commits.keptIn(cell.rowKey)?.get(cell.columnId)?.refusal !== undefined) {
    forgetText(grid, cell);
    return true;
  }
  if (!isWide(rangesOf(grid), grid.props.select === 'rows')) return false;
  grid.change((state) => ({ ...state, selection: selectOnly(state.active) }));
  return true;
}

function deleteSelected<Row>(grid: GridContext<Row>): boolean {
  if (grid.props.onDeleteRows) return withRows(grid, grid.props.onDeleteRows);
  if (!grid.props.onCommit) return false;
  clearSelected(grid);
  return true;
}

/** Commits nothing into each selected cell that holds something. */
export function clearSelected<Row>(grid: GridContext<Row>): void {
  const { source } = grid.props;
  for (const range of rangesOf(grid))
    for (let row = range.fromRow; row <= range.toRow; row += 1)
      for (let column = range.fromColumn; column <= range.toColumn; column += 1) {
        const cell = cellAt(grid, { row, column });
        const item = source.at(row);
        if (
          !cell ||
          item.kind !== 'row' ||
          !editorAt(grid, { row, column }) ||
          grid.columns[column]?.text(item.value) === ''
        )
          continue;
        commitCell(grid, cell, '');
      }
}

/** Commits a text without an editor; what is refused at once is kept at its cell. */
export function commitCell<Row>(grid: GridContext<Row>, cell: CellAddress, text: string): void {
  const refusal = grid.commits.send({ ...cell, text, shown: text });
  if (refusal !== undefined) grid.commits.keep(cell, { text, shown: text, refusal });
  grid.props.onDraft?.(cell, refusal && text);
}

/** Gives up a text that was kept at its cell. */
export function forgetText<Row>(grid: GridContext<Row>, cell: CellAddress): void {
  grid.commits.forget(cell);
  grid.props.onDraft?.(cell, undefined);
}

function select<Row>(grid: GridContext<Row>, what: 'all' | 'row' | 'column'): boolean {
  const last = { row: grid.props.source.count - 1, column: grid.columns.length - 1 };
  const chosen = boundsOf(rangesOf(grid));
  grid.change((state) => {
    const { fromRow: from, toRow: to } = chosen ?? { fromRow: state.active.row, toRow: state.active.row };
    const rows = what === 'row' ? { from, to } : { from: 0, to: last.row };
    const columns =
      what === 'column' ? { from: state.active.column, to: state.active.column } : { from: 0, to: last.column };
    const range = { fromRow: rows.from, toRow: rows.to, fromColumn: columns.from, toColumn: columns.to };
    return { ...state, selection: { anchor: state.active, others: [range] } };
  });
  return true;
}

/** Makes a row below the active one and goes there once it is in the list. */
export function newRow<Row>(grid: GridContext<Row>): boolean {
  if (!grid.props.onNewRow) return false;
  const go = (key: string | undefined): void => {
    if (key !== undefined) grid.change((state) => ({ ...state, wanted: { rowKey: key, columnId: undefined } }));
  };
  const answer = grid.props.onNewRow(grid.state.activeKey);
  if (answer instanceof Promise) void answer.then(go);
  else go(answer);
  return true;
}

function activate<Row>(grid: GridContext<Row>): boolean {
  const cell = cellAt(grid, grid.state.active);
  if (!cell || !grid.props.onActivate) return false;
  grid.props.onActivate(cell.rowKey);
  return true;
}

function withRows<Row>(grid: GridContext<Row>, run: ((keys: readonly string[]) => void) | undefined): boolean {
  if (!run) return false;
  const keys = selectedRowKeys(grid);
  if (keys.length > 0) run(keys);
  return true;
}

/** Keys of the selected rows that are loaded and real. */
export function selectedRowKeys<Row>(grid: GridContext<Row>): readonly string[] {
  return selectedRows(rangesOf(grid)).flatMap((index) => {
    const row = index < grid.props.source.count ? grid.props.source.at(index) : undefined;
    return row?.kind === 'row' ? [row.key] : [];
  });
}

function headerAction<Row>(
  action: GridAction & { kind: 'sort' | 'resize' | 'reorder' },
  grid: GridContext<Row>,
): boolean {
  const at = grid.state.active.column;
  const column = grid.columns[at];
  if (!column) return false;
  if (action.kind === 'sort') {
    if (column.sortable) grid.props.onSortChange?.(pressSort(grid.props.sort ?? [], column.id, action.add));
    return true;
  }
  if (action.kind === 'resize') {
    grid.changeLayout(resizeColumn(grid.layout, column, (grid.widths[at] ?? column.width) + action.by));
    return true;
  }
  const next = moveColumn(grid.layout, grid.props.columns, column.id, action.by);
  if (next !== grid.layout) {
    grid.changeLayout(next);
    grid.change((state) => goTo(state, { ...state.active, column: at + action.by }, false, grid.props.source));
  }
  return true;
}
