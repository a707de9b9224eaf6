// One row of the grid; drawn again only when something of its own changed.
import { memo } from 'react';
import type { CellMark, RowTone } from '../model/cell.ts';
import { type Column, editorOf } from '../model/column.ts';
import type { GridRow as RowItem } from '../model/row-source.ts';
import type { KeptByColumn } from '../use-commits.ts';
import { GridCell } from './grid-cell.tsx';

export type GridRowProps<Row> = {
  readonly gridId: string;
  readonly index: number;
  readonly top: number;
  readonly item: RowItem<Row>;
  readonly columns: readonly Column<Row>[];
  readonly sheet: boolean;
  readonly wholeRows: boolean;
  /** -1 when the active cell is elsewhere. */
  readonly activeColumn: number;
  /** One letter a column, `1` when selected; empty when none is. */
  readonly selected: string;
  readonly kept: KeptByColumn | undefined;
  readonly markOf: ((rowKey: string, columnId: string) => CellMark | undefined) | undefined;
  readonly rowToneOf: ((row: Row) => RowTone | undefined) | undefined;
};

function PlainGridRow<Row>(props: GridRowProps<Row>) {
  const { index, top, item, selected, wholeRows, activeColumn } = props;
  const isData = item.kind === 'row' || item.kind === 'blank';
  return (
    <div
      role='row'
      className={`ui-grid-row ui-grid-${item.kind}`}
      aria-rowindex={index + 2}
      aria-selected={wholeRows ? selected !== '' : undefined}
      aria-busy={item.kind === 'placeholder' || undefined}
      data-tone={isData ? props.rowToneOf?.(item.value) : undefined}
      data-selected={(wholeRows && selected !== '') || undefined}
      data-active={activeColumn >= 0 || undefined}
      data-odd={index % 2 === 1 || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {item.kind === 'section' ? (
        <SectionCell title={item.title} columnCount={props.columns.length} />
      ) : (
        <Cells {...props} />
      )}
    </div>
  );
}

/** Memo keeps the generic shape of the component. */
export const GridRow = memo(PlainGridRow) as typeof PlainGridRow;

function SectionCell({ title, columnCount }: { readonly title: string; readonly columnCount: number }) {
  return (
    <div role='rowheader' className='ui-grid-heading' aria-colindex={1} aria-colspan={columnCount}>
      <span>{title}</span>
    </div>
  );
}

function Cells<Row>({ gridId, index, item, columns, sheet, activeColumn, selected, kept, markOf }: GridRowProps<Row>) {
  if (item.kind === 'placeholder')
    return columns.map((column, at) => (
      <div
        key={column.id}
        role='gridcell'
        className='ui-grid-cell'
        data-row={index}
        data-column={at}
        data-active={at === activeColumn || undefined}
        aria-colindex={at + 1}
        tabIndex={at === activeColumn ? 0 : -1}
      >
        <span className='ui-grid-bar' />
      </div>
    ));
  if (item.kind === 'section') return null;
  return columns.map((column, at) => (
    <GridCell
      key={column.id}
      id={`${gridId}-${index}-${at}`}
      place={{ row: index, column: at }}
      column={column}
      value={item.value}
      readOnly={!sheet || editorOf(column, item.value) === undefined}
      active={at === activeColumn}
      selected={selected[at] === '1'}
      kept={kept?.get(column.id)}
      mark={markOf?.(item.key, column.id)}
    />
  ));
}
