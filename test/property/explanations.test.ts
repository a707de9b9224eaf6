import { expect, test } from 'vitest';
import { multiplyDivide, type Rate, rateOf } from '../../src-shared/base/money.ts';
import { chanceOf } from '../../src-shared/demo/chance.ts';
import { explainer } from '../../src-shared/domain/estimate/totals/explain.ts';
import type { Explanation, Figure } from '../../src-shared/domain/estimate/totals/explanation.ts';
import { estimateTotals } from '../../src-shared/domain/estimate/totals.ts';
import { randomRuledEstimate } from '../bench/random-estimate.ts';

const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);
const least = (amount: number, cap: number | null): number => (cap === null ? amount : Math.min(amount, cap));

/** What the rule, the terms and the lines of an explanation come to; undefined where only another reckoning could tell. */
function comesTo({ rule, terms, lines }: Explanation): number | undefined {
  switch (rule.kind) {
    case 'sum':
      return sum(terms.map((term) => term.sign * term.amount));
    case 'hours':
      return multiplyDivide(sum(lines.map((line) => line.tenths)), rule.perHour, 10) + rule.adjust;
    case 'prices':
      return rule.list + rule.markup - rule.discount;
    case 'paint':
      return least(rule.uncapped, rule.cap);
    case 'supplies': {
      const each = rule.parts.map(({ tenths, perHour, flat }) => multiplyDivide(tenths, perHour, 10) + flat);
      return least(sum(each), rule.cap);
    }
    case 'percent':
      return rateOf(rule.of, rule.rate as Rate);
    case 'tiers':
      return sum(rule.shares.map((share) => share.amount));
    case 'betterment':
      return sum(lines.map((line) => line.cents)) + rule.tax;
    case 'typed':
    case 'rounding':
    case 'difference':
    case 'due':
      return undefined;
  }
}

const roots: readonly Figure[] = ['insurer-pays', 'customer-pays', 'net', 'adjustments', 'grand-total'];

function everyFigure(explain: (figure: Figure) => Explanation): readonly Explanation[] {
  const found = new Map<Figure, Explanation>();
  const open = (figure: Figure): void => {
    if (found.has(figure)) return;
    const explanation = explain(figure);
    found.set(figure, explanation);
    for (const term of explanation.terms) open(term.figure);
  };
  for (const figure of roots) open(figure);
  for (const figure of ['parts', 'labor', 'supplies', 'misc-and-sublet', 'charges'] as const) open(figure);
  return [...found.values()];
}

test('every figure of 500 estimates opens down to lines and rates that make it again', () => {
  const chance = chanceOf(406);
  for (let i = 0; i < 500; i += 1) {
    const plain = randomRuledEstimate(chance, 1 + chance.below(10));
    const input = { ...plain, lines: plain.lines.map((line, n) => ({ ...line, id: `line ${n}` })) };
    for (const explanation of everyFigure(explainer(input))) {
      const again = comesTo(explanation);
      if (again === undefined) continue;
      const isClamped = explanation.rule.kind === 'betterment' && explanation.amount !== explanation.rule.due;
      expect({ i, figure: explanation.figure, again: isClamped ? explanation.amount : again }).toEqual({
        i,
        figure: explanation.figure,
        again: explanation.amount,
      });
    }
  }
});

test('the terms of a figure are the amounts that opening them shows', () => {
  const chance = chanceOf(407);
  for (let i = 0; i < 200; i += 1) {
    const plain = randomRuledEstimate(chance, 1 + chance.below(10));
    const explain = explainer({ ...plain, lines: plain.lines.map((line, n) => ({ ...line, id: `line ${n}` })) });
    for (const { figure, terms, rule } of everyFigure(explain)) {
      if (rule.kind === 'tiers') continue;
      for (const term of terms) {
        expect({ i, figure, of: term.figure, amount: term.amount }).toEqual({
          i,
          figure,
          of: term.figure,
          amount: explain(term.figure).amount,
        });
      }
    }
  }
});

test('the lines of parts, misc and hours sum to what their rule starts from, and the sums to the totals', () => {
  const chance = chanceOf(408);
  for (let i = 0; i < 200; i += 1) {
    const plain = randomRuledEstimate(chance, 1 + chance.below(10));
    const totals = estimateTotals(plain);
    const explain = explainer({ ...plain, lines: plain.lines.map((line, n) => ({ ...line, id: `line ${n}` })) });
    for (const { figure, rule, lines } of everyFigure(explain)) {
      const listed = sum(lines.map((line) => line.cents));
      if (rule.kind === 'prices' && (figure === 'misc' || figure.startsWith('part.'))) expect(listed).toBe(rule.list);
      if (rule.kind === 'hours') expect(sum(lines.map((line) => line.tenths))).toBe(rule.tenths);
    }
    expect(explain('parts').amount).toBe(totals.parts);
    expect(explain('misc-and-sublet').amount).toBe(totals.misc);
    expect(explain('charges').amount).toBe(totals.charges);
    expect(explain('net').amount).toBe(totals.net);
    expect(explain('insurer-pays').amount).toBe(totals.insurerPays);
    expect(explain('customer-pays').amount).toBe(totals.customerPays);
    expect(explain('adjustments').amount).toBe(totals.adjustments.total);
  }
});
