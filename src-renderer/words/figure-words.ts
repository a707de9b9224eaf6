// The words for the figures of totals: what each is called, and how it is made.

import { printHours, type Tenths } from '../../src-shared/base/hours.ts';
import { type Cents, printMoney, printRate, type Rate } from '../../src-shared/base/money.ts';
import { laborNames, laborTypes } from '../../src-shared/domain/estimate/labor-type.ts';
import { partTypes } from '../../src-shared/domain/estimate/line.ts';
import { partTypeWords } from '../../src-shared/domain/estimate/part-type-words.ts';
import { partCategory } from '../../src-shared/domain/estimate/totals/category.ts';
import type { Figure, Rule } from '../../src-shared/domain/estimate/totals/explanation.ts';
import type { Totals } from '../../src-shared/domain/estimate/totals.ts';

const names: Readonly<Record<string, string>> = {
  parts: 'Parts',
  labor: 'Labor',
  supplies: 'Supplies',
  'paint-supplies': 'Paint Supplies',
  'body-supplies': 'Body Supplies',
  'extra-supplies': 'Extra Supplies',
  'misc-and-sublet': 'Miscellaneous',
  misc: 'Miscellaneous without sublet',
  sublet: 'Sublet',
  charges: 'Other Charges',
  towing: 'Towing',
  storage: 'Storage',
  other: 'Other',
  rounding: 'Rounding',
  subtotal: 'Subtotal',
  discount: 'Discount',
  tax: 'Sales Tax',
  'grand-total': 'Grand Total',
  customerLines: 'Customer pay lines',
  relatedPrior: 'Related prior damage',
  unrelatedPrior: 'Unrelated prior damage',
  appearanceAllowance: 'Appearance allowance',
  betterment: 'Betterment',
  deductible: 'Deductible',
  adjustments: 'Adjustments',
  net: 'Net',
  'customer-pays': 'Customer pays',
  'insurer-pays': 'Insurer pays',
  ...Object.fromEntries(laborTypes.map((type) => [`labor.${type}`, laborNames[type]])),
  ...Object.fromEntries(
    partTypes.map((type) => [
      partCategory(type),
      type === '' ? 'Parts without a type' : `Parts: ${partTypeWords[type].name}`,
    ]),
  ),
};

/** What a figure is called; a tax by its own name. */
export function figureName(figure: Figure, taxes: Totals['taxes']): string {
  if (!figure.startsWith('tax.')) return names[figure] ?? figure;
  const taken = taxes[Number(figure.slice('tax.'.length))];
  if (taken === undefined) return 'Sales Tax';
  const name = taken.tax.name || taken.tax.code || 'Sales Tax';
  return taken.family === null ? name : `${name} on ${taken.family}`;
}

/** How a figure is made, one sentence a step. */
export function ruleWords(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'sum':
      return [];
    case 'hours':
      return [
        `${hours(rule.tenths)} at ${printMoney(rule.perHour)} an hour`,
        ...some(rule.adjust, (amount) => `and ${amount} by the profile's labor adjustment`),
      ];
    case 'prices':
      return [
        `${printMoney(rule.list)} as written`,
        ...some(rule.markup, (amount) => `plus ${amount} markup`),
        ...some(rule.discount, (amount) => `less ${amount} discount`),
      ];
    case 'paint':
      return paintWords(rule);
    case 'supplies':
      return suppliesWords(rule);
    case 'percent':
      return [`${percent(rule.rate)} of ${printMoney(rule.of)}`];
    case 'tiers':
      return tierWords(rule);
    case 'typed':
      return ['Typed as a sum.'];
    case 'rounding':
      return [
        'Labor, parts and the rest are each summed unrounded and rounded once; their categories may differ by a cent.',
      ];
    case 'difference':
      return [
        'What the total is with these lines, less what it would be without them: caps, tax and supplies included.',
        ...some(rule.typed, (amount) => `and ${amount} typed as a sum`),
      ];
    case 'betterment':
      return [
        `${printMoney(rule.due)} of the lines`,
        ...some(rule.tax, (amount) => `of which ${amount} is tax`),
        'at most what is left of the total',
      ];
    case 'due':
      return [`${printMoney(rule.due)} is due, at most what is left of the total`];
  }
}

const paintMethods: Readonly<Record<Extract<Rule, { kind: 'paint' }>['method'], string>> = {
  rate: '',
  threshold: 'one rate up to a number of hours and another beyond',
  percent: 'a percentage of refinish time at the refinish labor rate',
  'sum-table': "the sum of the profile's table for these hours",
  'rate-table': "the rate of the profile's table for these hours",
  flat: 'one sum wherever there is refinish time',
};

function paintWords({ method, tenths, perHour, uncapped, cap }: Extract<Rule, { kind: 'paint' }>): readonly string[] {
  const made =
    method === 'rate'
      ? `${hours(tenths)} at ${printMoney(perHour)} an hour`
      : `${hours(tenths)}: ${paintMethods[method]} is ${printMoney(uncapped)}`;
  if (cap === null) return [made];
  const bites = uncapped > cap ? `, less than the ${printMoney(uncapped)} that the hours come to` : '';
  return [made, `at most ${printMoney(cap)}${bites}`];
}

function suppliesWords({ parts, cap }: Extract<Rule, { kind: 'supplies' }>): readonly string[] {
  const each = parts.map(({ name, tenths, perHour, flat }) => {
    const timed = perHour === 0 ? '' : `${hours(tenths)} at ${printMoney(perHour)} an hour`;
    const sum = flat === 0 ? '' : `${printMoney(flat)} once`;
    const made = [timed, sum].filter((part) => part !== '').join(' and ') || `${hours(tenths)} without a rate`;
    return name === '' ? made : `${name}: ${made}`;
  });
  return cap === null ? each : [...each, `at most ${printMoney(cap)}`];
}

function tierWords({ base, shares }: Extract<Rule, { kind: 'tiers' }>): readonly string[] {
  const [only, ...others] = shares;
  if (only === undefined) return [`No tier of this tax reaches ${printMoney(base)}.`];
  if (others.length === 0 && only.tier.bottomCents === 0 && only.tier.surchargeCents === 0) {
    return [`${percent(only.tier.rate)} of ${printMoney(base)}`];
  }
  return shares.map(({ tier, slice, amount }) => {
    const surcharge = tier.surchargeCents === 0 ? '' : ` and ${printMoney(tier.surchargeCents as Cents)}`;
    const from = tier.bottomCents === 0 ? '' : ` from ${printMoney(tier.bottomCents as Cents)}`;
    return `${percent(tier.rate)} of ${printMoney(slice)}${from}${surcharge}: ${printMoney(amount)}`;
  });
}

const hours = (tenths: number): string => `${printHours(tenths as Tenths)} h`;
const percent = (rate: number): string => `${printRate(rate as Rate)} %`;
const some = (amount: Cents, words: (printed: string) => string): readonly string[] =>
  amount === 0 ? [] : [words(printMoney(amount))];
