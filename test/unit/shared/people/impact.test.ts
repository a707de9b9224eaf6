/** Points of impact, options and VINs as scanners give them. */
import { expect, test } from 'vitest';
import { emptyGroup } from '../../../../src-shared/domain/record.ts';
import { isFrozen } from '../../../../src-shared/domain/vehicle/frozen.ts';
import {
  impactCode,
  impactCodes,
  impactName,
  maxSecondaryImpacts,
  toggleImpact,
  withPrimary,
} from '../../../../src-shared/domain/vehicle/impact.ts';
import { vehicleSpec } from '../../../../src-shared/domain/vehicle/vehicle.ts';
import { readOptions, withOptions } from '../../../../src-shared/domain/vehicle/vehicle-options.ts';
import { cleanVin } from '../../../../src-shared/domain/vehicle/vin.ts';

const nowhere = { primary: '', secondary: [] };

test('the first point is the primary one, and the next takes its place when it goes', () => {
  const one = toggleImpact(nowhere, '05');
  const three = toggleImpact(toggleImpact(one, '06'), '28');
  expect(three).toEqual({ primary: '05', secondary: ['06', '28'] });
  expect(toggleImpact(three, '05')).toEqual({ primary: '06', secondary: ['28'] });
  expect(toggleImpact(three, '06')).toEqual({ primary: '05', secondary: ['28'] });
});

test('a point made the primary one leaves the former beside it; none takes all away', () => {
  expect(withPrimary({ primary: '05', secondary: ['06'] }, '06')).toEqual({ primary: '06', secondary: ['05'] });
  expect(withPrimary({ primary: '05', secondary: [] }, '12')).toEqual({ primary: '12', secondary: ['05'] });
  expect(withPrimary({ primary: '05', secondary: ['06'] }, '')).toEqual(nowhere);
});

test('no more points are kept than a file holds', () => {
  const all = Array.from({ length: 15 }, (_, i) => String(i + 1).padStart(2, '0'));
  expect(all.reduce(toggleImpact, nowhere).secondary).toHaveLength(maxSecondaryImpacts);
});

test('codes of files are read in each of their spellings, and unknown ones keep their number', () => {
  expect([impactCode('5'), impactCode('05'), impactCode('front')]).toEqual(['05', '05', '']);
  expect([impactCodes('05 11'), impactCodes('0511'), impactCodes('5, 11, 5'), impactCodes('')]).toEqual([
    ['05', '11'],
    ['05', '11'],
    ['05', '11'],
    [],
  ]);
  expect([impactName('12'), impactName('77')]).toEqual(['Front', 'Point 77']);
});

test('pasted options are taken one a line, and none twice', () => {
  expect(readOptions(' Sunroof \n\nTow  package; ABS')).toEqual(['Sunroof', 'Tow package', 'ABS']);
  expect(withOptions(['Sunroof'], ['SUNROOF', 'ABS', 'abs'])).toEqual(['Sunroof', 'ABS']);
});

test.each([
  ['I1HGCM82633A004352', '1HGCM82633A004352'],
  [']C01HGCM82633A004352', '1HGCM82633A004352'],
  ['VIN: 1HGCM 82633-A004352', '1HGCM82633A004352'],
  ['*1hgcm82633a004352*', '1HGCM82633A004352'],
  ['I1HGCM8263', 'I1HGCM8263'],
])('the scanned text %s is the VIN %s', (text, vin) => {
  expect(cleanVin(text)).toBe(vin);
});

test('a vehicle is closed once it was locked with its VIN, in each later version too', () => {
  const identity = { ...emptyGroup(vehicleSpec, 'identity'), vin: '1HGCM82633A004352' };
  const estimate = (label: string, at: number) => ({ version: { label }, lock: { at, by: '' } });
  expect(isFrozen(estimate('E01', 0), { identity })).toBe(false);
  expect(isFrozen(estimate('E01', 5), { identity })).toBe(true);
  expect(isFrozen(estimate('S01', 0), { identity })).toBe(true);
  expect(isFrozen(estimate('S01', 0), { identity: { ...identity, vin: '' } })).toBe(false);
});
