// What each key means in the grid, by situation.
import { describe, expect, test } from 'vitest';
import { type GridAction, gridAction, type KeyPress, type KeySituation } from '../../../src-ui/grid/model/keyboard.ts';

const press = (keys: string): KeyPress => {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  return {
    key: key === 'Space' ? ' ' : key === 'Plus' ? '+' : key,
    ctrl: parts.includes('Ctrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    altGraph: parts.includes('AltGr'),
    composing: parts.includes('IME'),
  };
};

const sheetCell: KeySituation = { where: 'cell', sheet: true, editable: true, opens: false };
const readOnlyCell: KeySituation = { where: 'cell', sheet: true, editable: false, opens: false };
const listCell: KeySituation = { where: 'cell', sheet: false, editable: false, opens: true };
const header: KeySituation = { where: 'header' };
const typing: KeySituation = { where: 'editor', caretKeys: false, listOpen: false };
const caret: KeySituation = { where: 'editor', caretKeys: true, listOpen: false };
const choosing: KeySituation = { where: 'editor', caretKeys: false, listOpen: true };

const move = (to: string, extend = false): GridAction => ({ kind: 'move', move: to, extend }) as GridAction;
const commit = (to: string): GridAction => ({ kind: 'commit', move: to }) as GridAction;

const table: readonly (readonly [string, KeySituation, string, GridAction | undefined])[] = [
  ['moves', sheetCell, 'ArrowDown', move('down')],
  ['extends', sheetCell, 'Shift+ArrowRight', move('right', true)],
  ['goes to the first cell', sheetCell, 'Ctrl+Home', move('grid-start')],
  ['goes to the last cell', listCell, 'Ctrl+End', move('grid-end')],
  ['extends to the last cell', listCell, 'Ctrl+Shift+End', move('grid-end', true)],
  ['turns a page', listCell, 'PageDown', move('page-down')],
  ['goes down', sheetCell, 'Enter', move('enter-down')],
  ['goes up', sheetCell, 'Shift+Enter', move('enter-up')],
  ['opens the row', listCell, 'Enter', { kind: 'activate' }],
  ['goes right', sheetCell, 'Tab', move('tab-right')],
  ['goes left', sheetCell, 'Shift+Tab', move('tab-left')],
  ['leaves a list', listCell, 'Tab', undefined],
  ['is the window’s', sheetCell, 'Ctrl+Tab', undefined],
  ['edits what is there', sheetCell, 'F2', { kind: 'edit', start: 'value' }],
  ['does not edit', readOnlyCell, 'F2', undefined],
  ['types over', sheetCell, 'a', { kind: 'edit', start: 'typed' }],
  ['types over with a dead key', sheetCell, 'Dead', { kind: 'edit', start: 'typed' }],
  ['types over with an input method', sheetCell, 'Process', { kind: 'edit', start: 'typed' }],
  ['types over with AltGr', sheetCell, 'Ctrl+Alt+AltGr+@', { kind: 'edit', start: 'typed' }],
  ['types over with a space', sheetCell, 'Space', { kind: 'edit', start: 'typed' }],
  ['does not type', readOnlyCell, 'a', undefined],
  ['does not type', listCell, 'a', undefined],
  ['empties and edits', sheetCell, 'Backspace', { kind: 'edit', start: 'empty' }],
  ['deletes', sheetCell, 'Delete', { kind: 'delete' }],
  ['makes a row', sheetCell, 'Insert', { kind: 'new-row' }],
  ['makes a row', sheetCell, 'Ctrl+Enter', { kind: 'new-row' }],
  ['is paste', sheetCell, 'Shift+Insert', undefined],
  ['duplicates', sheetCell, 'Ctrl+d', { kind: 'duplicate' }],
  ['selects all', sheetCell, 'Ctrl+a', { kind: 'select', what: 'all' }],
  ['selects all with caps lock', sheetCell, 'Ctrl+A', { kind: 'select', what: 'all' }],
  ['selects the row', sheetCell, 'Shift+Space', { kind: 'select', what: 'row' }],
  ['selects the column', sheetCell, 'Ctrl+Space', { kind: 'select', what: 'column' }],
  ['moves the row', sheetCell, 'Alt+ArrowUp', { kind: 'move-rows', by: -1 }],
  ['opens the menu', listCell, 'Shift+F10', { kind: 'menu' }],
  ['opens the menu', listCell, 'ContextMenu', { kind: 'menu' }],
  ['is copy', sheetCell, 'Ctrl+c', undefined],
  ['is save', sheetCell, 'Ctrl+s', undefined],
  ['is the menu bar', sheetCell, 'Alt+f', undefined],
  ['is help', sheetCell, 'F1', undefined],
  ['sorts', header, 'Enter', { kind: 'sort', add: false }],
  ['sorts, too', header, 'Shift+Enter', { kind: 'sort', add: true }],
  ['resizes', header, 'Shift+ArrowRight', { kind: 'resize', by: 8 }],
  ['moves the column', header, 'Ctrl+ArrowLeft', { kind: 'reorder', by: -1 }],
  ['opens the column menu', header, 'Alt+ArrowDown', { kind: 'menu' }],
  ['goes into the rows', header, 'ArrowDown', move('down')],
  ['commits and goes down', typing, 'Enter', commit('enter-down')],
  ['commits and goes right', typing, 'Tab', commit('tab-right')],
  ['commits and makes a row', typing, 'Ctrl+Enter', commit('new-row')],
  ['commits and moves while typing over', typing, 'ArrowLeft', commit('left')],
  ['moves the caret after F2', caret, 'ArrowLeft', undefined],
  ['selects text', typing, 'Shift+ArrowLeft', undefined],
  ['goes through the list', choosing, 'ArrowDown', undefined],
  ['gives up', caret, 'Escape', { kind: 'escape' }],
  ['is the text’s', typing, 'Ctrl+a', undefined],
  ['is the text’s', typing, 'Delete', undefined],
  ['is the input method’s', typing, 'IME+Enter', undefined],
];

describe('a key in the grid', () => {
  test.each(table)('%s (%o): %s', (_what, situation, keys, expected) => {
    expect(gridAction(press(keys), situation)).toEqual(expected);
  });
});
