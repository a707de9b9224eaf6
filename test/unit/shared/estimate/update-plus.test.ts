/** What UpdatePlus needs of the repair facility's profile before any workfile can take part. */
import { expect, test } from 'vitest';
import { updatePlusMissing } from '../../../../src-shared/domain/estimate/profile/facility.ts';
import { type Insurer, insurerSpec } from '../../../../src-shared/domain/insurance/insurer.ts';
import { emptyGroup } from '../../../../src-shared/domain/record.ts';

const insurerOf = (id: string, groups: Partial<Insurer> = {}): Insurer => ({
  id: id as Insurer['id'],
  deleted: false,
  parent: emptyGroup(insurerSpec, 'parent'),
  about: { name: id },
  updatePlus: { isOn: true },
  customerUpdates: { isOn: true },
  standing: { isActive: true },
  ...groups,
});
const phones = { phone: '(616) 555-0142', fax: '', email: '', website: '' };
const complete = {
  phones,
  updatePlus: { isShared: true },
  updatePlusInsurers: { ids: ['a'] },
  updatePlusPayers: { payers: ['Insurance Company' as const] },
};

test('a profile that says nothing lacks everything but a company that is off', () => {
  expect(updatePlusMissing({}, [])).toEqual(['share', 'business-phone', 'insurers', 'payers']);
});

test('nothing is missing where the profile shares, has a business phone, a company that is on, and a payer type', () => {
  expect(updatePlusMissing(complete, [insurerOf('a')])).toEqual([]);
});

test.each([
  ['UpdatePlus is off', { updatePlus: { isOn: false } }],
  ['customer updates are off', { customerUpdates: { isOn: false } }],
])('a chosen company of which %s does not take part', (_, groups) => {
  expect(updatePlusMissing(complete, [insurerOf('a', groups)])).toEqual(['insurer-off']);
});

test('a chosen company that is inactive does not count', () => {
  expect(updatePlusMissing(complete, [insurerOf('a', { standing: { isActive: false } })])).toEqual(['insurers']);
});

test('a shop that shares with customers who pay themselves needs no insurance company', () => {
  const selfPay = { ...complete, updatePlusInsurers: { ids: [] }, updatePlusPayers: { payers: ['Self Pay' as const] } };
  expect(updatePlusMissing(selfPay, [])).toEqual([]);
});
