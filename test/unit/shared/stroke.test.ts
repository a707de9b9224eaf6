/** Strokes on a copy of a photo: how they are pulled, seen, taken back and drawn again. */
import { describe, expect, test } from 'vitest';
import {
  arrowHead,
  frameOf,
  isSeen,
  noDrawing,
  penOf,
  pulledTo,
  redoStroke,
  type Stroke,
  undoStroke,
  withStroke,
} from '../../../src-shared/domain/photo/stroke.ts';

const size = { width: 4032, height: 3024 };
const stroke = (tool: Stroke['tool'], x = 100, y = 100): Stroke => ({
  tool,
  colour: 'red',
  points: [{ x, y }],
  text: '',
});

describe('a drawing', () => {
  test('goes back stroke by stroke and forth again', () => {
    const two = withStroke(withStroke(noDrawing, stroke('box', 1)), stroke('arrow', 2));
    const one = undoStroke(two);
    expect(one.strokes).toEqual([stroke('box', 1)]);
    expect(redoStroke(one)).toEqual(two);
    expect(undoStroke(undoStroke(undoStroke(two))).strokes).toEqual([]);
    expect(redoStroke(two)).toEqual(two);
  });

  test('forgets what was taken back once something else is drawn', () => {
    const other = withStroke(undoStroke(withStroke(noDrawing, stroke('box'))), stroke('circle'));
    expect(redoStroke(other)).toEqual(other);
    expect(other.strokes).toEqual([stroke('circle')]);
  });
});

describe('a stroke', () => {
  test('is pulled from where it began; a free line keeps its way', () => {
    const pull = (tool: Stroke['tool']) => pulledTo(pulledTo(stroke(tool), { x: 5, y: 5 }), { x: 9, y: 3 }).points;
    expect(pull('box')).toEqual([
      { x: 100, y: 100 },
      { x: 9, y: 3 },
    ]);
    expect(pull('free')).toHaveLength(3);
  });

  test('has its frame whichever way it was pulled', () =>
    expect(frameOf(pulledTo(stroke('box'), { x: 40, y: 130 }))).toEqual({ x: 40, y: 100, width: 60, height: 30 }));

  test('is none where the press only slipped, nor a text without letters', () => {
    expect(isSeen(pulledTo(stroke('arrow'), { x: 104, y: 100 }), size)).toBe(false);
    expect(isSeen(pulledTo(stroke('arrow'), { x: 400, y: 100 }), size)).toBe(true);
    expect(isSeen({ ...stroke('text'), text: '  ' }, size)).toBe(false);
    expect(isSeen({ ...stroke('text'), text: 'Crease' }, size)).toBe(true);
  });

  test('is drawn as thick on a small picture as on a large one, seen as a whole', () => {
    expect(penOf(size)).toBe(18);
    expect(penOf({ width: 40, height: 30 })).toBe(2);
  });
});

test('the head of an arrow lies behind its point, on both sides of it', () => {
  const [left, right] = arrowHead({ x: 0, y: 0 }, { x: 1000, y: 0 }, 10);
  expect(left.x).toBeCloseTo(1000 - 60 * Math.cos(Math.PI / 6));
  expect(left.y).toBeCloseTo(-right.y);
  expect(Math.abs(left.y)).toBeCloseTo(30);
  expect(arrowHead({ x: 0, y: 0 }, { x: 12, y: 0 }, 10)[0].x).toBeGreaterThanOrEqual(0);
});
