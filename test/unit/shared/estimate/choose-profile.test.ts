import { expect, test } from 'vitest';
import type { ProfileId } from '../../../../src-shared/base/ids.ts';
import { facilityProfile, profileFor } from '../../../../src-shared/domain/estimate/profile/choose-profile.ts';
import type { ProfileKind } from '../../../../src-shared/domain/estimate/profile/profile.ts';
import type { Payer } from '../../../../src-shared/domain/insurance/insurance.ts';

const profile = (id: string, kind: ProfileKind, isDefault = false, company = '', claimOffice = '') => ({
  id: id as ProfileId,
  about: { name: id, kind, company, claimOffice },
  usual: { isDefault },
});
const own = profile('a-own', 'facility', true);
const other = profile('b-other', 'facility');
const general = profile('c-general', 'insurer', false, 'Prairie Mutual');
const office = profile('d-office', 'insurer', false, 'Prairie Mutual', 'Lakeside');
const all = [other, office, general, own];
const pays = (payer: Payer, name = '', claimOffice = '') => ({ payer: { payer }, company: { name, claimOffice } });

test('a workfile takes the profile of its claim office, else of its insurer, else of the shop', () => {
  expect(profileFor(all, pays('Insurance Company', ' prairie MUTUAL', 'lakeside'))).toBe(office);
  expect(profileFor(all, pays('Insurance Company', 'Prairie Mutual', 'Uptown'))).toBe(general);
  expect(profileFor(all, pays('Insurance Company', 'Redwing'))).toBe(own);
  expect(profileFor(all, pays('Self Pay', 'Prairie Mutual'))).toBe(own);
  expect(profileFor([], pays('Self Pay'))).toBeUndefined();
});

test('the default of the shop counts, the older of two, and the only profile where none is the default', () => {
  expect(facilityProfile([other, { ...other, id: 'z' as ProfileId, usual: { isDefault: true } }, own])).toBe(own);
  expect(facilityProfile([other, general])).toBe(other);
  expect(facilityProfile([other, { ...other, id: 'z' as ProfileId }])).toBeUndefined();
});
