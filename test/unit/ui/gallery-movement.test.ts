import { describe, expect, test } from 'vitest';
import { keysBetween, tileAfter } from '../../../src-ui/gallery/movement.ts';

const tiles = { count: 10, columns: 4, pageRows: 2 };

describe('among ten tiles in rows of four', () => {
  test.each([
    ['ArrowRight', 3, 4],
    ['ArrowRight', 9, 9],
    ['ArrowLeft', 4, 3],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 5],
    ['ArrowDown', 6, 9],
    ['ArrowDown', 8, 8],
    ['ArrowUp', 5, 1],
    ['ArrowUp', 2, 2],
    ['PageDown', 0, 8],
    ['PageDown', 3, 9],
    ['PageUp', 9, 1],
    ['Home', 7, 0],
    ['End', 0, 9],
    ['ArrowDown', -1, 0],
  ])('%s leads from %i to %i', (key, from, to) => expect(tileAfter(key, from, tiles)).toBe(to));

  test('other keys lead nowhere', () => expect(tileAfter('a', 3, tiles)).toBeUndefined());
});

test('without tiles no key leads anywhere', () => {
  expect(tileAfter('ArrowDown', -1, { count: 0, columns: 4, pageRows: 1 })).toBeUndefined();
});

test('a stretch holds both its ends, whichever was first', () => {
  expect(keysBetween(['a', 'b', 'c', 'd'], 2, 1)).toEqual(['b', 'c']);
  expect(keysBetween(['a', 'b'], 0, 0)).toEqual(['a']);
});
