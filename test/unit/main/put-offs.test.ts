/** What is put off lets others go first, and comes again after a longer wait each time. */
import { expect, test } from 'vitest';
import { createPutOffs } from '../../../src-main/sync/back-off.ts';

test('what was put off is passed over until it is due, each time for longer', () => {
  const time = { now: 1_000 };
  const offs = createPutOffs({ clock: () => time.now, random: (count) => new Uint8Array(count).fill(128) });
  const next = (...all: string[]) => offs.next(all, (one) => one);
  expect([next(), next('a', 'b')]).toEqual([undefined, 'a']);
  offs.put('a');
  expect([next('a', 'b'), next('a')]).toEqual(['b', 500]);
  time.now += 500;
  expect(next('a', 'b')).toBe('a');
  offs.put('a');
  expect([next('a'), offs.count()]).toEqual([1_000, 1]);
  offs.drop('a');
  expect([next('a'), offs.count()]).toEqual(['a', 0]);
});
