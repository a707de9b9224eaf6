/** Recalculating an estimate of 500 lines with all its rules, beside plain integers, decimals and a spreadsheet. */
import { priceEstimate } from '../../src-shared/domain/estimate/price-estimate.ts';
import { estimateTotals } from '../../src-shared/domain/estimate/totals.ts';
import { integerLoop, type PlainEstimate, plainOf } from './integer-loop.ts';
import { compare, type Figure, printVersions, takeTurns, timeOf } from './measure.ts';
import { writtenEstimate } from './written-estimate.ts';

/** What `peers/recalculation.mjs` gives. */
type Peers = {
  readonly decimalLoop: (plain: PlainEstimate) => () => number;
  readonly sheetEdit: (plain: PlainEstimate) => () => number;
};

const seed = 20261121;
const lineCount = 500;
const rounds = 200;

const written = writtenEstimate(seed, lineCount);
const priced = priceEstimate(written);
const lines = priced.sheet.lines;
const plain = plainOf({ ...written, lines });
const peers = (await import(String(new URL('peers/recalculation.mjs', import.meta.url)))) as Peers;
const decimalLoop = peers.decimalLoop(plain);
const sheetEdit = peers.sheetEdit(plain);
const difference = Math.abs(decimalLoop() - integerLoop(plain));
if (difference > 0) throw new Error(`decimal.js and the plain loop differ by ${difference} cents`);

printVersions([], { 'decimal.js': '10.6.0', HyperFormula: '3.5.0' });
const panels = written.lines.filter(({ panel }) => panel !== undefined).length;
console.log(
  `${lineCount} lines (seed ${seed}), ${panels} of them refinished panels, with ${lines.length - lineCount} automatic rows\n`,
);

const sink = { cents: 0 };
const times = (count: number, work: () => number) => () =>
  timeOf(() => {
    for (let i = 0; i < count; i += 1) sink.cents += work();
  }) / count;
const taken = takeTurns(rounds, {
  all: times(20, afterEdit()),
  anew,
  totals: times(20, () => estimateTotals({ ...priced.pricing, lines }).grandTotal),
  loop: times(20, () => integerLoop(plain)),
  sheet: times(2, sheetEdit),
  decimals: times(1, decimalLoop),
});
const figures = Object.fromEntries(Object.entries(taken).map(([name, figure]) => [name, inMicroseconds(figure)]));
const figure = (name: keyof typeof taken) => figures[name] as Figure;

const all = 'One line changed, everything priced again: automatic rows, profile, taxes, shares';
against(`${all} (limit: one plain loop over all rows in integers)`, 'all', 'loop', 'at most 4');
against('Its totals alone (limit: the same loop)', 'totals', 'loop', 'at most 4');
compare('Every line, rate and rule seen for the first time, as at opening (limit: the same loop)', {
  product: figure('anew'),
  limit: figure('loop'),
  wanted: 'once an estimate, without a limit',
  unit: 'µs',
});
against(`${all} (limit: HyperFormula, one labour type changed)`, 'all', 'sheet', 'at most 0.1');
against(`${all} (limit: the plain loop with decimal.js)`, 'all', 'decimals', 'at most 0.033');

function against(name: string, product: keyof typeof taken, limit: keyof typeof taken, wanted: string): void {
  compare(name, { product: figure(product), limit: figure(limit), wanted: `wanted: ${wanted}`, unit: 'µs' });
}

/** As after a keystroke: every line but one is the same as before. */
function afterEdit(): () => number {
  let edits = 0;
  return () => {
    edits += 1;
    const at = edits % lineCount;
    const changed = written.lines.slice();
    const line = changed[at];
    if (line !== undefined) changed[at] = { ...line, labor: { ...line.labor, tenths: edits % 80 } };
    return priceEstimate({ ...written, lines: changed }).totals.grandTotal;
  };
}

/** As when an estimate is opened: nothing is remembered of it. */
function anew(): number {
  const estimates = Array.from({ length: 4 }, () => structuredClone(written));
  const took = timeOf(() => {
    for (const estimate of estimates) sink.cents += priceEstimate(estimate).totals.grandTotal;
  });
  return took / estimates.length;
}

function inMicroseconds({ count, ...times }: Figure): Figure {
  const scaled = Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, ms * 1000]));
  return { ...scaled, count } as Figure;
}
