import { expect, test } from 'vitest';
import { linePricingGroups } from '../../../../src-shared/domain/estimate/line-pricing.ts';
import { priceEstimate, type WrittenEstimate } from '../../../../src-shared/domain/estimate/price-estimate.ts';
import { rateRuleGroups } from '../../../../src-shared/domain/estimate/profile/rate-rules.ts';
import { explainer } from '../../../../src-shared/domain/estimate/totals/explain.ts';
import { printS01 } from '../../../support/golden/print-s01-lines.ts';
import { emptyRates } from '../../../support/golden/printed-totals.ts';
import { linesOfVersion } from '../../../support/golden/version-lines.ts';

const written: WrittenEstimate = {
  lines: linesOfVersion(printS01),
  rates: {
    ...emptyRates,
    labor: { ...emptyRates.labor, body: 90_00, refinish: 90_00, mechanical: 175_00 },
    supplies: { paintPerHourCents: 43_00, paintCapCents: 750_00, bodyPerHourCents: 0 },
    tax: { ...emptyRates.tax, rate: 60_000 },
  },
  estimate: { charges: { towingCents: 0, storageCents: 0, otherCents: 3_50 } },
  insurance: { payer: { payer: 'Insurance Company' }, deductible: { amountCents: 500_00 } },
};

test('golden case G4 comes out from the lines that were written by hand', () => {
  const { totals, sheet } = priceEstimate(written);
  expect(sheet.lines).toHaveLength(121);
  expect(totals).toMatchObject({
    parts: 4_643_84,
    misc: 56_00,
    charges: 3_50,
    subtotal: 12_558_84,
    tax: 753_53,
    grandTotal: 13_312_37,
    net: 12_812_37,
  });
  expect(totals.labor.filter((one) => one.tenths !== 0).map(({ type, tenths }) => [type, tenths])).toEqual([
    ['body', 504],
    ['refinish', 198],
    ['mechanical', 45],
  ]);
  expect(totals.paintSupplies).toMatchObject({ uncapped: 851_40, amount: 750_00, capped: true });
});

test('its figures open down to written lines and automatic rows', () => {
  const { sheet, pricing } = priceEstimate(written);
  const explain = explainer({ ...pricing, lines: sheet.lines });
  expect(explain('paint-supplies')).toMatchObject({
    amount: 750_00,
    rule: { kind: 'paint', tenths: 198, perHour: 43_00, uncapped: 851_40, cap: 750_00 },
  });
  const paint = explain('labor.refinish');
  expect(paint.rule).toEqual({ kind: 'hours', tenths: 198, perHour: 90_00, adjust: 0 });
  expect(paint.lines.slice(-4).map(({ id, tenths }) => [id, tenths])).toEqual([
    ['rt rear door:overlap', -2],
    ['clear-coat', 25],
    ['prime', 10],
    ['tint', 5],
  ]);
  expect(explain('net').terms).toEqual([
    { figure: 'grand-total', amount: 13_312_37, sign: 1 },
    { figure: 'deductible', amount: 500_00, sign: -1 },
  ]);
});

test('clear coat time beyond its cap reaches the materials of a profile that charges actual hours', () => {
  const paint = { ...rateRuleGroups.paint.parse({}), clearHours: 'actual' as const };
  const rates = { ...written.rates, paint, supplies: { ...written.rates.supplies, paintCapCents: null } };
  const { totals, sheet } = priceEstimate({ ...written, rates });
  expect(sheet.times.clearBeyondCap).toBe(6);
  expect(totals.paintSupplies).toMatchObject({ tenths: 204, amount: 877_20 });
});

test('rows are the money of whose line causes them', () => {
  const lines = written.lines.map((line) =>
    line.id === 'hood' ? { ...line, share: linePricingGroups.share.parse({ of: 'customer' }) } : line,
  );
  const { sheet, totals } = priceEstimate({ ...written, lines });
  expect(sheet.lines.find((line) => line.id === 'hood:overlap')?.share).toEqual({ of: 'customer' });
  // The claim's own 17.2 h of paint stay 10.40 below the cap on supplies; the hood takes that up as well.
  expect(totals.adjustments.customerLines).toBe(Math.round((4 * 90_00 + 2.6 * 90_00 + 10_40) * 1.06));
  expect(totals.customerPays).toBe(totals.adjustments.customerLines + 500_00);
});
