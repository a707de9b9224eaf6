// How a person arranges columns.
import { expect, test } from 'vitest';
import {
  fitWidths,
  hideColumn,
  moveColumn,
  orderedColumns,
  parseLayout,
  resizeColumn,
  showColumn,
  shownColumns,
  untouchedLayout,
} from '../../../src-ui/grid/model/column-layout.ts';

const columns = [
  { id: 'number', width: 80, alwaysShown: true },
  { id: 'owner', width: 160, grow: true },
  { id: 'vehicle', width: 120 },
  { id: 'total', width: 90, minWidth: 60 },
];
const ids = (shown: readonly { readonly id: string }[]): string => shown.map((column) => column.id).join(' ');

test('hidden columns are not shown and come back', () => {
  const hidden = hideColumn(untouchedLayout, 'vehicle');
  expect(ids(shownColumns(columns, hidden))).toBe('number owner total');
  expect(ids(shownColumns(columns, showColumn(hidden, 'vehicle')))).toBe('number owner vehicle total');
});

test('a column that is always shown cannot be hidden', () => {
  expect(ids(shownColumns(columns, hideColumn(untouchedLayout, 'number')))).toContain('number');
});

test('a column moves past its shown neighbour, hidden ones between them do not count', () => {
  const layout = moveColumn(hideColumn(untouchedLayout, 'vehicle'), columns, 'total', -1);
  expect(ids(shownColumns(columns, layout))).toBe('number total owner');
  expect(moveColumn(layout, columns, 'number', -1)).toBe(layout);
});

test('a column that is new in the program stands after its neighbour', () => {
  const old = { ...untouchedLayout, order: ['total', 'number', 'vehicle', 'gone'] };
  expect(ids(orderedColumns(columns, old))).toBe('total number owner vehicle');
});

test('growing columns take what is left, and nothing when nothing is left', () => {
  expect(fitWidths(columns, untouchedLayout, 1000)).toEqual([80, 710, 120, 90]);
  expect(fitWidths(columns, untouchedLayout, 300)).toEqual([80, 160, 120, 90]);
});

test('no column gets narrower than it may', () => {
  expect(resizeColumn(untouchedLayout, columns[3] ?? { id: '', width: 0 }, 3).widths).toEqual({ total: 60 });
});

test('a stored layout is read, and what is unusable in it dropped', () => {
  expect(parseLayout({ order: ['a', 7], hidden: 'x', widths: { a: 10, b: Number.NaN, c: -1, d: '4' } })).toEqual({
    order: ['a'],
    hidden: [],
    widths: { a: 10 },
  });
  expect(parseLayout(null)).toEqual(untouchedLayout);
});
