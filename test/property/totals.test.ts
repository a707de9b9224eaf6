import fc from 'fast-check';
import { expect, test } from 'vitest';
import { subtotals } from '../../src-shared/domain/estimate/subtotals.ts';
import { estimateTotals, type Totals } from '../../src-shared/domain/estimate/totals.ts';
import { exactTotals } from '../bench/exact-totals.ts';
import { anyEstimate, anyLine } from './estimate-arbitraries.ts';

const runs = { numRuns: 1_000 };

const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);

/** The sums that the second reckoning gives, as big integers. */
const asBig = (totals: Totals) => ({
  subtotal: BigInt(totals.subtotal),
  discount: BigInt(totals.discount),
  tax: BigInt(totals.tax),
  grandTotal: BigInt(totals.grandTotal),
  net: BigInt(totals.net),
  customerPays: BigInt(totals.customerPays),
  insurerPays: BigInt(totals.insurerPays),
});

test('totals equal those of big integers, to the cent', () => {
  fc.assert(
    fc.property(anyEstimate, (estimate) => {
      expect(asBig(estimateTotals(estimate))).toEqual(exactTotals(estimate));
    }),
    runs,
  );
});

test('the order of lines does not matter', () => {
  fc.assert(
    fc.property(anyEstimate, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (estimate, keys) => {
      const shuffled = estimate.lines
        .map((line, i) => ({ line, key: keys[i] ?? 0 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ line }) => line);
      expect(estimateTotals({ ...estimate, lines: shuffled })).toEqual(estimateTotals(estimate));
      expect(subtotals(shuffled)).toEqual(subtotals(estimate.lines));
    }),
    runs,
  );
});

test('the categories sum to the subtotal, and the subtotal to what both pay', () => {
  fc.assert(
    fc.property(anyEstimate, (estimate) => {
      const totals = estimateTotals(estimate);
      const categories = [
        totals.parts,
        ...totals.labor.map((one) => one.amount),
        totals.paintSupplies.amount,
        totals.bodySupplies.amount,
        totals.misc,
        totals.charges,
      ];
      expect(sum(categories)).toBe(totals.subtotal);
      expect(totals.subtotal - totals.discount + totals.tax).toBe(totals.grandTotal);
      expect(totals.customerPays + totals.insurerPays).toBe(totals.grandTotal);
      expect(totals.net + totals.deductible).toBe(totals.grandTotal);
    }),
    runs,
  );
});

test('the subtotals of two halves sum to the subtotals of the whole', () => {
  fc.assert(
    fc.property(fc.array(anyLine), fc.array(anyLine), (first, second) => {
      const [a, b, whole] = [subtotals(first), subtotals(second), subtotals([...first, ...second])];
      expect([a.price + b.price, a.labor + b.labor, a.paint + b.paint]).toEqual([
        whole.price,
        whole.labor,
        whole.paint,
      ]);
    }),
    runs,
  );
});

test('the price column is parts and misc, the hours are those of the labour categories', () => {
  fc.assert(
    fc.property(anyEstimate, (estimate) => {
      const totals = estimateTotals(estimate);
      const columns = subtotals(estimate.lines);
      expect(columns.price).toBe(totals.parts + totals.misc);
      expect(columns.labor + columns.paint).toBe(sum(totals.labor.map((one) => one.tenths)));
    }),
    runs,
  );
});

test('an estimate and its negation cancel where nothing is capped or owed', () => {
  fc.assert(
    fc.property(anyEstimate, (estimate) => {
      const plain = {
        ...estimate,
        rates: { ...estimate.rates, supplies: { ...estimate.rates.supplies, paintCapCents: null } },
      };
      const { subtotal, discount, tax } = estimateTotals({ ...plain, estimate: noCharges });
      const negated = plain.lines.map((line) => ({
        ...line,
        part: { ...line.part, priceCents: -line.part.priceCents },
        labor: { ...line.labor, tenths: -line.labor.tenths },
        refinish: { ...line.refinish, tenths: -line.refinish.tenths },
        misc: { ...line.misc, amountCents: -line.misc.amountCents },
      }));
      const other = estimateTotals({ ...plain, estimate: noCharges, lines: negated });
      expect([other.subtotal + subtotal, other.discount + discount, other.tax + tax]).toEqual([0, 0, 0]);
    }),
    runs,
  );
});

const noCharges = { charges: { towingCents: 0, storageCents: 0, otherCents: 0 } };
