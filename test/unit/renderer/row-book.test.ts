/** A row keeps its key from the first keystroke in a blank row until its line has an id, and after. */
import { expect, test } from 'vitest';
import {
  createLineRows,
  insertLine,
  isBlank,
  leaveBlank,
  makeLine,
  nameLine,
  newLine,
  openBook,
  touchBlank,
  unmakeLine,
} from '../../../src-renderer/features/estimate/line-row.ts';
import type { LineId } from '../../../src-shared/base/ids.ts';

const id = '0190aaaa-0000-7000-8000-000000000001' as LineId;
const keysOf = (rows: ReturnType<ReturnType<typeof createLineRows>>) =>
  rows.map((row) => (row.kind === 'placeholder' ? '' : row.key));

test('one blank row waits at the end, and a second while it is typed into', () => {
  expect(keysOf(createLineRows()([], openBook))).toEqual(['new-1']);
  const touched = touchBlank(touchBlank(openBook, 'new-1'), 'new-1');
  expect(keysOf(createLineRows()([], touched))).toEqual(['new-1', 'new-2']);
  expect(keysOf(createLineRows()([], leaveBlank(touched, 'new-1')))).toEqual(['new-1']);
});

test('a blank row that was typed into is a line at once, and another blank comes', () => {
  const book = makeLine(openBook, 'new-1', newLine);
  expect(keysOf(createLineRows()([], book))).toEqual(['new-1', 'new-2']);
  expect(isBlank(book, 'new-1')).toBe(false);
});

test('the row keeps its key when its line comes back with an id', () => {
  const book = nameLine(makeLine(openBook, 'new-1', newLine), 'new-1', id);
  expect(keysOf(createLineRows()([{ ...newLine, id }], book))).toEqual(['new-1', 'new-2']);
});

test('a refused line is a blank row again', () => {
  const book = unmakeLine(makeLine(openBook, 'new-1', newLine), 'new-1');
  expect(keysOf(createLineRows()([], book))).toEqual(['new-1', 'new-2']);
  expect(isBlank(book, 'new-1')).toBe(true);
});

test('an inserted line stands below its neighbour before it has an id, and there when it has one', () => {
  const other = '0190aaaa-0000-7000-8000-000000000002' as LineId;
  const made = '0190aaaa-0000-7000-8000-000000000003' as LineId;
  const lines = [
    { ...newLine, id },
    { ...newLine, id: other },
  ];
  const { book, key } = insertLine(openBook, id);
  const rowsOf = createLineRows();
  expect(keysOf(rowsOf(lines, book))).toEqual([id, key, other, 'new-1']);
  const named = nameLine(book, key, made);
  const arrived = [
    { ...newLine, id },
    { ...newLine, id: made },
    { ...newLine, id: other },
  ];
  expect(keysOf(rowsOf(arrived, named))).toEqual([id, key, other, 'new-1']);
  expect(keysOf(rowsOf(lines, unmakeLine(book, key)))).toEqual([id, other, 'new-1']);
});

test('rows of unchanged lines stay the same objects, so that they are not drawn again', () => {
  const rowsOf = createLineRows();
  const lines = [{ ...newLine, id }];
  expect(rowsOf(lines, openBook)[0]).toBe(rowsOf([...lines], openBook)[0]);
});
