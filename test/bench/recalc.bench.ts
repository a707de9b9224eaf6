/** Recalculating an estimate of 500 lines with all its rules, beside a plain loop over integers; and whether a cent is lost. */
import { chanceOf } from '../../src-shared/demo/chance.ts';
import { linePricingGroups } from '../../src-shared/domain/estimate/line-pricing.ts';
import { estimateTotals, type TotalsInput } from '../../src-shared/domain/estimate/totals.ts';
import { exactTotals } from './exact-totals.ts';
import { integerLoop, plainOf } from './integer-loop.ts';
import { compare, type Figure, printVersions, takeTurns, timeOf } from './measure.ts';
import { randomEstimate, randomRuledEstimate } from './random-estimate.ts';

const seed = 20261121;
const lineCount = 500;
const recalculations = 2_000;
const checked = Number(process.env.BENCH_ESTIMATES ?? 1_000_000);

printVersions([]);
console.log(`An estimate of ${lineCount} lines (seed ${seed})`);
const estimate = randomEstimate(chanceOf(seed), lineCount);
const ruled = withFewExceptions(randomRuledEstimate(chanceOf(seed), lineCount));
const plain = plainOf(estimate);
const plainRuled = plainOf(ruled);
const sink = { cents: 0 };
const each = (work: () => number) => () =>
  timeOf(() => {
    for (let i = 0; i < recalculations; i += 1) sink.cents += work();
  }) / recalculations;
const figures = takeTurns(15, {
  product: each(() => estimateTotals(estimate).grandTotal),
  limit: each(() => integerLoop(plain)),
});
compare('Full recalculation (limit: one plain loop over the same lines in integers, without the rules)', {
  product: inMicroseconds(figures.product),
  limit: inMicroseconds(figures.limit),
  wanted: 'wanted: at most 4',
  unit: 'µs',
});

const underRules = takeTurns(15, {
  product: each(() => estimateTotals(ruled).grandTotal),
  limit: each(() => integerLoop(plainRuled)),
});
compare('The same with a profile: part markups, tax tiers, caps, betterment and lines that the customer pays', {
  product: inMicroseconds(underRules.product),
  limit: inMicroseconds(underRules.limit),
  wanted: 'wanted: at most 4',
  unit: 'µs',
});

console.log(`\nAgainst big integers: ${checked.toLocaleString('en-US')} random estimates of 1 to 12 lines`);
const chance = chanceOf(seed + 1);
let off = 0;
for (let i = 0; i < checked; i += 1) if (!isExact()) off += 1;
console.log(`  ${off} off by a cent or more (wanted: 0)`);
process.exitCode = off === 0 ? 0 : 1;

/** Betterment and lines of other people on every twenty-fifth line at most, as estimates have them. */
function withFewExceptions(input: TotalsInput): TotalsInput {
  const plain = {
    betterment: linePricingGroups.betterment.parse({}),
    share: linePricingGroups.share.parse({}),
  };
  return { ...input, lines: input.lines.map((line, i) => (i % 25 === 0 ? line : { ...line, ...plain })) };
}

function isExact(): boolean {
  const input = (chance.percent(50) ? randomEstimate : randomRuledEstimate)(chance, 1 + chance.below(12));
  const exact = exactTotals(input);
  const totals = estimateTotals(input);
  return (Object.keys(exact) as (keyof typeof exact)[]).every((name) => exact[name] === BigInt(totals[name]));
}

function inMicroseconds(figure: Figure): Figure {
  const { count, ...times } = figure;
  const scaled = Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, ms * 1000]));
  return { ...scaled, count } as Figure;
}
