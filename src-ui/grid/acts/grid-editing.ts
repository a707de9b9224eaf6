// What happens to the text in the open editor: typed, committed, left, given up.
import type { ChosenText } from '../../choice/use-choice-list.ts';
import { tooLong } from '../../fields/commit.ts';
import { cellAt, editorAt, type GridContext } from '../grid-context.ts';
import type { CellAddress } from '../model/cell.ts';
import type { GridState } from '../model/grid-state.ts';
import { type Move, moveFrom } from '../model/movement.ts';
import { fieldOf, forgetText, moveTo, newRow } from './grid-actions.ts';

/** Each change of the text; told on, so that it survives a crash. */
export function typeText<Row>(grid: GridContext<Row>, text: string): void {
  grid.change((state) => (state.editing ? { ...state, editing: { ...state.editing, text, error: undefined } } : state));
  const cell = cellAt(grid, grid.state.active);
  if (cell) grid.props.onDraft?.(cell, text);
}

/** Commits and goes on; a refusal that comes at once keeps the editor open. */
export function commitText<Row>(grid: GridContext<Row>, chosen: ChosenText, then: Move | 'new-row'): void {
  const refusal = sendText(grid, chosen);
  if (refusal !== undefined) {
    grid.change((state) => (state.editing ? { ...state, editing: { ...state.editing, error: refusal } } : state));
    return;
  }
  if (then === 'new-row' && newRow(grid)) {
    grid.change(closed);
    return;
  }
  const by = then === 'new-row' ? 'enter-down' : then;
  const to = moveFrom(grid.state.active, by, fieldOf(grid));
  if (to.row < 0) grid.change(closed);
  else moveTo(grid, to, by);
}

/** The editor lost the focus: an edit, too. A refused text is kept at its cell. */
export function leaveText<Row>(grid: GridContext<Row>, chosen: ChosenText): void {
  const { editing } = grid.state;
  const cell = cellAt(grid, grid.state.active);
  const refusal = sendText(grid, chosen);
  if (refusal !== undefined && cell && editing)
    grid.commits.keep(cell, { text: editing.text, shown: editing.text, refusal });
  grid.change(closed);
}

/** Back to what the cell held; a refused text kept there is forgotten. */
export function giveUpText<Row>(grid: GridContext<Row>): void {
  const cell = cellAt(grid, grid.state.active);
  if (cell) forgetText(grid, cell);
  grid.change(closed);
}

function sendText<Row>(grid: GridContext<Row>, chosen: ChosenText): string | undefined {
  const { editing, active } = grid.state;
  const cell = cellAt(grid, active);
  if (!cell || !editing) return undefined;
  const refusal = editing.text === editing.original ? unchanged(grid, cell) : send(grid, cell, chosen);
  if (refusal === undefined) grid.props.onDraft?.(cell, undefined);
  return refusal;
}

function unchanged<Row>(grid: GridContext<Row>, cell: CellAddress): undefined {
  grid.commits.forget(cell);
}

function send<Row>(grid: GridContext<Row>, cell: CellAddress, chosen: ChosenText): string | undefined {
  const { editing, active } = grid.state;
  const editor = editorAt(grid, active);
  const long = editor?.kind === 'choice' ? undefined : tooLong(editing?.text ?? '', editor?.maxLength);
  if (long !== undefined) return long;
  if (!chosen.ok) return chosen.message;
  return grid.commits.send({ ...cell, text: chosen.value, shown: chosen.label });
}

const closed = (state: GridState): GridState => ({ ...state, editing: undefined });
