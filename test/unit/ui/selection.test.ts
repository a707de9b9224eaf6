// Which cells are selected.
import { expect, test } from 'vitest';
import {
  boundsOf,
  isWide,
  selectedColumns,
  selectedRanges,
  selectedRows,
  selectOnly,
  shiftRows,
} from '../../../src-ui/grid/model/selection.ts';

test('the selection lies between its anchor and the active cell, whichever is first', () => {
  const ranges = selectedRanges(selectOnly({ row: 4, column: 3 }), { row: 2, column: 5 }, undefined);
  expect(ranges).toEqual([{ fromRow: 2, toRow: 4, fromColumn: 3, toColumn: 5 }]);
});

test('a list selects whole rows', () => {
  const ranges = selectedRanges(selectOnly({ row: 1, column: 3 }), { row: 2, column: 3 }, 6);
  expect(ranges[0]).toMatchObject({ fromColumn: 0, toColumn: 5 });
  expect(isWide(ranges, true)).toBe(true);
});

test('one cell is not wide, nor is one row of a list', () => {
  expect(isWide(selectedRanges(selectOnly({ row: 1, column: 1 }), { row: 1, column: 1 }, undefined), false)).toBe(
    false,
  );
  expect(isWide(selectedRanges(selectOnly({ row: 1, column: 1 }), { row: 1, column: 1 }, 6), true)).toBe(false);
});

test('nothing is selected while the heading is active', () => {
  expect(selectedRanges(selectOnly({ row: 3, column: 0 }), { row: -1, column: 0 }, undefined)).toEqual([]);
});

test('the selected columns of a row are one letter each', () => {
  const ranges = [{ fromRow: 1, toRow: 2, fromColumn: 1, toColumn: 2 }];
  expect(selectedColumns(ranges, 1, 4)).toBe('0110');
  expect(selectedColumns(ranges, 3, 4)).toBe('');
});

test('rows selected twice count once', () => {
  const one = { fromRow: 5, toRow: 6, fromColumn: 0, toColumn: 0 };
  const other = { fromRow: 2, toRow: 5, fromColumn: 2, toColumn: 3 };
  expect(selectedRows([one, other])).toEqual([2, 3, 4, 5, 6]);
  expect(boundsOf([one, other])).toEqual({ fromRow: 2, toRow: 6, fromColumn: 0, toColumn: 3 });
});

test('a selection moves with its rows', () => {
  expect(shiftRows(selectOnly({ row: 4, column: 1 }), 2).anchor).toEqual({ row: 6, column: 1 });
});
