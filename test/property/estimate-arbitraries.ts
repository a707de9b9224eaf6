/** Random estimates within what fields allow, for property tests. */
import fc from 'fast-check';
import { laborTypes } from '../../src-shared/domain/estimate/labor-type.ts';
import { operations } from '../../src-shared/domain/estimate/line.ts';
import type { PricedLine, TotalsInput } from '../../src-shared/domain/estimate/totals.ts';
import { payers } from '../../src-shared/domain/insurance/insurance.ts';

const largest = 9_999_999_999;
const time = fc.record({ tenths: fc.integer({ min: -999, max: 99_999 }), included: fc.boolean() });

export const anyLine: fc.Arbitrary<PricedLine> = fc.record({
  deleted: fc.boolean(),
  work: fc.record({ operation: fc.constantFrom(...operations) }),
  part: fc.record({
    type: fc.constant('oem' as const),
    number: fc.constant(''),
    quantity: fc.integer({ min: 0, max: 50 }),
    priceCents: fc.integer({ min: -largest, max: largest }),
    included: fc.boolean(),
    taxed: fc.boolean(),
  }),
  labor: fc.record({
    type: fc.constantFrom(...laborTypes),
    tenths: fc.integer({ min: -999, max: 99_999 }),
    included: fc.boolean(),
  }),
  refinish: time,
  misc: fc.record({ amountCents: fc.integer({ min: -largest, max: largest }), taxed: fc.boolean() }),
});

const perHour = fc.integer({ min: 0, max: 10_000_000 });
const rate = fc.integer({ min: 0, max: 1_000_000 });
const charge = fc.integer({ min: 0, max: largest });

const laborRates = fc
  .tuple(...laborTypes.map(() => perHour))
  .map((rates) => Object.fromEntries(laborTypes.map((type, i) => [type, rates[i]])) as TotalsInput['rates']['labor']);

export const anyEstimate: fc.Arbitrary<TotalsInput> = fc.record({
  lines: fc.array(anyLine, { maxLength: 40 }),
  rates: fc.record({
    labor: laborRates,
    supplies: fc.record({
      paintPerHourCents: perHour,
      paintCapCents: fc.option(charge, { nil: null }),
      bodyPerHourCents: perHour,
    }),
    tax: fc.record({
      rate,
      parts: fc.boolean(),
      labor: fc.boolean(),
      supplies: fc.boolean(),
      misc: fc.boolean(),
      charges: fc.boolean(),
    }),
    discount: fc.record({ rate }),
  }),
  estimate: fc.record({ charges: fc.record({ towingCents: charge, storageCents: charge, otherCents: charge }) }),
  insurance: fc.record({
    payer: fc.record({ payer: fc.constantFrom(...payers) }),
    deductible: fc.record({ amountCents: charge }),
  }),
});
