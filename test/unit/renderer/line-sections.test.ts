/** Headings divide an estimate; a closed section hides its rows, and moves and is copied with them. */
import { expect, test } from 'vitest';
import { newLine } from '../../../src-renderer/features/estimate/line-row.ts';
import { headingOf, inOpenSections, withHidden } from '../../../src-renderer/features/estimate/line-sections.ts';
import type { Line, Operation } from '../../../src-shared/domain/estimate/line.ts';

const line = (id: string, operation: Operation = 'repair'): Line => ({
  ...newLine,
  id: id as Line['id'],
  work: { operation },
});
const lines = [line('a'), line('front', 'heading'), line('b'), line('c'), line('rear', 'heading'), line('d')];
const shown = (closed: readonly string[]) =>
  inOpenSections(lines, new Set(closed)).map((one) => `${one.number} ${one.line.id}`);

test('a closed section hides its rows, and the rows below keep their numbers', () => {
  expect(shown([])).toEqual(['1 a', '2 front', '3 b', '4 c', '5 rear', '6 d']);
  expect(shown(['front'])).toEqual(['1 a', '2 front', '5 rear', '6 d']);
  expect(inOpenSections(lines, new Set(['front']))[1]?.section).toEqual({ isClosed: true, rows: 2 });
});

test('a line knows its heading', () => {
  expect(headingOf(lines, 'c')).toBe('front');
  expect(headingOf(lines, 'rear')).toBe('rear');
  expect(headingOf(lines, 'a')).toBeUndefined();
});

test('a closed heading stands for its rows, an open one for itself', () => {
  expect(withHidden(lines, ['front'], new Set(['front']))).toEqual(['front', 'b', 'c']);
  expect(withHidden(lines, ['front'], new Set())).toEqual(['front']);
  expect(withHidden(lines, ['d', 'front'], new Set(['front']))).toEqual(['front', 'b', 'c', 'd']);
});
