import { expect, test } from 'vitest';
import {
  checkDigitOf,
  checkVin,
  lightModelYear,
  modelYears,
  withCheckDigit,
} from '../../../src-shared/domain/vehicle/vin.ts';

const good: readonly (readonly [string, number])[] = [
  ['1G4AH59H45G118341', 2005],
  ['1HGCM82633A004352', 2003],
  ['1M8GDM9AXKP042788', 1989],
  ['58ADZ1B13MU000001', 2021],
  ['5YJ3E1EA2NF000001', 2022],
  ['1FTFW1E52JF000001', 2018],
  ['2T1BURHE9GC000001', 2016],
  ['3AKJHHDR5LS000001', 2020],
];

test.each(good)('the VIN %s is right and of model year %i', (vin, year) => {
  expect(checkVin(vin)).toEqual({ vin, problems: [], possible: true });
  expect(checkDigitOf(vin)).toBe(vin.charAt(8));
  expect(lightModelYear(vin)).toBe(year);
});

test('a wrong check digit is named but does not make a VIN impossible', () => {
  expect(checkVin('1HGCM82633A004353')).toEqual({
    vin: '1HGCM82633A004353',
    problems: [{ kind: 'check-digit', expected: '5', actual: '3' }],
    possible: true,
  });
  expect(withCheckDigit('1HGCM82633A004353')).toBe('1HGCM82653A004353');
});

test('I, O and Q are named as wrong characters', () => {
  const { problems, possible } = checkVin('1HGCM8263IA0O435Q');
  expect(problems).toEqual([{ kind: 'characters', characters: ['I', 'O', 'Q'] }]);
  expect(possible).toBe(false);
});

test('a VIN of another length is impossible', () => {
  expect(checkVin('1HGCM82633A00435')).toMatchObject({ problems: [{ kind: 'length', length: 16 }], possible: false });
  expect(checkVin('')).toMatchObject({ problems: [{ kind: 'length', length: 0 }], possible: false });
  expect(checkVin('A'.repeat(30_000))).toMatchObject({ problems: [{ kind: 'length', length: 30_000 }] });
});

test('spaces, dashes and small letters are tidied away', () => {
  expect(checkVin(' 1hgcm826-33a 004352 ')).toEqual({ vin: '1HGCM82633A004352', problems: [], possible: true });
});

test('signs that are no Latin letter or digit are named', () => {
  expect(checkVin('1HGCM82633A00435🚗').problems).toEqual([{ kind: 'characters', characters: ['🚗'] }]);
  expect(checkVin('١HGCM82633A004352').possible).toBe(false);
});

test('the tenth character means two years, or none for U, Z and 0', () => {
  expect(modelYears('1HGCM82633A004352')).toEqual([2003, 2033]);
  for (const letter of 'UZ0') expect(modelYears(`1HGCM8263${letter}A004352`)).toBeNull();
});

test('the seventh character tells the cycle of a light vehicle', () => {
  expect(lightModelYear('1HGCM8A63KA004352')).toBe(2019);
  expect(lightModelYear('1HGCM8263KA004352')).toBe(1989);
});
