// What the grid is given and what it tells.
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import type { Command } from '../actions/command.ts';
import type { CommitAnswer } from '../fields/commit.ts';
import type { CellAddress, CellDraft, CellMark, RowTone } from './model/cell.ts';
import type { Block } from './model/clipboard.ts';
import type { Column } from './model/column.ts';
import type { ColumnLayout } from './model/column-layout.ts';
import type { RowSource } from './model/row-source.ts';
import type { SortKey } from './model/sort.ts';

export type GridHandle = {
  readonly focus: () => void;
  readonly goTo: (cell: CellAddress) => void;
  /** Opens the editor of a cell, with a text of yours or the cell's own. */
  readonly edit: (cell: CellAddress, text?: string) => void;
  /** Commits a text as if it had been typed there; refused, it stays at its cell with the reason. */
  readonly commit: (cell: CellAddress, text: string) => void;
};

/** Loaded rows only. */
export type GridSelection = { readonly rowKeys: readonly string[]; readonly columnIds: readonly string[] };

export type Paste = {
  readonly at: CellAddress;
  /** Shown columns from the active one to the right, and loaded rows from the active one down. */
  readonly columnIds: readonly string[];
  readonly rowKeys: readonly string[];
  readonly block: Block;
};

/** What whole rows are copied as besides their cells, so that nothing of them is lost between two grids. */
export type WholeRows = {
  /** The name of that form on the clipboard, as `application/x-lines`. */
  readonly type: string;
  readonly copy: (rowKeys: readonly string[]) => string;
  /** False when the text is none of yours: then the cells are pasted. Absent where nothing can be written. */
  readonly paste?: (text: string, at: CellAddress) => boolean;
};

export type GridProps<Row> = {
  readonly label: string;
  /** Keep the array the same while nothing changed. */
  readonly columns: readonly Column<Row>[];
  readonly source: RowSource<Row>;
  readonly ref?: Ref<GridHandle>;
  /** Are single cells selected, or whole rows as in a list? */
  readonly select?: 'cells' | 'rows';
  readonly layout?: ColumnLayout;
  readonly onLayoutChange?: (layout: ColumnLayout) => void;
  readonly sort?: readonly SortKey[];
  readonly onSortChange?: (sort: readonly SortKey[]) => void;
  readonly markOf?: (rowKey: string, columnId: string) => CellMark | undefined;
  readonly rowToneOf?: (row: Row) => RowTone | undefined;
  /** A last row that always stands at the bottom, by column id. */
  readonly footer?: Readonly<Record<string, ReactNode>>;
  readonly empty?: ReactNode;
  /** Makes the grid a sheet: cells whose column has an editor can be typed into. */
  readonly onCommit?: (cell: CellAddress, text: string) => CommitAnswer;
  /** What was typed before the grid was there: each stands in its cell as it was left. Read once. */
  readonly drafts?: readonly CellDraft[];
  /** Each change of the text in the editor; undefined when it was committed or given up. */
  readonly onDraft?: (cell: CellAddress, text: string | undefined) => void;
  /** Enter on a cell that is not edited, or a double click. */
  readonly onActivate?: (rowKey: string) => void;
  readonly onActiveChange?: (cell: CellAddress | undefined) => void;
  readonly onSelectionChange?: (selection: GridSelection) => void;
  /** Insert and Ctrl+Enter; answers the new row's key, to which the grid then goes. */
  readonly onNewRow?: (belowKey: string | undefined) => string | undefined | Promise<string | undefined>;
  /** When absent, Delete clears the selected cells. */
  readonly onDeleteRows?: (rowKeys: readonly string[]) => void;
  readonly onMoveRows?: (rowKeys: readonly string[], by: -1 | 1) => void;
  readonly onDuplicateRows?: (rowKeys: readonly string[]) => void;
  /** A block of several cells; a single value is committed like typed text. */
  readonly onPaste?: (paste: Paste) => void;
  readonly wholeRows?: WholeRows;
  readonly onCopied?: (copied: { readonly rows: number; readonly notLoaded: number }) => void;
  readonly menuOf?: (cell: CellAddress) => readonly Command[];
  /** First look at a key; true when you handled it. While a cell is edited only function keys come here. */
  readonly onKey?: (event: KeyboardEvent, cell: CellAddress) => boolean;
};
