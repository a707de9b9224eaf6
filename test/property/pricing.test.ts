import { expect, test } from 'vitest';
import { chanceOf } from '../../src-shared/demo/chance.ts';
import { estimateTotals } from '../../src-shared/domain/estimate/totals.ts';
import { exactTotals } from '../bench/exact-totals.ts';
import { randomRuledEstimate } from '../bench/random-estimate.ts';

const seed = 20261122;
const estimates = 20_000;

test('20,000 estimates under random profiles equal big integers to the cent', () => {
  const chance = chanceOf(seed);
  for (let i = 0; i < estimates; i += 1) {
    const input = randomRuledEstimate(chance, 1 + chance.below(10));
    const totals = estimateTotals(input);
    const exact = exactTotals(input);
    for (const name of Object.keys(exact) as (keyof typeof exact)[]) {
      if (BigInt(totals[name]) !== exact[name]) {
        expect({ seed, i, name, cents: BigInt(totals[name]), input }).toEqual({
          seed,
          i,
          name,
          cents: exact[name],
          input,
        });
      }
    }
  }
}, 240_000);
