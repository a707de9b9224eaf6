import { expect, test } from 'vitest';
import { insurancePricingGroups } from '../../../../src-shared/domain/estimate/adjustment-groups.ts';
import { linePricingGroups } from '../../../../src-shared/domain/estimate/line-pricing.ts';
import { rateDifferences, withProfile } from '../../../../src-shared/domain/estimate/profile/rate-differences.ts';
import { type RateRules, rateRuleGroups } from '../../../../src-shared/domain/estimate/profile/rate-rules.ts';
import { estimateTotals, type TotalsInput } from '../../../../src-shared/domain/estimate/totals.ts';
import { linesOfPrint, type PrintLine } from '../../../support/golden/print-line.ts';
import { emptyEstimate, emptyRates, selfPay } from '../../../support/golden/printed-totals.ts';

const rates: TotalsInput['rates'] = {
  ...emptyRates,
  labor: { ...emptyRates.labor, body: 60_00, refinish: 50_00, mechanical: 100_00 },
  supplies: { paintPerHourCents: 40_00, paintCapCents: null, bodyPerHourCents: 0 },
  tax: { ...emptyRates.tax, rate: 100_000 },
};
const insured: TotalsInput['insurance'] = { ...selfPay, payer: { payer: 'Insurance Company' } };

type Lines = TotalsInput['lines'];
const linesOf = (...lines: readonly Omit<PrintLine, 'line' | 'description'>[]): Lines =>
  linesOfPrint(lines.map((line, i) => ({ line: i + 1, description: 'made up', ...line })));
const withGroup = (lines: Lines, at: number, groups: Partial<Lines[number]>): Lines =>
  lines.map((line, i) => (i === at ? { ...line, ...groups } : line));

const rule = <N extends keyof RateRules>(name: N, changes: Partial<RateRules[N]>): Partial<RateRules> => ({
  [name]: { ...rateRuleGroups[name].parse({}), ...changes },
});
const totalsOf = (lines: Lines, rules: Partial<RateRules> = {}, changes: Partial<TotalsInput> = {}) =>
  estimateTotals({ lines, rates: { ...rates, ...rules }, estimate: emptyEstimate, insurance: selfPay, ...changes });

const tenHours = linesOf({ operation: 'Refn', paint: '10.0' });
const paint = (changes: Partial<RateRules['paint']>, lines = tenHours) =>
  totalsOf(lines, rule('paint', changes)).paintSupplies;

test('groups at their defaults change nothing', () => {
  const lines = linesOf({
    operation: 'Repl',
    partType: 'OEM',
    price: '100.00',
    labor: '1.0',
    paint: '2.0',
    misc: '3.00T',
  });
  const defaults = Object.fromEntries(Object.entries(rateRuleGroups).map(([name, shape]) => [name, shape.parse({})]));
  const lineDefaults = Object.fromEntries(
    Object.entries(linePricingGroups).map(([name, shape]) => [name, shape.parse({})]),
  );
  const filled = lines.map((line) => ({ ...line, ...lineDefaults }));
  expect(totalsOf(filled, defaults)).toEqual(totalsOf(lines));
});

test('parts bear the markup and the discount of their type', () => {
  const lines = linesOf(
    { operation: 'Repl', partType: 'LKQ', price: '100.00' },
    { operation: 'Repl', partType: 'OEM', price: '200.00' },
  );
  const totals = totalsOf(lines, { ...rule('partMarkup', { lkq: 250_000 }), ...rule('partDiscount', { oem: 50_000 }) });
  expect(totals.parts).toBe(125_00 + 190_00);
  expect(totals.partsByType).toMatchObject([
    { type: 'oem', list: 200_00, discount: 10_00, amount: 190_00 },
    { type: 'lkq', list: 100_00, markup: 25_00, amount: 125_00 },
  ]);
});

test("a line's own markup takes the place of the profile's", () => {
  const lines = linesOf({ operation: 'Repl', partType: 'LKQ', price: '100.00' });
  const own = withGroup(lines, 0, { adjust: { own: true, rate: -100_000, amountCents: 5_00 } });
  expect(totalsOf(own, rule('partMarkup', { lkq: 250_000 })).parts).toBe(95_00);
});

test('sublet bears the markup of the profile, and a line already marked up does not bear it again', () => {
  const lines = linesOf({ operation: 'Subl', misc: '100.00T' }, { operation: '', misc: '10.00T' });
  const marked = withGroup(lines, 0, { adjust: { own: true, rate: 0, amountCents: 0 } });
  expect(totalsOf(lines, rule('sublet', { markup: 340_000 }))).toMatchObject({ misc: 144_00, sublet: 134_00 });
  expect(totalsOf(marked, rule('sublet', { markup: 340_000 })).misc).toBe(110_00);
});

test('labour of a type can be raised by a percentage', () => {
  const totals = totalsOf(linesOf({ operation: 'Rpr', labor: '2.0' }), rule('laborAdjust', { body: 100_000 }));
  expect(totals.labor.find((one) => one.type === 'body')).toMatchObject({ adjust: 12_00, amount: 132_00 });
});

test('paint supplies by threshold: one rate up to the hours, another beyond', () => {
  const changes = { method: 'threshold', firstTenths: 80, beyondPerHourCents: 20_00 } as const;
  expect(paint(changes).amount).toBe(8 * 40_00 + 2 * 20_00);
  expect(paint(changes, linesOf({ operation: 'Refn', paint: '8.0' })).amount).toBe(8 * 40_00);
});

test('paint supplies by percentage: that share of the hours at the refinish labour rate', () => {
  expect(paint({ method: 'percent', percent: 600_000 }).amount).toBe(300_00);
});

test('paint supplies by table: a lump sum of the range, or its rate for all hours', () => {
  const table = [
    { upToTenths: 150, cents: 400_00 },
    { upToTenths: 50, cents: 150_00 },
  ];
  expect(paint({ method: 'sum-table', table }).amount).toBe(400_00);
  expect(paint({ method: 'sum-table', table }, linesOf({ operation: 'Refn', paint: '5.0' })).amount).toBe(150_00);
  expect(paint({ method: 'sum-table', table }, linesOf({ operation: 'Refn', paint: '99.0' })).amount).toBe(400_00);
  const perHour = table.map((row) => ({ ...row, cents: row.cents / 10 }));
  expect(paint({ method: 'rate-table', table: perHour }).amount).toBe(400_00);
});

test('flat paint supplies are charged once, where there is refinish time', () => {
  expect(paint({ method: 'flat', flatCents: 99_00 }).amount).toBe(99_00);
  expect(paint({ method: 'flat', flatCents: 99_00 }, linesOf({ operation: 'Rpr', labor: '1.0' })).amount).toBe(0);
});

test('the cap of the paint stages counts before the general cap', () => {
  const caps = rule('paint', { capTwoCents: 300_00, capThreeCents: 350_00 });
  const capOf = (stages: 1 | 2 | 3) =>
    totalsOf(
      tenHours,
      { ...caps },
      {
        rates: { ...rates, ...caps, supplies: { ...rates.supplies, paintCapCents: 200_00 } },
        estimate: { ...emptyEstimate, finish: { stages, clearCoatTenths: null } },
      },
    ).paintSupplies.amount;
  expect([capOf(1), capOf(2), capOf(3)]).toEqual([200_00, 300_00, 350_00]);
});

test('material of clear coat beyond its cap is charged by actual hours only', () => {
  const beyond = { clearBeyondCap: 6 };
  expect(totalsOf(tenHours, rule('paint', { clearHours: 'maximum' }), beyond).paintSupplies.amount).toBe(400_00);
  expect(totalsOf(tenHours, rule('paint', { clearHours: 'actual' }), beyond).paintSupplies.amount).toBe(424_00);
});

test('body supplies can follow repair lines alone, up to a cap', () => {
  const lines = linesOf({ operation: 'Rpr', labor: '4.0' }, { operation: 'R&I', labor: '2.0' });
  const supplied = { ...rates, supplies: { ...rates.supplies, bodyPerHourCents: 5_00 } };
  const body = (changes: Partial<RateRules['bodySupplies']>) =>
    totalsOf(lines, {}, { rates: { ...supplied, ...rule('bodySupplies', changes) } }).bodySupplies;
  expect(body({})).toMatchObject({ tenths: 60, amount: 30_00 });
  expect(body({ hours: 'repair' })).toMatchObject({ tenths: 40, amount: 20_00 });
  expect(body({ capCents: 25_00 })).toMatchObject({ amount: 25_00, capped: true });
});

const tax = (code: string, rate: number, exempt: RateRules['taxes']['types'][number]['exempt'] = []) => ({
  code,
  name: code,
  tiers: [{ bottomCents: 0, rate, surchargeCents: 0 }],
  exempt,
});

test('each tax type is taken on the categories it is not switched off for', () => {
  const lines = linesOf({ operation: 'Repl', partType: 'OEM', price: '100.00', labor: '1.0', misc: '10.00X' });
  const totals = totalsOf(lines, {
    taxes: { types: [tax('ST', 70_000, ['labor.body']), tax('CT', 50_000, ['part.oem'])] },
  });
  expect(totals.taxes.map(({ base, amount }) => [base, amount])).toEqual([
    [100_00, 7_00],
    [60_00, 3_00],
  ]);
  expect(totals.tax).toBe(10_00);
});

test('tiers take their rate of what lies between their bottoms, and a surcharge once reached', () => {
  const tiers = [
    { bottomCents: 0, rate: 70_000, surchargeCents: 0 },
    { bottomCents: 1_600_00, rate: 97_500, surchargeCents: 5_00 },
    { bottomCents: 3_200_00, rate: 70_000, surchargeCents: 0 },
  ];
  const taxOf = (price: string) =>
    totalsOf(linesOf({ operation: 'Repl', price }), {
      taxes: { types: [{ code: 'ST', name: 'State', tiers, exempt: [] }] },
    }).tax;
  expect(taxOf('1,000.00')).toBe(70_00);
  expect(taxOf('1,600.00')).toBe(112_00);
  expect(taxOf('2,600.00')).toBe(112_00 + 97_50 + 5_00);
  expect(taxOf('4,200.00')).toBe(112_00 + 156_00 + 5_00 + 70_00);
});

test('towing, storage and other charges have discounts and tax switches of their own', () => {
  const charges = { towingCents: 100_00, storageCents: 50_00, otherCents: 3_50 };
  const rules = {
    ...rule('chargeDiscount', { towing: 100_000 }),
    taxes: { types: [tax('ST', 60_000, ['towing', 'storage'])] },
  };
  const totals = totalsOf([], rules, { estimate: { charges } });
  expect(totals).toMatchObject({ charges: 143_50, taxable: 3_50, tax: 21 });
});

test('a discount typed as a sum lowers every taxed base by its share', () => {
  const lines = linesOf({ operation: 'Repl', price: '150.00' }, { operation: '', misc: '50.00X' });
  const totals = totalsOf(lines, rule('discountSum', { amountCents: 20_00 }));
  expect(totals).toMatchObject({ subtotal: 200_00, discount: 20_00, taxable: 135_00, tax: 13_50, grandTotal: 193_50 });
});

const better = (changes: Partial<NonNullable<Lines[number]['betterment']>>) => ({
  betterment: { ...linePricingGroups.betterment.parse({}), kind: 'rate' as const, rate: 500_000, ...changes },
});

test('betterment is a share of the chosen components, with the tax on it', () => {
  const lines = linesOf({ operation: 'Repl', partType: 'OEM', price: '200.00', labor: '1.0', paint: '2.0' });
  const of = (changes: Parameters<typeof better>[0], rules: Partial<RateRules> = {}) =>
    totalsOf(withGroup(lines, 0, better(changes)), rules, { insurance: insured }).adjustments.betterment;
  expect(of({})).toBe(110_00);
  expect(of({}, rule('reckoning', { bettermentTaxed: false }))).toBe(100_00);
  expect(of({ part: false, labor: true })).toBe(33_00);
  expect(of({ part: false, paint: true, materials: true })).toBe(50_00 + 40_00 + 9_00);
  expect(of({ kind: 'amount', amountCents: 25_00 })).toBe(25_00);
  expect(totalsOf(withGroup(lines, 0, better({}))).adjustments.betterment).toBe(0);
});

test('what the customer pays of an insured repair: deductible, betterment, own lines and what the insurer disallows', () => {
  const lines = linesOf(
    { operation: 'Repl', partType: 'OEM', price: '1,000.00' },
    { operation: 'Repl', partType: 'OEM', price: '100.00' },
    { operation: 'Rpr', labor: '1.0' },
  );
  const shared = withGroup(withGroup(lines, 1, { share: { of: 'customer' } }), 2, { share: { of: 'related-prior' } });
  const adjustments = { appearanceAllowanceCents: 50_00, relatedPriorCents: 0, unrelatedPriorCents: 10_00 };
  const totals = totalsOf(
    withGroup(shared, 0, better({ rate: 100_000 })),
    {},
    {
      insurance: { ...insured, deductible: { amountCents: 250_00 } },
      estimate: { ...emptyEstimate, adjustments },
    },
  );
  expect(totals.grandTotal).toBe(1_276_00);
  expect(totals.adjustments).toEqual({
    customerLines: 110_00,
    relatedPrior: 66_00,
    unrelatedPrior: 10_00,
    appearanceAllowance: 50_00,
    betterment: 110_00,
    deductible: 250_00,
    total: 596_00,
  });
  expect(totals).toMatchObject({ net: 680_00, insurerPays: 680_00, customerPays: 596_00 });
});

const deductible = (changes: object) => ({
  insurance: {
    ...insured,
    deductible: { amountCents: 500_00 },
    deductibleRule: { ...insurancePricingGroups.deductibleRule.parse({}), ...changes },
  },
});

test('a deductible is a sum, a percentage of the claim, a percentage of the vehicle, or waived', () => {
  const lines = linesOf({ operation: 'Repl', price: '1,000.00' });
  const of = (changes: object) => totalsOf(lines, {}, deductible(changes)).deductible;
  expect(of({})).toBe(500_00);
  expect(of({ kind: 'percent', rate: 100_000 })).toBe(110_00);
  expect(of({ kind: 'acv', rate: 20_000, acvCents: 20_000_00 })).toBe(400_00);
  expect(of({ waived: true })).toBe(0);
});

test('a deductible of the settlement leaves the net of the estimate alone', () => {
  const lines = linesOf({ operation: 'Repl', price: '1,000.00' });
  const totals = totalsOf(lines, rule('reckoning', { deductibleIn: 'settlement' }), deductible({}));
  expect(totals).toMatchObject({ net: 1_100_00, insurerPays: 600_00, customerPays: 500_00 });
});

test('adjustments never take more than there is, the deductible last', () => {
  const lines = linesOf({ operation: 'Repl', price: '100.00' });
  const adjustments = { appearanceAllowanceCents: 80_00, relatedPriorCents: 0, unrelatedPriorCents: 0 };
  const totals = totalsOf(lines, {}, { ...deductible({}), estimate: { ...emptyEstimate, adjustments } });
  expect(totals.adjustments).toMatchObject({ appearanceAllowance: 80_00, deductible: 30_00, total: 110_00 });
  expect(totals.insurerPays).toBe(0);
});

test('golden case G6: two taxes on each family, summed unrounded as a Canadian document is', () => {
  const lines = linesOf(
    { operation: 'Rpr', labor: '1.7', paint: '3.5' },
    { operation: 'Repl', partType: 'OEM', price: '210.01' },
    { operation: 'Subl', misc: '50.00T' },
  );
  const totals = estimateTotals({
    lines,
    rates: {
      ...emptyRates,
      labor: { ...emptyRates.labor, body: 89_46, refinish: 89_46 },
      supplies: { paintPerHourCents: 60_11, paintCapCents: null, bodyPerHourCents: 7_05 },
      ...rule('reckoning', { by: 'family' }),
      extraSupplies: { list: [{ name: 'Allowance', perHourCents: 11_05, of: 'both', flatCents: 0 }] },
      taxes: { types: [tax('LS', 70_000), tax('GS', 50_000)] },
    },
    estimate: emptyEstimate,
    insurance: { ...insured, deductible: { amountCents: 300_00 } },
  });
  expect(totals.labor.filter((one) => one.amount !== 0).map((one) => one.amount)).toEqual([152_08, 313_11]);
  expect([totals.paintSupplies.amount, totals.bodySupplies.amount]).toEqual([210_39, 11_99]);
  expect(totals.extraSupplies[0]?.amount).toBe(57_46);
  const byFamily = (family: string) =>
    totals.taxes.filter((one) => one.family === family).map(({ base, amount }) => [base, amount]);
  expect(byFamily('labor')).toEqual([
    [515_19, 36_06],
    [515_19, 25_76],
  ]);
  expect(byFamily('parts')).toEqual([
    [210_01, 14_70],
    [210_01, 10_50],
  ]);
  expect(byFamily('other')).toEqual([
    [279_83, 19_59],
    [279_83, 13_99],
  ]);
  expect(totals).toMatchObject({ rounding: -1, grandTotal: 1_125_63, deductible: 300_00, net: 825_63 });
});

test('updating rates and rules lists the fields that differ first', () => {
  const profile = { labor: { ...rates.labor, body: 90_00 }, ...rule('partMarkup', { lkq: 250_000 }) };
  expect(rateDifferences(rates, profile)).toEqual([
    { group: 'labor', field: 'body', from: 60_00, to: 90_00 },
    { group: 'partMarkup', field: 'lkq', from: 0, to: 250_000 },
  ]);
  expect(rateDifferences(withProfile(rates, profile), profile)).toEqual([]);
});
