/** Every cent: random estimates under random profiles, priced beside a second reckoning with big integers. */
import { expect, test } from 'vitest';
import { chanceOf } from '../../src-shared/demo/chance.ts';
import { automaticTimes } from '../../src-shared/domain/estimate/refinish/automatic-rows.ts';
import { estimateTotals } from '../../src-shared/domain/estimate/totals.ts';
import { exactAutomatic } from '../bench/exact-automatic.ts';
import { exactTotals } from '../bench/exact-totals.ts';
import { randomEstimate, randomRuledEstimate } from '../bench/random-estimate.ts';
import { randomRefinish } from '../bench/random-refinish.ts';
import { suiteOf } from './trust-run.ts';

const suite = suiteOf('exact', { few: 2_000, byName: 1_000_000 });
const batch = 1_000;

test('every total of every estimate, and all its automatic time, is that of big integers', async () => {
  const off: unknown[] = [];
  for (let from = 0; from < suite.count; from += batch) {
    const chance = chanceOf(suite.seed + from / batch);
    for (let i = from; i < Math.min(suite.count, from + batch); i += 1) {
      const random = chance.percent(30) ? randomEstimate : randomRuledEstimate;
      const input = random(chance, 1 + chance.below(12));
      const [totals, exact] = [estimateTotals(input), exactTotals(input)];
      const names = Object.keys(exact) as (keyof typeof exact)[];
      for (const name of names) {
        if (BigInt(totals[name]) !== exact[name]) off.push({ i, name, is: totals[name], exact: String(exact[name]) });
      }
      const refinish = randomRefinish(chance);
      const time = automaticTimes(refinish).rows.reduce((sum, row) => sum + BigInt(row.tenths), 0n);
      if (time !== exactAutomatic(refinish)) off.push({ i, name: 'automatic time', is: String(time) });
      suite.add('estimates', 1);
      suite.add('totals', names.length);
      suite.add('lines', input.lines.length);
    }
  }
  suite.add('off by a cent or a tenth', off.length);
  expect(off).toEqual([]);
});
