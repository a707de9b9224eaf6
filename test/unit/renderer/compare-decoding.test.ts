/** A decoded VIN never replaces typed text without a question. */
import { expect, test } from 'vitest';
import { applyAll, differences, fillEmpty } from '../../../src-renderer/features/vehicle/compare-decoding.ts';
import type { Vehicle } from '../../../src-shared/domain/vehicle/vehicle.ts';
import type { VinDecoding } from '../../../src-shared/domain/vehicle/vin-decoding.ts';

const decoding: VinDecoding = {
  vin: '1HGCM82633A004352',
  year: 2003,
  make: 'HONDA',
  model: 'Accord',
  trim: '',
  body: 'Coupe',
  engine: '',
  warnings: [],
};
const typed: Vehicle['identity'] = {
  vin: decoding.vin,
  year: 2004,
  make: 'Honda',
  model: '',
  trim: 'LX',
  body: '',
  engine: '',
  source: 'hand',
};

test('only typed text that says something else is a difference', () => {
  expect(differences(typed, decoding)).toEqual([{ name: 'Year', typed: '2004', decoded: '2003' }]);
});

test('what an earlier decoding put there is replaced without a question', () => {
  expect(differences({ ...typed, source: 'vin' }, decoding)).toEqual([]);
});

test('using the VIN keeps what the VIN does not know', () => {
  expect(applyAll(typed, decoding)).toMatchObject({ year: 2003, model: 'Accord', trim: 'LX', source: 'vin' });
});

test('filling empty fields keeps everything typed', () => {
  expect(fillEmpty(typed, decoding)).toMatchObject({ year: 2004, make: 'Honda', model: 'Accord', body: 'Coupe' });
});
