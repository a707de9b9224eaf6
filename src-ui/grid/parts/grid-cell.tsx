// One cell: its text, and what is to be said about it.
import type { CellMark } from '../model/cell.ts';
import type { Column } from '../model/column.ts';
import type { KeptText } from '../use-commits.ts';

export type GridCellProps<Row> = {
  readonly id: string;
  readonly place: { readonly row: number; readonly column: number };
  readonly column: Column<Row>;
  readonly value: Row;
  readonly readOnly: boolean;
  readonly active: boolean;
  readonly selected: boolean;
  readonly kept: KeptText | undefined;
  readonly mark: CellMark | undefined;
};

export function GridCell<Row>({
  id,
  place,
  column,
  value,
  readOnly,
  active,
  selected,
  kept,
  mark,
}: GridCellProps<Row>) {
  const said = cellMark(kept, mark);
  const text = kept?.shown ?? column.text(value);
  return (
    <div
      id={id}
      role='gridcell'
      className={`ui-grid-cell ui-align-${column.align ?? 'start'}`}
      data-row={place.row}
      data-column={place.column}
      data-active={active || undefined}
      data-selected={selected || undefined}
      data-mark={said?.tone}
      data-spills={column.spills?.(value) || undefined}
      aria-colindex={place.column + 1}
      aria-readonly={readOnly || undefined}
      aria-selected={selected || undefined}
      aria-invalid={said?.tone === 'error' || undefined}
      aria-describedby={said ? `${id}-note` : undefined}
      tabIndex={active ? 0 : -1}
    >
      <span className='ui-grid-text' title={text.length > 24 ? text : undefined}>
        {kept ? kept.shown : (column.render?.(value) ?? text)}
      </span>
      {said && (
        <span id={`${id}-note`} hidden>
          {said.text}
        </span>
      )}
    </div>
  );
}

/** A refusal of what was just typed speaks louder than what was known of the cell before. */
export function cellMark(kept: KeptText | undefined, mark: CellMark | undefined): CellMark | undefined {
  if (kept?.refusal !== undefined) return { tone: 'error', text: kept.refusal };
  if (kept) return { tone: 'pending', text: 'Being saved' };
  return mark;
}
