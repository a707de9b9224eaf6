// Why a category costs what it does: its lines, its rate, its markup or its cap.

import { type Cents, cents } from '../../../base/money.ts';
import type { Estimate } from '../estimate.ts';
import { type Category, categoryIndex, coarseKind, partCategory } from './category.ts';
import type { Explanation, Rule } from './explanation.ts';
import { type LinePart, linesOf, type NamedLine } from './lines-of.ts';
import type { PricingRates, Reckoning } from './reckon.ts';

type Input = {
  readonly lines: readonly NamedLine[];
  readonly rates: PricingRates;
  readonly estimate: Pick<Estimate, 'charges'>;
};

/** Explains one category. */
export function explainCategory(category: Category, input: Input, reckoning: Reckoning): Explanation {
  const lines = linesOf(input.lines, category, input.rates.bodySupplies?.hours === 'repair');
  const amount = reckoning.entries[categoryIndex[category]]?.amount ?? cents(0);
  const rule = ruleOf({ category, amount, lines }, input, reckoning);
  return { figure: category, amount, rule, terms: [], lines };
}

type Found = { readonly category: Category; readonly amount: Cents; readonly lines: readonly LinePart[] };

function ruleOf(found: Found, input: Input, reckoning: Reckoning): Rule {
  switch (coarseKind(found.category)) {
    case 'parts':
      return partsRule(found, reckoning);
    case 'labor':
      return laborRule(found, reckoning);
    case 'supplies':
      return suppliesRule(found.category, input, reckoning);
    case 'misc':
      return pricesRule(found.amount, listOf(found.lines));
    case 'charges':
      return pricesRule(found.amount, typedCharge(found.category, input));
  }
}

const listOf = (lines: readonly LinePart[]): number => lines.reduce((sum, line) => sum + line.cents, 0);

function typedCharge(category: Category, { estimate: { charges } }: Input): number {
  if (category === 'towing') return charges.towingCents;
  return category === 'storage' ? charges.storageCents : charges.otherCents;
}

const pricesRule = (amount: Cents, list: number): Rule => ({
  kind: 'prices',
  list: cents(list),
  markup: cents(Math.max(amount - list, 0)),
  discount: cents(Math.max(list - amount, 0)),
});

function partsRule({ category, amount }: Found, { parts }: Reckoning): Rule {
  const found = parts.find((one) => partCategory(one.type) === category);
  if (found === undefined) return pricesRule(amount, 0);
  return { kind: 'prices', list: found.list, markup: found.markup, discount: found.discount };
}

function laborRule({ category, amount }: Found, { labor }: Reckoning): Rule {
  const found = labor.find((one) => category === `labor.${one.type}`);
  if (found === undefined) return pricesRule(amount, 0);
  return { kind: 'hours', tenths: found.tenths, perHour: found.perHour, adjust: found.adjust };
}

function suppliesRule(category: Category, { rates }: Input, { paint, body, extras }: Reckoning): Rule {
  if (category === 'paint-supplies') {
    const { method, tenths, perHour, uncapped, cap } = paint;
    return { kind: 'paint', method, tenths, perHour, uncapped, cap };
  }
  const of = category === 'body-supplies' ? [{ name: '', flat: cents(0), ...body }] : extras;
  const capCents = rates.bodySupplies?.capCents ?? null;
  return {
    kind: 'supplies',
    parts: of.map(({ name, tenths, perHour, flat }) => ({ name, tenths, perHour, flat })),
    cap: category === 'body-supplies' && capCents !== null ? cents(capCents) : null,
  };
}
