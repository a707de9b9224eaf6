// A person's place in the grid while rows come, go and move.
import { expect, test } from 'vitest';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { follow, type GridState, goTo, initialState, openEditor } from '../../../src-ui/grid/model/grid-state.ts';
import { arraySource, blankRow, dataRow, placeholder } from '../../../src-ui/grid/model/row-source.ts';

type Row = { readonly words: string };

const columns: readonly Column<Row>[] = [
  { id: 'number', title: '#', width: 40, text: () => '1' },
  { id: 'words', title: 'Words', width: 90, text: (row) => row.words, editor: { kind: 'text' } },
];
const over = (...keys: readonly string[]) => ({
  columns,
  source: arraySource(
    keys.map((key) =>
      key === '?' ? placeholder : key.startsWith('new') ? blankRow(key, { words: '' }) : dataRow(key, { words: key }),
    ),
  ),
});

const at = (row: number, ...keys: readonly string[]): GridState =>
  follow(goTo(initialState(0), { row, column: 1 }, false, over(...keys).source), over(...keys));

test('a row that arrives above takes the active cell, its selection and its editor along', () => {
  const before = openEditor(at(1, 'a', 'b', 'c'), over('a', 'b', 'c'), 'typed');
  const after = follow(before, over('a', 'x', 'y', 'b', 'c'));
  expect(after.active).toEqual({ row: 3, column: 1 });
  expect(after.selection.anchor.row).toBe(3);
  expect(after.editing?.text).toBe('typed');
});

test('a move goes to the row that was seen there, though another stands there by then', () => {
  const seen = over('a', 'b', 'new-1');
  const moved = goTo(at(1, 'a', 'b', 'new-1'), { row: 2, column: 1 }, false, seen.source);
  expect(follow(moved, over('a', 'new-1'))).toMatchObject({ active: { row: 1 }, activeKey: 'new-1' });
  expect(follow(moved, over('a', 'b', 'c', 'new-1'))).toMatchObject({ active: { row: 3 }, activeKey: 'new-1' });
});

test('when the active row goes, the place stays and what was typed does not go into another row', () => {
  const before = openEditor(at(1, 'a', 'b', 'c'), over('a', 'b', 'c'), 'typed');
  const after = follow(before, over('a', 'c'));
  expect(after).toMatchObject({ active: { row: 1 }, activeKey: 'c', editing: undefined });
});

test('when the last row goes, the one before it is active', () => {
  expect(follow(at(2, 'a', 'b', 'c'), over('a', 'b'))).toMatchObject({ active: { row: 1 }, activeKey: 'b' });
});

test('a blank row that becomes a row keeps its editor, another blank row may follow', () => {
  const before = openEditor(at(1, 'a', 'new-1'), over('a', 'new-1'), 'typed');
  const after = follow(before, over('a', 'b', 'new-1', 'new-2'));
  expect(after).toMatchObject({ active: { row: 2 }, activeKey: 'new-1', editing: { text: 'typed' } });
});

test('a list that got shorter than its source remembers is followed to its end', () => {
  const shorter = { columns, source: { ...over('a', 'b', 'c').source, count: 1 } };
  const after = follow(at(2, 'a', 'b', 'c'), shorter);
  expect(after).toMatchObject({ active: { row: 0 }, activeKey: 'a' });
  expect(follow(after, shorter)).toBe(after);
});

test('a row that is not loaded for a moment keeps its place and is known again', () => {
  const away = follow(at(1, 'a', 'b'), over('?', '?'));
  expect(away).toMatchObject({ active: { row: 1 }, activeKey: 'b' });
  expect(follow(away, over('x', 'a', 'b'))).toMatchObject({ active: { row: 2 } });
});

test('a draft waits for its row, then opens its editor', () => {
  const draft = { cell: { rowKey: 'b', columnId: 'words' }, text: 'half', reason: 'not saved' };
  const waiting = follow(initialState(0, draft), over('a'));
  expect(waiting.editing).toBeUndefined();
  const there = follow(waiting, over('a', 'b'));
  expect(there).toMatchObject({ active: { row: 1, column: 1 }, editing: { text: 'half', original: 'b' } });
});

test('a new row is entered at its first cell that can be typed into', () => {
  const state = { ...at(0, 'a'), wanted: { rowKey: 'b', columnId: undefined } };
  expect(follow(state, over('a', 'b')).active).toEqual({ row: 1, column: 1 });
});

test('over rows that did not change the state stays the same', () => {
  const state = at(1, 'a', 'b');
  expect(follow(state, over('a', 'b'))).toBe(state);
  const unloaded = at(1, '?', '?');
  expect(follow(unloaded, over('?', '?'))).toBe(unloaded);
});

test('a cell that cannot be edited opens no editor', () => {
  const state = follow(initialState(0), over('a'));
  expect(openEditor(state, over('a'), 'x').editing).toBeUndefined();
});
