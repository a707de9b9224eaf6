/** What is drawn is kept as text, stroke by stroke, and read again as it was. */
import { expect, test } from 'vitest';
import type { Stroke } from '../../../src-shared/domain/photo/stroke.ts';
import { readStroke, strokeText } from '../../../src-shared/domain/photo/stroke-text.ts';

const stroke = (change: Partial<Stroke> = {}): Stroke => ({
  ...{ tool: 'free', colour: 'red', text: '' },
  points: [
    { x: 12, y: 40 },
    { x: -3, y: 4000 },
  ],
  ...change,
});

test('a stroke is read as it was kept', () => {
  expect(readStroke(strokeText(stroke()))).toEqual(stroke());
  const words = stroke({ tool: 'text', colour: 'cyan', text: 'Crease "12"', points: [{ x: 1, y: 2 }] });
  expect(readStroke(strokeText(words))).toEqual(words);
});

test('a line of a hundred thousand points stays short, and keeps both ends', () => {
  const points = Array.from({ length: 100_000 }, (_, at) => ({ x: at % 4032, y: at % 3024 }));
  const text = strokeText(stroke({ points: points as unknown as Stroke['points'] }));
  expect(text.length).toBeLessThan(40_000);
  const read = readStroke(text);
  expect([read?.points[0], read?.points.at(-1)]).toEqual([points[0], points.at(-1)]);
});

test('what another program kept is no stroke', () => {
  for (const text of ['', '{', '{}', '[]', strokeText(stroke()).replace('12,40', '12'), '{"tool":"spray"}']) {
    expect(readStroke(text)).toBeUndefined();
  }
});
