import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPosition, positionsAfter, positionsBetween } from '../../src-shared/domain/estimate/place.ts';

test('lines inserted anywhere stay where they were put, however many', () => {
  const insertion = fc.record({ at: fc.nat(), count: fc.integer({ min: 1, max: 4 }) });
  fc.assert(
    fc.property(fc.array(insertion, { maxLength: 60 }), (insertions) => {
      const sorted: string[] = [];
      for (const { at, count } of insertions) {
        const index = (at % (sorted.length + 1)) - 1;
        sorted.splice(index + 1, 0, ...positionsAfter(sorted, index, count));
      }
      expect(sorted.every(isPosition)).toBe(true);
      expect(sorted.toSorted()).toEqual(sorted);
      expect(new Set(sorted).size).toBe(sorted.length);
    }),
  );
});

test('what is taken for a position can be inserted around', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aAbZz09V'), minLength: 1, maxLength: 30 }), (text) => {
      fc.pre(isPosition(text));
      const [before = ''] = positionsBetween(null, text, 1);
      const [after = ''] = positionsBetween(text, null, 1);
      expect(before < text && text < after).toBe(true);
    }),
  );
});

test('a thousand lines put one before the other keep positions that fit their field', () => {
  const top: string[] = [];
  for (let i = 0; i < 1000; i += 1) top.unshift(...positionsAfter(top, -1, 1));
  expect(top.toSorted()).toEqual(top);
  expect(Math.max(...top.map((position) => position.length))).toBeLessThan(200);
});
