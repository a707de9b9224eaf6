// The product's grid: a list of any length and a sheet to type into, by keyboard, for eyes and for screen readers.
import { type CSSProperties, type KeyboardEvent, useId, useRef, useState } from 'react';
import { ContextMenu } from '../actions/context-menu.tsx';
import { useRowHeight } from '../theme/density.ts';
import { columnCommands } from './acts/column-menu.ts';
import { CellOverlay } from './parts/cell-overlay.tsx';
import './grid.css';
import { perform } from './acts/grid-actions.ts';
import { gridPointer } from './acts/grid-pointer.ts';
import { pressOf } from './acts/key-press.ts';
import { useGridClipboard } from './acts/use-grid-clipboard.ts';
import { cellAt, editorAt, type GridContext, rangesOf } from './grid-context.ts';
import type { GridProps } from './grid-props.ts';
import { type GridAction, gridAction } from './model/keyboard.ts';
import { headerRow, type Place, selectedColumns } from './model/selection.ts';
import { GridFooter } from './parts/grid-footer.tsx';
import { GridHeader } from './parts/grid-header.tsx';
import { GridRow } from './parts/grid-row.tsx';
import { useCommits } from './use-commits.ts';
import { useGridColumns } from './use-grid-columns.ts';
import { useGridFocus } from './use-grid-focus.ts';
import { useGridHandle } from './use-grid-handle.ts';
import { useGridRows } from './use-grid-rows.ts';
import { useGridState } from './use-grid-state.ts';
import { useScrollAcross } from './use-scroll-across.ts';
import { useTelling } from './use-telling.ts';

export function Grid<Row>(props: GridProps<Row>) {
  const { source, label, select = 'cells' } = props;
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const sized = useGridColumns(root, props);
  const { state, change } = useGridState(props, sized.columns);
  const commits = useCommits(props);
  const rows = useGridRows({ root, source, rowHeight, active: state.active, hasFooter: props.footer !== undefined });
  const [menuAt, setMenuAt] = useState<DOMRect>();
  const focus = useGridFocus(root, state);

  const grid: GridContext<Row> = {
    props,
    ...sized,
    state,
    change,
    commits,
    pageRows: rows.pageRows,
    openMenu: (place) => setMenuAt(rectOf(root.current, place)),
  };
  useGridClipboard(root, grid);
  useTelling(grid);
  useScrollAcross(root, grid);
  useGridHandle(grid, focus.claim);

  const escaped = useRef(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    const leaving = escaped.current && event.key === 'Tab';
    escaped.current = false;
    const cell = cellAt(grid, state.active);
    const offered = !state.editing || /^F\d/.test(event.key);
    if (event.defaultPrevented || leaving || (cell && offered && props.onKey?.(event, cell))) return;
    if (state.editing) return;
    const action = gridAction(pressOf(event), situationOf(grid));
    if (!action) return;
    if (perform(action, grid)) event.preventDefault();
    else if (action.kind === 'escape') escaped.current = true;
    if (usesUp(action)) event.stopPropagation();
  };

  const ranges = rangesOf(grid);
  const wholeRows = select === 'rows';
  return (
    <div
      ref={root}
      className='ui-grid-scroller'
      data-sheet={props.onCommit ? true : undefined}
      onKeyDown={onKeyDown}
      {...gridPointer(grid)}
    >
      <div
        role='grid'
        className='ui-grid'
        aria-label={label}
        aria-rowcount={source.count + 1 + (props.footer ? 1 : 0)}
        aria-colcount={grid.columns.length}
        aria-multiselectable
        tabIndex={source.count === 0 && state.active.row !== headerRow ? 0 : -1}
        style={{ width: sized.totalWidth, '--ui-grid-columns': sized.template } as CSSProperties}
      >
        <GridHeader grid={grid} />
        <div role='rowgroup' className='ui-grid-body' style={{ height: rows.height }}>
          {rows.items.map(({ index, top }) => {
            const item = source.at(index);
            return (
              <GridRow
                key={index}
                gridId={id}
                index={index}
                top={top}
                item={item}
                columns={grid.columns}
                sheet={props.onCommit !== undefined}
                wholeRows={wholeRows}
                activeColumn={index === state.active.row ? state.active.column : -1}
                selected={selectedColumns(ranges, index, grid.columns.length)}
                kept={item.kind === 'placeholder' ? undefined : commits.keptIn(item.key)}
                markOf={props.markOf}
                rowToneOf={props.rowToneOf}
              />
            );
          })}
        </div>
        {props.footer && <GridFooter columns={grid.columns} footer={props.footer} rowIndex={source.count + 2} />}
      </div>
      {source.count === 0 && props.empty && <div className='ui-grid-empty'>{props.empty}</div>}
      <CellOverlay grid={grid} rowHeight={rowHeight} headHeight={rows.headHeight} />
      <GridMenu
        grid={grid}
        at={menuAt}
        onClose={() => {
          focus.claim();
          setMenuAt(undefined);
        }}
      />
    </div>
  );
}

function GridMenu<Row>({
  grid,
  at,
  onClose,
}: {
  readonly grid: GridContext<Row>;
  readonly at: DOMRect | undefined;
  readonly onClose: () => void;
}) {
  const { active } = grid.state;
  const column = grid.columns[active.column];
  const cell = cellAt(grid, active);
  const inHeader = active.row === headerRow;
  const commands = inHeader ? column && columnCommands(grid, column) : cell && grid.props.menuOf?.(cell);
  return <ContextMenu at={at} commands={at && commands ? commands : []} onClose={onClose} />;
}

function situationOf<Row>(grid: GridContext<Row>) {
  const { active } = grid.state;
  if (active.row === headerRow) return { where: 'header' } as const;
  return {
    where: 'cell',
    sheet: grid.props.onCommit !== undefined,
    editable: editorAt(grid, active) !== undefined,
    opens: grid.props.onActivate !== undefined,
  } as const;
}

/** Keys that write must not reach the page's own key handling. */
const usesUp = (action: GridAction): boolean => action.kind === 'edit';

function rectOf(root: HTMLElement | null, place: Place): DOMRect | undefined {
  return root?.querySelector(`[data-row="${place.row}"][data-column="${place.column}"]`)?.getBoundingClientRect();
}
