/** Every figure, problem and computed time has words of its own, with its numbers in them. */
import { expect, test } from 'vitest';
import { changedRows, whyBlend, whyRow } from '../../../src-renderer/words/automatic-words.ts';
import { figureName, ruleWords } from '../../../src-renderer/words/figure-words.ts';
import { wordProblem } from '../../../src-renderer/words/problem-words.ts';
import { chanceOf } from '../../../src-shared/demo/chance.ts';
import { lineSpec } from '../../../src-shared/domain/estimate/line.ts';
import type { ProblemKey } from '../../../src-shared/domain/estimate/problems/problem.ts';
import { automaticChanges } from '../../../src-shared/domain/estimate/refinish/automatic-changes.ts';
import { type AutomaticInput, automaticTimes } from '../../../src-shared/domain/estimate/refinish/automatic-rows.ts';
import { noPanel } from '../../../src-shared/domain/estimate/refinish/known-panel.ts';
import { guideRules } from '../../../src-shared/domain/estimate/refinish/refinish-rules.ts';
import { categories } from '../../../src-shared/domain/estimate/totals/category.ts';
import { explainer } from '../../../src-shared/domain/estimate/totals/explain.ts';
import type { Figure } from '../../../src-shared/domain/estimate/totals/explanation.ts';
import { estimateTotals } from '../../../src-shared/domain/estimate/totals.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import { randomRuledEstimate } from '../../bench/random-estimate.ts';

const panelLine = (
  id: string,
  tenths: number,
  place: 'hood' | 'left-fender' | 'roof',
): AutomaticInput['lines'][number] => ({
  id,
  deleted: false,
  work: { operation: 'repair' },
  refinish: { tenths, included: false },
  panel: { ...noPanel, kind: 'major', place },
});
const timesOf = (lines: AutomaticInput['lines'], clearCoatTenths: number | null = null) =>
  automaticTimes({ lines, rules: guideRules, finish: { stages: 2, clearCoatTenths } });
const nameLine = (id: string): string => `line ${id}`;

test('a computed time says its percentage, its hours and its neighbor', () => {
  const { rows } = timesOf([panelLine('1', 30, 'hood'), panelLine('2', 20, 'left-fender')]);
  const words = rows.map((row) => whyRow(row, nameLine).join(' '));
  expect(words[0]).toContain('40 % of 3.0 h, which is what overlap leaves of the panel: 1.2 h.');
  expect(words[1]).toContain('A major panel beside line 1. The rules take 0.4 h off.');
  expect(words[2]).toContain('20 % of 1.6 h');
});

test('a cap says what it cuts off, and a time set by hand what it would be', () => {
  const capped = timesOf([panelLine('1', 80, 'hood')]).rows[0];
  expect(capped && whyRow(capped, nameLine)[0]).toBe(
    'Together the rows of this kind come to 3.2 h; the profile allows 2.5 h at most.',
  );
  const whole = timesOf([panelLine('1', 30, 'hood')], 8).rows[0];
  expect(whole && whyRow(whole, nameLine).at(-1)).toBe('Set by hand to 0.8 h. Computed it would be 1.2 h.');
});

test('a blend says of which time it is a share', () => {
  const [blend] = timesOf([
    { ...panelLine('1', 0, 'hood'), work: { operation: 'blend' }, panel: { ...noPanel, fullTenths: 24 } },
  ]).blends;
  expect(blend && whyBlend(blend)).toEqual(["A blend takes 50 % of 2.4 h of its panel's full time: 1.2 h."]);
});

test('what an edit changed is named with both times', () => {
  const before = timesOf([panelLine('1', 30, 'hood'), panelLine('2', 20, 'roof')]);
  const after = timesOf([panelLine('1', 30, 'hood'), panelLine('2', 20, 'left-fender')]);
  const words = changedRows(automaticChanges(before, after), before, after, nameLine);
  expect(words).toEqual(['Overlap Major Adj. Panel (line 2) -0.2 → -0.4', 'Add for Clear Coat (line 2) 0.4 → 0.3']);
});

const figures: readonly Figure[] = [
  ...categories,
  'parts',
  'labor',
  'supplies',
  'misc-and-sublet',
  'charges',
  'rounding',
  'subtotal',
  'discount',
  'tax.0',
  'tax',
  'grand-total',
  'customerLines',
  'relatedPrior',
  'unrelatedPrior',
  'appearanceAllowance',
  'betterment',
  'deductible',
  'adjustments',
  'net',
  'customer-pays',
  'insurer-pays',
];

test('every figure of any estimate is named and says how it is made', () => {
  const chance = chanceOf(7);
  for (let i = 0; i < 50; i += 1) {
    const input = randomRuledEstimate(chance, 8);
    const { taxes } = estimateTotals(input);
    const lines = input.lines.map((line, at) => ({
      ...line,
      id: String(at),
      text: emptyGroup(lineSpec, 'text'),
    }));
    const explain = explainer({ ...input, lines });
    const names = figures.map((figure) => figureName(figure, taxes));
    // The one tax of an estimate bears the name of all of them.
    expect(new Set(names).size).toBeGreaterThanOrEqual(figures.length - 1);
    for (const figure of figures) expect(ruleWords(explain(figure).rule).join(' ')).not.toMatch(/undefined|NaN/);
  }
});

const values = { cents: 12_345, total: 10_000, tenths: 415, line: 4, percent: 120, labor: 'frame', tax: 'LS', acv: 99 };

test('problems say their numbers and what to do', () => {
  const keys: readonly ProblemKey[] = [
    'line-open',
    'line-twice',
    'hours-large',
    'rate-missing',
    'deductible-over-total',
    'tax-tier-gap',
    'total-over-acv',
    'markup-large',
  ];
  const words = keys.map((key) => wordProblem({ key, values }));
  for (const { what, todo } of words) expect(`${what} ${todo}`).not.toMatch(/undefined|NaN/);
  expect(wordProblem({ key: 'rate-missing', values }).what).toBe('41.5 h of Frame Labor have no rate.');
  expect(wordProblem({ key: 'line-twice', values }).what).toBe('Says the same as line 4.');
});
