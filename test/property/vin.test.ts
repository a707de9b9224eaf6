import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkVin, withCheckDigit } from '../../src-shared/domain/vehicle/vin.ts';
import { anyText } from './any-text.ts';

const characters = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';
const anyVin = fc.string({ unit: fc.constantFrom(...characters), minLength: 17, maxLength: 17 });
const values: Readonly<Record<string, number>> = Object.fromEntries(
  [...'12345678.12345.7.923456789'].map((value, i) => [String.fromCharCode(65 + i), Number(value)]),
);

test('any VIN with its right check digit is right, by the sum of the regulation', () => {
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  fc.assert(
    fc.property(anyVin, (text) => {
      const vin = withCheckDigit(text);
      const sum = [...vin].reduce((total, sign, i) => total + (values[sign] ?? Number(sign)) * (weights[i] ?? 0), 0);
      expect(vin.charAt(8)).toBe(sum % 11 === 10 ? 'X' : String(sum % 11));
      expect(checkVin(vin).problems).toEqual([]);
    }),
  );
});

test('one wrong digit is noticed', () => {
  fc.assert(
    fc.property(anyVin, fc.integer({ min: 11, max: 16 }), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
      const vin = withCheckDigit(`${text.slice(0, 11)}123456`);
      const digit = (Number(vin.charAt(at)) + by) % 10;
      const mistyped = vin.slice(0, at) + digit + vin.slice(at + 1);
      expect(checkVin(mistyped).problems.map((problem) => problem.kind)).toEqual(['check-digit']);
    }),
  );
});

test('any text at all is checked without an exception', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(typeof checkVin(text).possible).toBe('boolean');
    }),
  );
});
