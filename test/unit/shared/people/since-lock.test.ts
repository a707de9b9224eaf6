/** Who pays, beside what an estimate was locked with. */
import { describe, expect, test } from 'vitest';
import { changedSinceLock, statedDeductible } from '../../../../src-shared/domain/insurance/since-lock.ts';

type Paying = Parameters<typeof statedDeductible>[0];

const locked: Paying = {
  payer: { payer: 'Insurance Company' },
  company: { name: 'Lakeshore Mutual', claimOffice: '' },
  deductible: { amountCents: 50_000 },
};
const rule = { kind: 'percent', rate: 100_000, acvCents: 0, waived: false } as const;

describe('what changed since the lock', () => {
  test('nothing is said of the same payer, nor of a claim office, nor of blanks', () => {
    expect(changedSinceLock(locked, locked)).toEqual([]);
    const company = { name: ' Lakeshore Mutual ', claimOffice: 'Grand Rapids' };
    expect(changedSinceLock(locked, { ...locked, company })).toEqual([]);
    expect(changedSinceLock(locked, { ...locked, deductibleRule: { ...rule, kind: 'amount' } })).toEqual([]);
  });

  test('another payer is said alone where it has no company and no deductible', () => {
    expect(changedSinceLock(locked, { ...locked, payer: { payer: 'Self Pay' } })).toEqual(['payer']);
  });

  test('another company and another deductible are said each', () => {
    const other = { ...locked, company: { name: 'Quality', claimOffice: '' }, deductible: { amountCents: 25_000 } };
    expect(changedSinceLock(locked, other)).toEqual(['company', 'deductible']);
    expect(changedSinceLock({ ...locked, payer: { payer: 'Fleet' } }, locked)).toEqual(['payer', 'deductible']);
  });
});

describe('a deductible as it is stated', () => {
  test('its kind decides what of it counts', () => {
    expect(statedDeductible(locked)).toEqual({ kind: 'amount', cents: 50_000 });
    expect(statedDeductible({ ...locked, deductibleRule: rule })).toEqual({ kind: 'percent', rate: 100_000 });
    const share = { ...rule, kind: 'acv', acvCents: 900_000 } as const;
    expect(statedDeductible({ ...locked, deductibleRule: share })).toEqual({
      ...{ kind: 'acv', rate: 100_000, acvCents: 900_000 },
    });
  });

  test('a waived one, none at all, and one without an insurer are told apart', () => {
    expect(statedDeductible({ ...locked, deductibleRule: { ...rule, waived: true } })).toEqual({ kind: 'waived' });
    expect(statedDeductible({ ...locked, deductible: { amountCents: 0 } })).toEqual({ kind: 'none' });
    expect(statedDeductible({ ...locked, payer: { payer: 'Internal' } })).toEqual({ kind: 'none' });
  });
});
