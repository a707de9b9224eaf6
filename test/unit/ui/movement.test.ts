// Where the active cell goes.
import { expect, test } from 'vitest';
import { type Field, moveFrom } from '../../../src-ui/grid/model/movement.ts';

/** Rows 0 and 3 are headings; column 0 cannot be typed into. */
const field: Field = {
  rowCount: 6,
  columnCount: 3,
  pageRows: 2,
  hasHeader: true,
  isStop: (row) => row !== 0 && row !== 3,
  isTabStop: (place) => place.column > 0,
};

test('arrows step over heading rows', () => {
  expect(moveFrom({ row: 2, column: 1 }, 'down', field)).toEqual({ row: 4, column: 1 });
  expect(moveFrom({ row: 4, column: 1 }, 'up', field)).toEqual({ row: 2, column: 1 });
});

test('the arrow up from the first row reaches the heading, Enter does not', () => {
  expect(moveFrom({ row: 1, column: 1 }, 'up', field)).toEqual({ row: -1, column: 1 });
  expect(moveFrom({ row: 1, column: 1 }, 'enter-up', field)).toEqual({ row: 1, column: 1 });
});

test('the arrow down from the heading reaches the first row', () => {
  expect(moveFrom({ row: -1, column: 2 }, 'down', field)).toEqual({ row: 1, column: 2 });
});

test('nowhere to go is the same place', () => {
  const last = { row: 5, column: 2 };
  expect(moveFrom(last, 'down', field)).toBe(last);
  expect(moveFrom(last, 'right', field)).toBe(last);
  expect(moveFrom(last, 'tab-right', field)).toBe(last);
});

test('Tab goes through cells that can be typed into, and on in the next row', () => {
  expect(moveFrom({ row: 1, column: 1 }, 'tab-right', field)).toEqual({ row: 1, column: 2 });
  expect(moveFrom({ row: 2, column: 2 }, 'tab-right', field)).toEqual({ row: 4, column: 1 });
  expect(moveFrom({ row: 4, column: 1 }, 'tab-left', field)).toEqual({ row: 2, column: 2 });
});

test('pages and far ends stop inside the rows', () => {
  expect(moveFrom({ row: 1, column: 0 }, 'page-down', field)).toEqual({ row: 2, column: 0 });
  expect(moveFrom({ row: 4, column: 0 }, 'page-down', field)).toEqual({ row: 5, column: 0 });
  expect(moveFrom({ row: 5, column: 2 }, 'grid-start', field)).toEqual({ row: 1, column: 0 });
  expect(moveFrom({ row: 1, column: 0 }, 'grid-end', field)).toEqual({ row: 5, column: 2 });
});

test('a grid without rows keeps its place', () => {
  const place = { row: 0, column: 0 };
  expect(moveFrom(place, 'grid-end', { ...field, rowCount: 0, columnCount: 1 })).toEqual(place);
});
