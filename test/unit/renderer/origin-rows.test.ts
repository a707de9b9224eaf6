import { expect, test } from 'vitest';
import { newLine } from '../../../src-renderer/features/estimate/line-row.ts';
import { originRows, wordSource } from '../../../src-renderer/features/estimate/properties/origin-rows.ts';
import { noLabor, noLine, noPart } from '../../../src-shared/domain/exchange/foreign.ts';
import { noVendor } from '../../../src-shared/domain/exchange/vendor.ts';

test('a line says whether a person, a database or another program wrote it', () => {
  expect(wordSource(newLine)).toBe('Written by hand');
  expect(wordSource({ ...newLine, vendor: noVendor })).toBe('Written by hand');
  expect(wordSource({ ...newLine, marks: { manual: false, changed: false } })).toBe(
    'From a database of parts and times',
  );
  expect(wordSource({ ...newLine, vendor: { ...noVendor, system: 'C', number: 12 } })).toBe('Imported: CCC, line 12');
});

test('an imported line keeps what its file said, and says nothing of what it did not', () => {
  const line = {
    ...noLine,
    version: 'S01',
    description: 'LT Fender',
    part: { ...noPart, number: '60211A', cents: 26_143, databaseCents: 25_000 },
    labor: [
      { ...noLabor, type: 'LAB', tenths: 18 },
      { ...noLabor, type: 'LAR', included: true },
    ],
  };
  expect(originRows(line).map(({ name, text }) => `${name}: ${text}`)).toEqual([
    'Version in the file: S01',
    'Description: LT Fender',
    'Part number: 60211A',
    'Quantity: 1',
    'Price: 261.43',
    'Database price: 250.00',
    'Hours: LAB 1.8, LAR Incl.',
  ]);
  expect(originRows(noLine)).toEqual([]);
});
