/** A VIN is checked while it is typed; a wrong check digit is a warning and never “good”. */
import { expect, test } from 'vitest';
import { wordDecoding, wordVin } from '../../../src-renderer/words/vin-words.ts';
import type { VinDecoding } from '../../../src-shared/domain/vehicle/vin-decoding.ts';

const decoding: VinDecoding = {
  vin: '1HGCM82633A004352',
  year: 2003,
  make: 'Honda',
  model: 'Accord',
  trim: '',
  body: '',
  engine: '',
  warnings: [],
};

test('a good VIN and an empty one need no words', () => {
  expect(wordVin('1HGCM82633A004352')).toBeUndefined();
  expect(wordVin('')).toBeUndefined();
});

test('wrong characters are named', () => {
  const words = wordVin('1HGCM82633A0O43I2');
  expect(words).toMatchObject({ tone: 'error', possible: false });
  expect(words?.text).toContain('“O” “I”');
});

test('a short VIN says how many characters it has', () => {
  expect(wordVin('1HGCM')?.text).toBe('A VIN has 17 characters; this has 5.');
});

test('a wrong check digit warns and can still be decoded', () => {
  expect(wordVin('1HGCM82643A004352')).toMatchObject({ tone: 'warning', possible: true });
});

test('only a decoding without warnings is a good VIN', () => {
  expect(wordDecoding(decoding)).toEqual({ tone: 'ok', what: 'Good VIN' });
  expect(wordDecoding({ ...decoding, warnings: ['check-digit'] })).toMatchObject({
    tone: 'warn',
    what: expect.stringMatching(/^Check digit is wrong/),
  });
  expect(wordDecoding({ ...decoding, warnings: ['no-match', 'check-digit'] }).tone).toBe('error');
});
