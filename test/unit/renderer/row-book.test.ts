/** A blank row bears the id of its line to be, and stays the same row while the line is made. */
import { expect, test } from 'vitest';
import {
  createLineRows,
  insertLine,
  isBlank,
  leaveBlank,
  makeLine,
  newLine,
  openBook,
  type RowBook,
  settleLine,
  touchBlank,
  unmakeLine,
} from '../../../src-renderer/features/estimate/line-row.ts';
import type { LineId } from '../../../src-shared/base/ids.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';

const [a, b, c, d] = ['a', 'b', 'c', 'd'] as unknown as readonly [LineId, LineId, LineId, LineId];
const lineOf = (id: LineId) => ({ ...newLine, id });
type Rows = ReturnType<ReturnType<typeof createLineRows>>;
const rower = () => {
  const rowsOf = createLineRows();
  return (lines: readonly Line[], book: RowBook, version = 'E01'): Rows =>
    rowsOf({ lines, book, closed: new Set(), alerts: new Map(), versionOf: () => version });
};
const rowsIn = (lines: readonly Line[], book: RowBook): Rows => rower()(lines, book);
const keysOf = (rows: Rows) => rows.map((row) => (row.kind === 'placeholder' ? '' : row.key));

test('one blank row waits at the end, and a second while it is typed into', () => {
  expect(keysOf(rowsIn([], openBook(a)))).toEqual([a]);
  const touched = touchBlank(touchBlank(openBook(a), a, b), a, c);
  expect(keysOf(rowsIn([], touched))).toEqual([a, b]);
  expect(keysOf(rowsIn([], leaveBlank(touched, a)))).toEqual([a]);
});

test('a blank row that was typed into is a line at once, and another blank comes', () => {
  const book = makeLine(openBook(a), lineOf(a), b);
  expect(keysOf(rowsIn([], book))).toEqual([a, b]);
  expect(isBlank(book, a)).toBe(false);
});

test('a line is shown once, whether the news of it or the answer comes first', () => {
  const made = makeLine(openBook(a), lineOf(a), b);
  const news = rowsIn([lineOf(a)], made);
  expect(keysOf(news)).toEqual([a, b]);
  expect(keysOf(rowsIn([lineOf(a)], settleLine(made, a)))).toEqual([a, b]);
});

test('a refused line is a blank row again', () => {
  const book = unmakeLine(makeLine(openBook(a), lineOf(a), b), a);
  expect(keysOf(rowsIn([], book))).toEqual([a, b]);
  expect(isBlank(book, a)).toBe(true);
});

test('a refused line that is there after all is no blank row', () => {
  const book = unmakeLine(makeLine(openBook(a), lineOf(a), b), a);
  expect(keysOf(rowsIn([lineOf(a)], book))).toEqual([a, b]);
});

test('blank rows with text in them stay when another one is left', () => {
  const book = touchBlank(openBook(c, [a, b]), c, d);
  expect(keysOf(rowsIn([], leaveBlank(book, c)))).toEqual([a, b, c]);
  expect(keysOf(rowsIn([], leaveBlank(leaveBlank(book, c), a)))).toEqual([a, b, c]);
  expect(keysOf(rowsIn([], leaveBlank(leaveBlank(book, c), b)))).toEqual([a, b]);
});

test('an inserted line stands below its neighbour before it is there, and after', () => {
  const book = insertLine(openBook(d), c, a);
  const rowsOf = rower();
  expect(keysOf(rowsOf([lineOf(a), lineOf(b)], book))).toEqual([a, c, b, d]);
  expect(keysOf(rowsOf([lineOf(a), lineOf(c), lineOf(b)], settleLine(book, c)))).toEqual([a, c, b, d]);
  expect(keysOf(rowsOf([lineOf(a), lineOf(b)], unmakeLine(book, c)))).toEqual([a, b, d]);
});

test('rows of unchanged lines stay the same objects, so that they are not drawn again', () => {
  const rowsOf = rower();
  const lines = [lineOf(a)];
  expect(rowsOf(lines, openBook(b))[0]).toBe(rowsOf([...lines], openBook(b))[0]);
});

test('a row is another one when its line comes into a version, and the same while nothing changes', () => {
  const rowsOf = rower();
  const lines = [lineOf(a)];
  const first = rowsOf(lines, openBook(b))[0];
  expect(first).toMatchObject({ kind: 'row', value: { version: 'E01' } });
  expect(rowsOf(lines, openBook(b))[0]).toBe(first);
  expect(rowsOf(lines, openBook(b), 'S01')[0]).toMatchObject({ kind: 'row', value: { version: 'S01' } });
});
