import { expect, test } from 'vitest';
import { lineSpec } from '../../../src-shared/domain/estimate/line.ts';
import {
  comparePlaces,
  isPosition,
  positionsAfter,
  positionsBetween,
} from '../../../src-shared/domain/estimate/place.ts';

test('positions are made at the top, between and at the end', () => {
  const [first = '', second = ''] = positionsBetween(null, null, 2);
  const [between = ''] = positionsBetween(first, second, 1);
  const [top = ''] = positionsBetween(null, first, 1);
  const [end = ''] = positionsBetween(second, null, 1);
  expect([end, second, between, first, top].toSorted()).toEqual([top, first, between, second, end]);
});

test('a line added behind one of several that share a position goes behind all of them', () => {
  const [added = ''] = positionsAfter(['a0', 'a1', 'a1', 'a1', 'a2'], 1, 1);
  expect(added > 'a1' && added < 'a2').toBe(true);
  expect(positionsAfter(['a0', 'a0'], 0, 1)[0]?.localeCompare('a0')).toBe(1);
});

test('a place between a position and itself is a bug, not a guess', () => {
  expect(() => positionsBetween('a1', 'a1', 1)).toThrow('no position between');
});

test.each(['', '0', 'a', 'a00', 'b1', 'é0', 'a0\n', 'A00000000000000000000000000', '💥', 'toString'])(
  '%s is not a position and no line takes it',
  (text) => {
    expect(isPosition(text)).toBe(false);
    expect(lineSpec.groups.place.safeParse({ position: text }).success).toBe(false);
  },
);

test('lines of the same place are in the order of their ids on every PC', () => {
  const lines = [
    { id: 'b', place: { position: 'a1' } },
    { id: 'a', place: { position: 'a1' } },
    { id: 'c', place: { position: 'Zz' } },
  ];
  expect(lines.toSorted(comparePlaces).map((line) => line.id)).toEqual(['c', 'a', 'b']);
});
