import { expect, test } from 'vitest';
import { type Chance, chanceOf } from '../../src-shared/demo/chance.ts';
import type { Operation } from '../../src-shared/domain/estimate/line.ts';
import {
  type AutomaticInput,
  automaticTimes,
  type RefinishLine,
} from '../../src-shared/domain/estimate/refinish/automatic-rows.ts';
import { automaticGroup, overlapChoices, panelGroup } from '../../src-shared/domain/estimate/refinish/panel.ts';
import { panelPlaces } from '../../src-shared/domain/estimate/refinish/panel-place.ts';
import { guideRules } from '../../src-shared/domain/estimate/refinish/refinish-rules.ts';
import { exactAutomatic } from '../bench/exact-automatic.ts';

function randomLine(chance: Chance, i: number): RefinishLine {
  const operation: Operation = chance.percent(15) ? 'blend' : 'repair';
  const byHand = () => (chance.percent(6) ? chance.below(20) : null);
  return {
    id: `line ${i}`,
    deleted: chance.percent(5),
    work: { operation },
    refinish: { tenths: chance.below(45), included: chance.percent(5) },
    panel: {
      ...panelGroup.parse({}),
      kind: chance.pick(['', 'major', 'major', 'minor']),
      place: chance.pick(panelPlaces),
      offCar: chance.percent(20),
      overlap: chance.percent(70) ? 'auto' : chance.pick(overlapChoices),
      edgingTenths: chance.percent(20) ? chance.below(10) : 0,
      undersideTenths: chance.percent(20) ? chance.below(20) : 0,
      twoTone: chance.percent(20),
    },
    automatic: { ...automaticGroup.parse({}), finish: byHand(), finishEdging: byHand(), twoTone: byHand() },
  };
}

const randomInput = (chance: Chance): AutomaticInput => ({
  lines: Array.from({ length: 1 + chance.below(9) }, (_, i) => randomLine(chance, i)),
  rules: {
    ...guideRules,
    clearCapTenths: chance.percent(60) ? 25 : null,
    twoToneCapTenths: chance.percent(30) ? 15 : null,
  },
  finish: { stages: chance.pick([1, 2, 3]), clearCoatTenths: chance.percent(10) ? chance.below(40) : null },
});

test('the automatic time of 20,000 random estimates is what a second reckoning finds', () => {
  const chance = chanceOf(25);
  for (let i = 0; i < 20_000; i += 1) {
    const input = randomInput(chance);
    const time = automaticTimes(input).rows.reduce((sum, row) => sum + BigInt(row.tenths), 0n);
    if (time !== exactAutomatic(input)) expect({ i, time, input }).toEqual({ i, time: exactAutomatic(input), input });
  }
  expect(chance.below(1)).toBe(0);
});

test('keys are unique, rows stand under written lines, and no clear coat computed exceeds its cap', () => {
  const chance = chanceOf(26);
  for (let i = 0; i < 2_000; i += 1) {
    const input = randomInput(chance);
    const { rows } = automaticTimes(input);
    const ids = new Set(input.lines.map((line) => line.id));
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
    expect(rows.every((row) => ids.has(row.after))).toBe(true);
    const clear = rows.filter((row) => row.kind === 'clear-coat');
    const sum = clear.reduce((total, row) => total + row.computed, 0);
    if (input.rules.clearCapTenths !== null && !clear.some((row) => row.byHand)) expect(sum).toBeLessThanOrEqual(25);
  }
});
