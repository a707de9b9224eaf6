/** Estimates of any shape and size by seeded chance, with every operation, sign, switch and cap that totals know. */
import type { Chance } from '../../src-shared/demo/chance.ts';
import { type LaborType, laborTypes } from '../../src-shared/domain/estimate/labor-type.ts';
import { operations, partTypes } from '../../src-shared/domain/estimate/line.ts';
import type { PricedLine, TotalsInput } from '../../src-shared/domain/estimate/totals.ts';
import { payers } from '../../src-shared/domain/insurance/insurance.ts';
import { randomLineRules, randomRules } from './random-rules.ts';

/** An estimate of that many lines. */
export function randomEstimate(chance: Chance, lineCount: number): TotalsInput {
  const money = (most: number) => chance.below(most + 1);
  const often = () => chance.percent(80);
  return {
    lines: Array.from({ length: lineCount }, () => randomLine(chance)),
    rates: {
      labor: Object.fromEntries(laborTypes.map((type) => [type, money(25_000)])) as Record<LaborType, number>,
      supplies: {
        paintPerHourCents: money(9_000),
        paintCapCents: chance.percent(33) ? money(200_000) : null,
        bodyPerHourCents: chance.percent(50) ? money(2_000) : 0,
      },
      tax: {
        rate: chance.below(150_000),
        parts: often(),
        labor: often(),
        supplies: often(),
        misc: often(),
        charges: often(),
      },
      discount: { rate: chance.percent(33) ? chance.below(200_000) : 0 },
    },
    estimate: { charges: { towingCents: money(30_000), storageCents: money(9_999), otherCents: money(2_500) } },
    insurance: { payer: { payer: chance.pick(payers) }, deductible: { amountCents: money(200_000) } },
  };
}

/** An estimate of that many lines with a profile's rules, line prices of their own, betterment and other people's lines. */
export function randomRuledEstimate(chance: Chance, lineCount: number): TotalsInput {
  const plain = randomEstimate(chance, lineCount);
  const rules = randomRules(chance);
  return {
    lines: plain.lines.map((line) => ({
      ...line,
      part: { ...line.part, type: chance.pick(partTypes) },
      ...randomLineRules(chance),
    })),
    rates: { ...plain.rates, ...rules.rates },
    estimate: { ...plain.estimate, ...rules.estimate },
    insurance: {
      payer: { payer: chance.percent(70) ? 'Insurance Company' : 'Self Pay' },
      deductible: plain.insurance.deductible,
      ...rules.insurance,
    },
    clearBeyondCap: chance.below(30),
  };
}

function randomLine(chance: Chance): PricedLine {
  const operation = chance.pick(operations);
  const takesTime = operation === 'overlap' || operation === 'credit' || operation === 'deduction';
  const time = (most: number) => (takesTime ? -1 : 1) * chance.below(most + 1);
  const sign = operation === 'credit' ? -1 : 1;
  const rare = () => chance.percent(12);
  return {
    deleted: chance.percent(5),
    work: { operation },
    part: {
      type: '',
      number: '',
      quantity: chance.percent(25) ? chance.below(12) : 1,
      priceCents: sign * chance.below(250_000),
      included: rare(),
      taxed: !rare(),
    },
    labor: { type: chance.pick(laborTypes), tenths: time(80), included: rare() },
    refinish: { tenths: time(45), included: rare() },
    misc: { amountCents: chance.percent(33) ? sign * chance.below(60_000) : 0, taxed: !rare() },
  };
}
