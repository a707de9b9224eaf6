// What a column of the grid is: how a cell reads, how it is edited, how wide it stands.
import type { ReactNode } from 'react';
import type { Choice } from '../../choice/choice.ts';

export type CellEditor =
  | { readonly kind: 'text'; readonly maxLength?: number }
  | { readonly kind: 'number'; readonly maxLength?: number }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly free?: boolean };

export type Column<Row> = {
  readonly id: string;
  readonly title: string;
  /** The full name, for the column menu, the tooltip and screen readers, when the title is short. */
  readonly longTitle?: string;
  /** In pixels at 100 %. */
  readonly width: number;
  readonly minWidth?: number;
  /** Takes a share of what is left of the grid's width. */
  readonly grow?: boolean;
  readonly align?: 'start' | 'end' | 'center';
  readonly sortable?: boolean;
  /** Cannot be hidden. */
  readonly alwaysShown?: boolean;
  /** What the cell reads and what is copied. */
  readonly text: (row: Row) => string;
  /** Drawn instead of the text. */
  readonly render?: (row: Row) => ReactNode;
  /** Whether long text may reach over the cells beside it, which are empty. */
  readonly spills?: (row: Row) => boolean;
  /** Absent or answered with undefined: read-only. */
  readonly editor?: CellEditor | ((row: Row) => CellEditor | undefined);
  /** Tab passes it by, though it can be typed into: it is seldom meant. */
  readonly passedBy?: boolean | ((row: Row) => boolean);
  /** What the editor opens with; the text if absent. */
  readonly editText?: (row: Row) => string;
};

/** How a cell of this column and row is edited, if at all. */
export function editorOf<Row>(column: Column<Row>, row: Row): CellEditor | undefined {
  return typeof column.editor === 'function' ? column.editor(row) : column.editor;
}

/** Whether Tab goes on to the next cell. */
export function isPassedBy<Row>({ passedBy = false }: Column<Row>, row: Row): boolean {
  return typeof passedBy === 'function' ? passedBy(row) : passedBy;
}

/** What the editor of a cell opens with. */
export function editTextOf<Row>(column: Column<Row>, row: Row): string {
  return (column.editText ?? column.text)(row);
}

/** The name a screen reader says and the column menu lists. */
export function columnName(column: { readonly title: string; readonly longTitle?: string }): string {
  return column.longTitle ?? column.title;
}
