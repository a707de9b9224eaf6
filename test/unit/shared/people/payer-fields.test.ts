/** What a payer has a use for. */
import { expect, test } from 'vitest';
import { payers } from '../../../../src-shared/domain/insurance/insurance.ts';
import { coverageName } from '../../../../src-shared/domain/insurance/loss.ts';
import { companyTitle, hasUse, payerParts } from '../../../../src-shared/domain/insurance/payer-fields.ts';

test('an insurance company has a use for everything, who pays for themselves for nothing of an insurer', () => {
  expect(payerParts.every((part) => hasUse('Insurance Company', part))).toBe(true);
  expect(payerParts.some((part) => hasUse('Self Pay', part) || hasUse('Internal', part))).toBe(false);
});

test('only an insurance company has a deductible, and while nobody has said who pays the claim may be typed', () => {
  expect(payers.filter((payer) => hasUse(payer, 'deductible'))).toEqual(['Insurance Company']);
  expect(hasUse('Not Specified', 'claim')).toBe(true);
});

test('the company is called what it is', () => {
  expect([companyTitle('Fleet'), companyTitle('Insurance Company')]).toEqual(['Fleet company', 'Insurance company']);
});

test('a coverage that nobody here knows keeps its code', () => {
  expect([coverageName('M'), coverageName('X'), coverageName('')]).toEqual(['Comprehensive', 'X', '']);
});
