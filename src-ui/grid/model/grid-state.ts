// Where a person stands in the grid and what is being typed; kept in place while rows come and go.
import type { CellDraft } from './cell.ts';
import { type Column, editorOf, editTextOf } from './column.ts';
import { keyAt, type RowSource, valueAt } from './row-source.ts';
import { type Place, type Selection, selectOnly, shiftRows } from './selection.ts';

export type Editing = {
  readonly text: string;
  /** What the cell held when the editor opened. */
  readonly original: string;
  /** After F2 the arrows move the caret, else they commit and move on. */
  readonly caretKeys: boolean;
  readonly error: string | undefined;
};

/** A cell to go to as soon as its row is there. */
export type Wanted = {
  readonly rowKey: string;
  readonly columnId: string | undefined;
  readonly edit?: { readonly text?: string };
};

export type GridState = {
  readonly active: Place;
  /** The key of the active row; followed when rows move. */
  readonly activeKey: string | undefined;
  readonly selection: Selection;
  /** Where a run of Tabs began: Enter returns to that column. */
  readonly runColumn: number | undefined;
  readonly editing: Editing | undefined;
  readonly wanted: Wanted | undefined;
};

type Shown<Row> = { readonly source: RowSource<Row>; readonly columns: readonly Column<Row>[] };

/** In the first row; a draft is opened once its row is there. */
export function initialState(column: number, draft?: CellDraft): GridState {
  const start: Place = { row: 0, column };
  const wanted = draft && { ...draft.cell, edit: { text: draft.text } };
  return {
    active: start,
    activeKey: undefined,
    selection: selectOnly(start),
    runColumn: undefined,
    editing: undefined,
    wanted,
  };
}

/**
 * Stands on another cell; what was being typed is over.
 * `rows` are those the place was seen in: by the time the state is followed there may be others.
 */
export function goTo<Row>(state: GridState, active: Place, extend: boolean, rows: RowSource<Row>): GridState {
  const selection = extend ? state.selection : selectOnly(active);
  const activeKey = keyAt(rows, active.row);
  return { ...state, active, activeKey, selection, runColumn: undefined, editing: undefined };
}

/** The state as it is over the rows and columns of this moment. */
export function follow<Row>(state: GridState, shown: Shown<Row>): GridState {
  return meetWanted(stay(followRow(state, shown.source), shown), shown);
}

/** The active row may have moved, or gone. */
function followRow<Row>(state: GridState, source: RowSource<Row>): GridState {
  const { activeKey, active } = state;
  if (activeKey === undefined || active.row < 0) return state;
  const here = keyAt(source, active.row);
  if (here === activeKey) return state;
  const row = source.indexOf(activeKey);
  if (row !== undefined && row < source.count) {
    return { ...state, active: { ...active, row }, selection: shiftRows(state.selection, row - active.row) };
  }
  // Not loaded now: the place is the best that is known.
  if (here === undefined && active.row < source.count) return state;
  // The row is gone; what was being typed must not go into another one.
  return { ...state, activeKey: undefined, selection: selectOnly(active), editing: undefined };
}

function stay<Row>(state: GridState, { source, columns }: Shown<Row>): GridState {
  const row = Math.min(state.active.row, Math.max(0, source.count - 1));
  const column = Math.min(state.active.column, columns.length - 1);
  const activeKey = keyAt(source, row) ?? state.activeKey;
  const same = row === state.active.row && column === state.active.column;
  if (same && activeKey === state.activeKey) return state;
  const active = same ? state.active : { row, column };
  return { ...state, active, activeKey, selection: same ? state.selection : selectOnly(active) };
}

function meetWanted<Row>(state: GridState, shown: Shown<Row>): GridState {
  const { wanted } = state;
  if (!wanted) return state;
  const row = shown.source.indexOf(wanted.rowKey);
  if (row === undefined || row >= shown.source.count) return state;
  const column = wantedColumn(wanted, shown, row);
  const there = { ...goTo(state, { row, column }, false, shown.source), wanted: undefined };
  return wanted.edit ? openEditor(there, shown, wanted.edit.text) : there;
}

function wantedColumn<Row>(wanted: Wanted, { source, columns }: Shown<Row>, row: number): number {
  const value = valueAt(source, row);
  const column = columns.findIndex((candidate) =>
    wanted.columnId === undefined
      ? value !== undefined && candidate.passedBy !== true && editorOf(candidate, value)
      : candidate.id === wanted.columnId,
  );
  return Math.max(0, column);
}

/** Opens the editor of the active cell, if it has one, with a text or with what the cell holds. */
export function openEditor<Row>(state: GridState, { source, columns }: Shown<Row>, text?: string): GridState {
  const value = valueAt(source, state.active.row);
  const column = columns[state.active.column];
  if (value === undefined || column === undefined || !editorOf(column, value)) return state;
  const original = editTextOf(column, value);
  return {
    ...state,
    selection: selectOnly(state.active),
    editing: { text: text ?? original, original, caretKeys: text === undefined, error: undefined },
  };
}
