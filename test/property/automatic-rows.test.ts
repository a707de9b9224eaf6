import { expect, test } from 'vitest';
import { chanceOf } from '../../src-shared/demo/chance.ts';
import { automaticTimes } from '../../src-shared/domain/estimate/refinish/automatic-rows.ts';
import { exactAutomatic } from '../bench/exact-automatic.ts';
import { randomRefinish } from '../bench/random-refinish.ts';

test('the automatic time of 20,000 random estimates is what a second reckoning finds', () => {
  const chance = chanceOf(25);
  for (let i = 0; i < 20_000; i += 1) {
    const input = randomRefinish(chance);
    const time = automaticTimes(input).rows.reduce((sum, row) => sum + BigInt(row.tenths), 0n);
    if (time !== exactAutomatic(input)) expect({ i, time, input }).toEqual({ i, time: exactAutomatic(input), input });
  }
  expect(chance.below(1)).toBe(0);
});

test('keys are unique, rows stand under written lines, and no clear coat computed exceeds its cap', () => {
  const chance = chanceOf(26);
  for (let i = 0; i < 2_000; i += 1) {
    const input = randomRefinish(chance);
    const { rows } = automaticTimes(input);
    const ids = new Set(input.lines.map((line) => line.id));
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
    expect(rows.every((row) => ids.has(row.after))).toBe(true);
    const clear = rows.filter((row) => row.kind === 'clear-coat');
    const sum = clear.reduce((total, row) => total + row.computed, 0);
    if (input.rules.clearCapTenths !== null && !clear.some((row) => row.byHand)) expect(sum).toBeLessThanOrEqual(25);
  }
});
