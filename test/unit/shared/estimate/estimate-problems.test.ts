import { expect, test } from 'vitest';
import {
  estimatePricingGroups,
  insurancePricingGroups,
} from '../../../../src-shared/domain/estimate/adjustment-groups.ts';
import { linePricingGroups } from '../../../../src-shared/domain/estimate/line-pricing.ts';
import { estimateProblems, lockObstacles } from '../../../../src-shared/domain/estimate/problems/estimate-problems.ts';
import type { ProblemKey, ProblemsInput } from '../../../../src-shared/domain/estimate/problems/problem.ts';
import { rateRuleGroups } from '../../../../src-shared/domain/estimate/profile/rate-rules.ts';
import { type SheetLine, withAutomatic } from '../../../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import { guideRules } from '../../../../src-shared/domain/estimate/refinish/refinish-rules.ts';
import { linesOfPrint, type PrintLine } from '../../../support/golden/print-line.ts';
import { emptyEstimate, emptyRates } from '../../../support/golden/printed-totals.ts';

type Written = Partial<Omit<PrintLine, 'line'>> & { readonly more?: Partial<SheetLine> };
type Case = {
  readonly lines?: readonly Written[];
  readonly rates?: Partial<ProblemsInput['pricing']['rates']>;
  readonly estimate?: Partial<ProblemsInput['pricing']['estimate']>;
  readonly insurance?: Partial<ProblemsInput['pricing']['insurance']>;
  readonly company?: string;
  readonly claim?: string;
  readonly overrides?: ProblemsInput['overrides'];
  /** Where the problem is. */
  readonly at: string;
};

const bumper: Written = {
  operation: 'Repl',
  description: 'Bumper',
  partType: 'OEM',
  partNumber: '51117',
  price: '100.00',
  labor: '1.0',
};
const insured = { payer: 'Insurance Company' } as const;
const selfPay = { payer: { payer: 'Self Pay' } } as const;

function inputOf({
  lines = [bumper],
  rates,
  estimate,
  insurance,
  company = 'Good Hands',
  claim = 'C-1',
  overrides = [],
}: Omit<Case, 'at'>): ProblemsInput {
  const print = linesOfPrint(lines.map((line, i) => ({ operation: '', description: 'Work', ...line, line: i + 1 })));
  const sheet = print.map((line, i): SheetLine => ({ ...line, id: `line ${i + 1}`, ...lines[i]?.more }));
  return {
    sheet: withAutomatic(sheet, guideRules, { stages: 2, clearCoatTenths: null }),
    ids: { estimate: 'estimate', rates: 'rates', insurance: 'insurance' },
    pricing: {
      rates: {
        ...emptyRates,
        labor: { ...emptyRates.labor, body: 60_00, refinish: 60_00 },
        supplies: { ...emptyRates.supplies, paintPerHourCents: 40_00 },
        tax: { ...emptyRates.tax, rate: 60_000 },
        ...rates,
      },
      estimate: { ...emptyEstimate, ...estimate },
      insurance: { payer: insured, deductible: { amountCents: 0 }, ...insurance },
    },
    claim: { company: { name: company, claimOffice: '' }, claim: { number: claim, policy: '', lossDate: '' } },
    overrides,
  };
}

const panel = (place: 'hood' | 'roof'): Partial<SheetLine> => ({
  panel: { ...linePricingGroups.panel.parse({}), kind: 'major', place },
});
const line = (written: Written, at: string): Case => ({ lines: [written], at: `line 1 line.${at}` });
const hood: Written = { operation: 'Rpr', description: 'Hood', paint: '2.0', more: panel('hood') };
const taxes = (...bottoms: readonly number[]) => ({
  types: [
    {
      code: 'ST',
      name: 'State',
      exempt: [],
      tiers: bottoms.map((bottomCents) => ({ bottomCents, rate: 60_000, surchargeCents: 0 })),
    },
  ],
});
const deductibleRule = insurancePricingGroups.deductibleRule.parse({});

const cases: Readonly<Record<ProblemKey, Case>> = {
  'acv-unknown': {
    insurance: { deductibleRule: { ...deductibleRule, kind: 'acv' } },
    at: 'insurance insurance.deductibleRule.acvCents',
  },
  'adjustment-not-insured': {
    insurance: selfPay,
    estimate: { adjustments: { ...estimatePricingGroups.adjustments.parse({}), appearanceAllowanceCents: 1 } },
    at: 'estimate estimate.adjustments',
  },
  'automatic-by-hand': line(
    { ...hood, more: { ...panel('hood'), automatic: { ...linePricingGroups.automatic.parse({}), finish: 5 } } },
    'automatic',
  ),
  'automatic-twice': { lines: [hood, { operation: 'Clear coat', paint: '0.8' }], at: 'line 2 line.work.operation' },
  'betterment-not-insured': {
    ...line(
      { ...bumper, more: { betterment: { ...linePricingGroups.betterment.parse({}), kind: 'rate' } } },
      'betterment.kind',
    ),
    insurance: selfPay,
  },
  'blend-alone': line({ operation: 'Blnd', paint: '1.0' }, 'work.operation'),
  'claim-number-missing': { claim: ' ', at: 'insurance insurance.claim.number' },
  'deductible-not-insured': {
    insurance: { ...selfPay, deductible: { amountCents: 500_00 } },
    at: 'insurance insurance.deductible.amountCents',
  },
  'deductible-over-total': {
    insurance: { deductible: { amountCents: 500_00 } },
    at: 'insurance insurance.deductible.amountCents',
  },
  'description-missing': line({ ...bumper, description: ' ' }, 'text.description'),
  'discount-large': { rates: { discount: { rate: 300_000 } }, at: 'rates rates.discount.rate' },
  'existing-part-priced': line({ ...bumper, partType: 'Exist' }, 'part.priceCents'),
  'hours-large': line({ operation: 'Rpr', labor: '41.0' }, 'labor.tenths'),
  'insurer-missing': { company: '', at: 'insurance insurance.company.name' },
  'line-open': line({ ...bumper, more: { state: { open: true } } }, 'state.open'),
  'line-twice': { lines: [bumper, bumper], at: 'line 2 line.text.description' },
  'lines-missing': { lines: [{ operation: 'Heading' }], at: 'estimate estimate.lines' },
  'markup-large': {
    rates: { partMarkup: { ...rateRuleGroups.partMarkup.parse({}), oem: 1_500_000 } },
    at: 'rates rates.partMarkup.oem',
  },
  'overlap-positive': line({ operation: 'Overlap', paint: '0.4' }, 'refinish.tenths'),
  'override-unexplained': {
    overrides: [
      { group: 'labor', field: 'body', from: 60_00, to: 72_00, reason: 'Agreed by phone', by: 'Robin Ellery' },
      { group: 'sublet', field: 'markup', from: 0, to: 250_000, reason: '', by: '' },
    ],
    at: 'rates rates.reasons.sublet-markup',
  },
  'paint-time-missing': line({ operation: 'Refn' }, 'refinish.tenths'),
  'panel-blended-and-refinished': {
    lines: [hood, { operation: 'Blnd', paint: '1.0', more: panel('hood') }],
    at: 'line 2 line.panel.place',
  },
  'panel-twice': { lines: [hood, { ...hood, description: 'Hood again' }], at: 'line 2 line.panel.place' },
  'panel-without-paint': line({ operation: 'Rpr', labor: '1.0', more: panel('roof') }, 'refinish.tenths'),
  'part-not-replaced': line({ ...bumper, operation: 'R&I' }, 'work.operation'),
  'part-number-missing': line({ ...bumper, partNumber: '' }, 'part.number'),
  'part-type-missing': line({ ...bumper, partType: '' }, 'part.type'),
  'payer-missing': { insurance: { payer: { payer: 'Not Specified' } }, at: 'insurance insurance.payer.payer' },
  'price-large': line({ ...bumper, price: '25,000.01' }, 'part.priceCents'),
  'price-missing': line({ ...bumper, price: '' }, 'part.priceCents'),
  'quantity-zero': line({ ...bumper, quantity: '0' }, 'part.quantity'),
  'rate-missing': { lines: [{ operation: 'Rpr', labor: '1.0M' }], at: 'rates rates.labor.mechanical' },
  'share-not-insured': { ...line({ ...bumper, more: { share: { of: 'customer' } } }, 'share.of'), insurance: selfPay },
  'sublet-amount-missing': line({ operation: 'Subl' }, 'misc.amountCents'),
  'supplies-rate-missing': {
    lines: [hood],
    rates: { supplies: emptyRates.supplies },
    at: 'rates rates.supplies.paintPerHourCents',
  },
  'tax-missing': { rates: { tax: emptyRates.tax }, at: 'rates rates.tax.rate' },
  'tax-tier-gap': { rates: { taxes: taxes(100_00) }, at: 'rates rates.taxes.types' },
  'tax-tier-twice': { rates: { taxes: taxes(0, 0) }, at: 'rates rates.taxes.types' },
  'time-missing': line({ operation: 'Rpr' }, 'labor.tenths'),
  'total-negative': { lines: [{ operation: 'Credit', misc: '-5.00T' }], at: 'estimate estimate.total' },
  'total-over-acv': {
    insurance: { deductibleRule: { ...deductibleRule, acvCents: 200_00 } },
    at: 'estimate estimate.total',
  },
};

const found = (input: ProblemsInput) =>
  estimateProblems(input).map((problem) => [problem.key, `${problem.record} ${problem.field}`]);

test('an estimate in order has no problem', () => {
  expect(found(inputOf({}))).toEqual([]);
  expect(found(inputOf({ lines: [bumper, hood] }))).toEqual([]);
});

test.each(Object.entries(cases))('%s is found, with its record and field', (key, { at, ...written }) => {
  expect(found(inputOf(written))).toContainEqual([key, at]);
});

test('a problem is found only where it is: most cases have no other', () => {
  const alone = Object.values(cases).filter(({ at: _, ...written }) => found(inputOf(written)).length === 1);
  expect(alone.length).toBeGreaterThanOrEqual(33);
});

test('what keeps an estimate from being locked comes first', () => {
  const open: Written = { ...bumper, more: { state: { open: true } } };
  const problems = estimateProblems(inputOf({ lines: [{ operation: 'Rpr', labor: '41.0' }, open], claim: '' }));
  expect(problems.map((one) => one.key)).toEqual(['line-open', 'claim-number-missing', 'hours-large']);
  expect(lockObstacles(problems).map((one) => one.key)).toEqual(['line-open', 'claim-number-missing']);
});
