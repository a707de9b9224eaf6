// What a key press means in the grid: a pure function from key and situation to action.
import type { Move } from './movement.ts';

export type GridAction =
  | { readonly kind: 'move'; readonly move: Move; readonly extend: boolean }
  /** Opens the editor; `typed` lets the pressed key itself become the first letter. */
  | { readonly kind: 'edit'; readonly start: 'value' | 'empty' | 'typed' }
  | { readonly kind: 'commit'; readonly move: Move | 'new-row' }
  | { readonly kind: 'toggle-caret-keys' }
  | { readonly kind: 'escape' }
  | { readonly kind: 'delete' }
  | { readonly kind: 'select'; readonly what: 'all' | 'row' | 'column' }
  | { readonly kind: 'new-row' }
  | { readonly kind: 'move-rows'; readonly by: -1 | 1 }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'activate' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'sort'; readonly add: boolean }
  | { readonly kind: 'resize'; readonly by: number }
  | { readonly kind: 'reorder'; readonly by: -1 | 1 };

export type KeyPress = {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly altGraph: boolean;
  readonly composing: boolean;
};

export type KeySituation =
  | { readonly where: 'header' }
  | { readonly where: 'cell'; readonly sheet: boolean; readonly editable: boolean; readonly opens: boolean }
  /** `caretKeys`: arrows move the caret (after F2) instead of the cell. */
  | { readonly where: 'editor'; readonly caretKeys: boolean; readonly listOpen: boolean };

/** Undefined: the key is not the grid's. */
export function gridAction(press: KeyPress, situation: KeySituation): GridAction | undefined {
  if (press.composing && situation.where === 'editor') return undefined;
  if (situation.where === 'editor') return editorAction(press, situation);
  if (situation.where === 'header') return headerAction(press);
  return cellAction(press, situation);
}

function cellAction(press: KeyPress, situation: KeySituation & { where: 'cell' }): GridAction | undefined {
  const special =
    press.alt && !press.altGraph ? altAction(press) : press.ctrl && !press.altGraph ? ctrlAction(press) : undefined;
  if (special) return special;
  if (press.alt && !press.altGraph) return undefined;
  if (press.key === 'Tab') return situation.sheet ? tabMove(press) : undefined;
  if (press.key === 'Enter') return enterAction(press, situation);
  const move = moveOf(press);
  if (move) return { kind: 'move', move, extend: press.shift };
  return situation.editable ? (editAction(press) ?? plainAction(press)) : plainAction(press);
}

function enterAction(press: KeyPress, situation: KeySituation & { where: 'cell' }): GridAction {
  if (situation.opens && !situation.editable) return { kind: 'activate' };
  if (!situation.sheet) return { kind: 'activate' };
  return { kind: 'move', move: press.shift ? 'enter-up' : 'enter-down', extend: false };
}

function editAction(press: KeyPress): GridAction | undefined {
  if (press.key === 'F2' || press.key === 'F4') return { kind: 'edit', start: 'value' };
  if (press.key === 'Backspace') return { kind: 'edit', start: 'empty' };
  return isTyped(press) && !(press.key === ' ' && press.shift) ? { kind: 'edit', start: 'typed' } : undefined;
}

function plainAction(press: KeyPress): GridAction | undefined {
  switch (press.key) {
    case 'Escape':
      return { kind: 'escape' };
    case 'Delete':
      return { kind: 'delete' };
    case 'Insert':
      return press.shift ? undefined : { kind: 'new-row' };
    case 'ContextMenu':
      return { kind: 'menu' };
    case 'F10':
      return press.shift ? { kind: 'menu' } : undefined;
    case ' ':
      return press.shift ? { kind: 'select', what: 'row' } : undefined;
    default:
      return undefined;
  }
}

function altAction(press: KeyPress): GridAction | undefined {
  if (press.key === 'ArrowUp') return { kind: 'move-rows', by: -1 };
  if (press.key === 'ArrowDown') return { kind: 'move-rows', by: 1 };
  return undefined;
}

function ctrlAction(press: KeyPress): GridAction | undefined {
  switch (press.key.length === 1 ? press.key.toLowerCase() : press.key) {
    case 'Enter':
      return { kind: 'new-row' };
    case 'a':
      return { kind: 'select', what: 'all' };
    case 'd':
      return press.shift ? undefined : { kind: 'duplicate' };
    case ' ':
      return { kind: 'select', what: 'column' };
    default:
      return undefined;
  }
}

function editorAction(press: KeyPress, situation: KeySituation & { where: 'editor' }): GridAction | undefined {
  if (press.key === 'Escape') return { kind: 'escape' };
  if (press.key === 'F2') return { kind: 'toggle-caret-keys' };
  if (press.alt) return undefined;
  if (press.key === 'Tab' && !press.ctrl) return { kind: 'commit', move: press.shift ? 'tab-left' : 'tab-right' };
  if (press.key === 'Enter') {
    if (press.ctrl) return { kind: 'commit', move: 'new-row' };
    return { kind: 'commit', move: press.shift ? 'enter-up' : 'enter-down' };
  }
  if (situation.caretKeys || press.shift || press.ctrl) return undefined;
  const move = arrows[press.key];
  if (move === undefined || (situation.listOpen && (move === 'up' || move === 'down'))) return undefined;
  return { kind: 'commit', move };
}

function headerAction(press: KeyPress): GridAction | undefined {
  const side = press.key === 'ArrowLeft' ? -1 : press.key === 'ArrowRight' ? 1 : undefined;
  if (side !== undefined && press.shift) return { kind: 'resize', by: side * 8 };
  if (side !== undefined && press.ctrl) return { kind: 'reorder', by: side };
  if (press.key === 'ContextMenu' || (press.key === 'F10' && press.shift)) return { kind: 'menu' };
  if (press.key === 'ArrowDown' && press.alt) return { kind: 'menu' };
  if (press.key === 'Enter' || press.key === ' ') return { kind: 'sort', add: press.shift };
  const move = moveOf(press);
  return move ? { kind: 'move', move, extend: false } : undefined;
}

function moveOf(press: KeyPress): Move | undefined {
  return press.ctrl ? ctrlMoves[press.key] : (arrows[press.key] ?? jumps[press.key]);
}

function tabMove(press: KeyPress): GridAction | undefined {
  if (press.ctrl) return undefined;
  return { kind: 'move', move: press.shift ? 'tab-left' : 'tab-right', extend: false };
}

/** A key that writes something, dead keys and input methods included. */
function isTyped(press: KeyPress): boolean {
  if ((press.ctrl || press.alt) && !press.altGraph) return false;
  return [...press.key].length === 1 || press.key === 'Dead' || press.key === 'Process';
}

type Keys = Readonly<Record<string, Move | undefined>>;

const arrows: Keys = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };
const jumps: Keys = { Home: 'row-start', End: 'row-end', PageUp: 'page-up', PageDown: 'page-down' };
const ctrlMoves: Keys = {
  Home: 'grid-start',
  End: 'grid-end',
  ArrowUp: 'column-start',
  ArrowDown: 'column-end',
  ArrowLeft: 'row-start',
  ArrowRight: 'row-end',
};
