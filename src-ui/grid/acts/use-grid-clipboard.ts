// Copy, cut and paste while a cell has the focus.
import { type RefObject, useEffect, useRef } from 'react';
import { cellAt, editorAt, type GridContext, rangesOf } from '../grid-context.ts';
import { parseBlock, printBlock } from '../model/clipboard.ts';
import { keyAt, valueAt } from '../model/row-source.ts';
import { boundsOf, selectedRows } from '../model/selection.ts';
import { clearSelected, commitCell } from './grid-actions.ts';

/** On the document: with no text selected, the browser sends these events to its body. */
export function useGridClipboard<Row>(root: RefObject<HTMLElement | null>, grid: GridContext<Row>): void {
  const latest = useRef(grid);
  useEffect(() => {
    latest.current = grid;
  });
  useEffect(() => {
    const isOurs = (): boolean =>
      root.current?.contains(document.activeElement) === true &&
      document.activeElement?.getAttribute('role') === 'gridcell';
    const onCopy = (event: ClipboardEvent): void => {
      if (isOurs()) copy(event, latest.current);
    };
    const onCut = (event: ClipboardEvent): void => {
      if (!isOurs() || !latest.current.props.onCommit) return;
      copy(event, latest.current);
      clearSelected(latest.current);
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (isOurs()) paste(event, latest.current);
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
    };
  }, [root]);
}

function copy<Row>(event: ClipboardEvent, grid: GridContext<Row>): void {
  const bounds = boundsOf(rangesOf(grid));
  if (!bounds || !event.clipboardData) return;
  const columns = grid.columns.slice(bounds.fromColumn, bounds.toColumn + 1);
  const block: string[][] = [];
  let notLoaded = 0;
  for (let row = bounds.fromRow; row <= bounds.toRow; row += 1) {
    const value = valueAt(grid.props.source, row);
    if (value !== undefined) block.push(columns.map((column) => column.text(value)));
    else if (grid.props.source.at(row).kind === 'placeholder') notLoaded += 1;
  }
  event.clipboardData.setData('text/plain', printBlock(block));
  copyWhole(event.clipboardData, grid);
  event.preventDefault();
  grid.props.onCopied?.({ rows: block.length, notLoaded });
}

/** Only where every selected row is selected whole: a part of a row is a block of cells. */
function copyWhole<Row>(clipboard: DataTransfer, grid: GridContext<Row>): void {
  const { wholeRows, source } = grid.props;
  const ranges = rangesOf(grid);
  const wide = ranges.filter(({ fromColumn, toColumn }) => toColumn - fromColumn === grid.columns.length - 1);
  const rows = selectedRows(wide);
  if (wholeRows === undefined || rows.length < selectedRows(ranges).length) return;
  const text = wholeRows.copy(rows.flatMap((row) => keyAt(source, row) ?? []));
  if (text !== '') clipboard.setData(wholeRows.type, text);
}

function pasteWhole<Row>(clipboard: DataTransfer | null, grid: GridContext<Row>): boolean {
  const { wholeRows } = grid.props;
  const at = cellAt(grid, grid.state.active);
  const text = wholeRows === undefined ? '' : (clipboard?.getData(wholeRows.type) ?? '');
  return text !== '' && at !== undefined && wholeRows?.paste?.(text, at) === true;
}

function paste<Row>(event: ClipboardEvent, grid: GridContext<Row>): void {
  if (pasteWhole(event.clipboardData, grid)) {
    event.preventDefault();
    return;
  }
  const text = event.clipboardData?.getData('text/plain');
  const at = cellAt(grid, grid.state.active);
  if (!text || !at || !grid.props.onCommit) return;
  event.preventDefault();
  const block = parseBlock(text);
  const only = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
  if (only !== undefined) pasteOne(grid, only);
  else grid.props.onPaste?.({ at, block, columnIds: columnsFrom(grid), rowKeys: rowsFrom(grid, block.length) });
}

function pasteOne<Row>(grid: GridContext<Row>, text: string): void {
  const { active } = grid.state;
  const cell = cellAt(grid, active);
  if (!cell || !editorAt(grid, active)) return;
  commitCell(grid, cell, text);
}

const columnsFrom = <Row>({ columns, state }: GridContext<Row>): readonly string[] =>
  columns.slice(state.active.column).map((column) => column.id);

function rowsFrom<Row>({ props, state }: GridContext<Row>, count: number): readonly string[] {
  return Array.from({ length: count }, (_, offset) => keyAt(props.source, state.active.row + offset)).filter(
    (key) => key !== undefined,
  );
}
