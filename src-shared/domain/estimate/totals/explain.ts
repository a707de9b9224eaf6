// Why a figure of the totals is what it is: the rule that makes it, the figures and the lines it is made of.

import { type Cents, cents } from '../../../base/money.ts';
import type { LineShare } from '../line-pricing.ts';
import { type Totals, type TotalsInput, totalsOf } from '../totals.ts';
import { type Adjusted, type Adjustments, adjust, deductibleDue, isInsured } from './adjustments.ts';
import { type Category, type CoarseKind, categories, coarseKind, familyOf } from './category.ts';
import { explainCategory } from './explain-category.ts';
import type { Explanation, Figure, Rule, Term } from './explanation.ts';
import type { LinePart, NamedLine } from './lines-of.ts';
import { type Reckoning, reckon } from './reckon.ts';
import { tierShares } from './taxes.ts';

export type ExplainInput = Omit<TotalsInput, 'lines'> & { readonly lines: readonly NamedLine[] };

/** Explains the figures of an estimate; reckons it once for as many as are opened. */
export function explainer(input: ExplainInput): (figure: Figure) => Explanation {
  const reckoning = reckon(input);
  const context = { input, reckoning, totals: totalsOf(input, reckoning), ...adjust(input, reckoning) };
  return (figure) => explain(figure, context);
}

type Context = Adjusted & {
  readonly input: ExplainInput;
  readonly reckoning: Reckoning;
  readonly totals: Totals;
};

const isCategory = (figure: Figure): figure is Category => (categories as readonly string[]).includes(figure);

function explain(figure: Figure, context: Context): Explanation {
  if (isCategory(figure)) return explainCategory(figure, context.input, context.reckoning);
  if (figure.startsWith('tax.')) return explainTax(figure, context.reckoning);
  const terms = termsOf(figure, context);
  if (terms === undefined) return { figure, terms: [], lines: [], ...single(figure, context) };
  const shown = terms.filter((term) => term.amount !== 0);
  const amount = cents(shown.reduce((sum, term) => sum + term.sign * term.amount, 0));
  return { figure, amount, rule: { kind: 'sum' }, terms: shown, lines: [] };
}

function explainTax(figure: Figure, { taxes, entries }: Reckoning): Explanation {
  const taken = taxes[Number(figure.slice('tax.'.length))];
  if (taken === undefined) return { figure, amount: cents(0), rule: { kind: 'typed' }, terms: [], lines: [] };
  const { tax, family, base, amount } = taken;
  const terms = entries.flatMap(({ category, ...entry }, i): readonly Term[] => {
    const taxed = cents(entry.amount - entry.untaxed);
    const isOn = tax.on[i] === true && taxed !== 0 && (family === null || familyOf(category) === family);
    return isOn ? [plus(category, taxed)] : [];
  });
  return { figure, amount, rule: { kind: 'tiers', base, shares: tierShares(base, tax.tiers) }, terms, lines: [] };
}

const plus = (figure: Figure, amount: Cents): Term => ({ figure, amount, sign: 1 });
const minus = (figure: Figure, amount: Cents): Term => ({ figure, amount, sign: -1 });

const coarseKinds: Readonly<Partial<Record<Figure, CoarseKind>>> = {
  parts: 'parts',
  labor: 'labor',
  supplies: 'supplies',
  'misc-and-sublet': 'misc',
  charges: 'charges',
};

/** The figures whose sum a figure is; undefined for one that is no sum of others. */
function termsOf(figure: Figure, { input, reckoning, totals, adjustments }: Context): readonly Term[] | undefined {
  const { grandTotal } = totals;
  const kind = coarseKinds[figure];
  if (kind !== undefined) return entryTerms(reckoning, kind);
  switch (figure) {
    case 'subtotal':
      return [...entryTerms(reckoning), plus('rounding', totals.rounding)];
    case 'tax':
      return totals.taxes.map((one, i) => plus(`tax.${i}`, one.amount));
    case 'grand-total':
      return [plus('subtotal', totals.subtotal), minus('discount', totals.discount), plus('tax', totals.tax)];
    case 'adjustments':
      return adjustmentTerms(adjustments, 1);
    case 'net': {
      const inSettlement = input.rates.reckoning?.deductibleIn === 'settlement';
      const off = adjustmentTerms(adjustments, -1).filter((term) => !inSettlement || term.figure !== 'deductible');
      return [plus('grand-total', grandTotal), ...off];
    }
    case 'insurer-pays':
      return isInsured(input.insurance) ? [plus('grand-total', grandTotal), ...adjustmentTerms(adjustments, -1)] : [];
    case 'customer-pays':
      return [plus('grand-total', grandTotal), minus('insurer-pays', totals.insurerPays)];
    default:
      return undefined;
  }
}

const entryTerms = ({ entries }: Reckoning, kind?: CoarseKind): readonly Term[] =>
  entries
    .filter(({ category }) => kind === undefined || coarseKind(category) === kind)
    .map(({ category, amount }) => plus(category, amount));

const adjustmentTerms = ({ total: _, ...each }: Adjustments, sign: 1 | -1): readonly Term[] =>
  (Object.entries(each) as [Exclude<keyof Adjustments, 'total'>, Cents][]).map(([figure, amount]) => ({
    figure,
    amount,
    sign,
  }));

type Single = { readonly amount: Cents; readonly rule: Rule; readonly lines?: readonly LinePart[] };

function single(figure: Figure, context: Context): Single {
  const { input, reckoning, adjustments, claim } = context;
  const typed = input.estimate.adjustments;
  switch (figure) {
    case 'rounding':
      return { amount: reckoning.rounding, rule: { kind: 'rounding' } };
    case 'discount':
      return discountWhy(context);
    case 'customerLines':
      return differenceWhy(adjustments.customerLines, input, 'customer', 0);
    case 'relatedPrior':
      return differenceWhy(adjustments.relatedPrior, input, 'related-prior', typed?.relatedPriorCents ?? 0);
    case 'unrelatedPrior':
      return differenceWhy(adjustments.unrelatedPrior, input, 'unrelated-prior', typed?.unrelatedPriorCents ?? 0);
    case 'betterment':
      return bettermentWhy(context);
    case 'deductible':
      return { amount: adjustments.deductible, rule: { kind: 'due', due: deductibleDue(input.insurance, claim) } };
    default:
      return { amount: adjustments.appearanceAllowance, rule: { kind: 'typed' } };
  }
}

function discountWhy({ input: { rates }, reckoning }: Context): Single {
  const { discount: amount, subtotal: of } = reckoning;
  const isSum = (rates.discountSum?.amountCents ?? 0) !== 0;
  return { amount, rule: isSum ? { kind: 'typed' } : { kind: 'percent', of, rate: rates.discount.rate } };
}

function differenceWhy(amount: Cents, input: ExplainInput, share: LineShare, typedCents: number): Single {
  const lines = input.lines
    .filter((line) => !line.deleted && line.share?.of === share)
    .map(({ id }) => ({ id, tenths: 0, cents: cents(0) }));
  return { amount, rule: { kind: 'difference', typed: cents(typedCents) }, lines };
}

function bettermentWhy({ input, adjustments, betterment }: Context): Single {
  const lines = betterment.lines.map((one) => ({
    id: input.lines[one.index]?.id ?? '',
    tenths: 0,
    cents: one.amount,
  }));
  return {
    amount: adjustments.betterment,
    rule: { kind: 'betterment', tax: betterment.tax, due: betterment.amount },
    lines,
  };
}
