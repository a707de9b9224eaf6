// The heading row: names, sort marks, and edges that can be dragged.
import { type PointerEvent, useRef } from 'react';
import { Icon } from '../../icons/icon.tsx';
import type { GridContext } from '../grid-context.ts';
import { type Column, columnName } from '../model/column.ts';
import { resizeColumn } from '../model/column-layout.ts';
import { goTo } from '../model/grid-state.ts';
import { headerRow } from '../model/selection.ts';
import { pressSort, type SortKey } from '../model/sort.ts';

export function GridHeader<Row>({ grid }: { readonly grid: GridContext<Row> }) {
  const { columns, state } = grid;
  return (
    <div role='rowgroup' className='ui-grid-head'>
      <div role='row' className='ui-grid-row' aria-rowindex={1}>
        {columns.map((column, at) => (
          <HeaderCell
            key={column.id}
            grid={grid}
            column={column}
            at={at}
            active={state.active.row === headerRow && state.active.column === at}
          />
        ))}
      </div>
    </div>
  );
}

type HeaderCellProps<Row> = {
  readonly grid: GridContext<Row>;
  readonly column: Column<Row>;
  readonly at: number;
  readonly active: boolean;
};

function HeaderCell<Row>({ grid, column, at, active }: HeaderCellProps<Row>) {
  const sort = grid.props.sort ?? [];
  const key = sort.find((candidate) => candidate.columnId === column.id);
  const canSort = column.sortable === true && grid.props.onSortChange !== undefined;
  return (
    <div
      role='columnheader'
      className={`ui-grid-cell ui-align-${column.align ?? 'start'}`}
      aria-colindex={at + 1}
      aria-sort={ariaSort(key, canSort)}
      aria-label={columnName(column)}
      data-row={headerRow}
      data-column={at}
      data-active={active || undefined}
      data-sortable={canSort || undefined}
      title={column.longTitle}
      tabIndex={active ? 0 : -1}
      onClick={(event) => {
        grid.change((state) => goTo(state, { row: headerRow, column: at }, false, grid.props.source));
        if (canSort) grid.props.onSortChange?.(pressSort(sort, column.id, event.shiftKey));
      }}
    >
      <span className='ui-grid-text'>{column.title}</span>
      {key && (
        <span className='ui-grid-sort'>
          <Icon name={key.descending ? 'sort-down' : 'sort-up'} size={12} />
          {sort.length > 1 && <span className='ui-grid-sort-rank'>{sort.indexOf(key) + 1}</span>}
        </span>
      )}
      <ResizeEdge grid={grid} column={column} at={at} />
    </div>
  );
}

/** A double click gives the column its own width back. */
function ResizeEdge<Row>({ grid, column, at }: Omit<HeaderCellProps<Row>, 'active'>) {
  const start = useRef<{ readonly x: number; readonly width: number }>(undefined);
  const drag = (event: PointerEvent): void => {
    if (!start.current) return;
    const width = start.current.width + event.clientX - start.current.x;
    grid.changeLayout(resizeColumn(grid.layout, column, width));
  };
  return (
    <span
      className='ui-grid-edge'
      aria-hidden='true'
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={() => grid.changeLayout(resizeColumn(grid.layout, column, column.width))}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width: grid.widths[at] ?? column.width };
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        start.current = undefined;
      }}
    />
  );
}

function ariaSort(key: SortKey | undefined, canSort: boolean) {
  if (key) return key.descending ? 'descending' : 'ascending';
  return canSort ? 'none' : undefined;
}
