/** Phone numbers in the narrow fields of an EMS set. */
import { expect, test } from 'vitest';
import { cellsOf } from '../../../../src-shared/domain/exchange/ems/ems-cells.ts';
import { phoneFields, readPhone } from '../../../../src-shared/domain/exchange/ems/ems-phone.ts';

const read = (fields: Readonly<Record<string, string>>) =>
  readPhone(cellsOf('x.ad1', { number: 1, cells: new Map(Object.entries(fields)) }, { faults: [], remarks: [] }), 'PH');

test('a printed number goes out as ten digits with its extension apart, and comes back as it was', () => {
  expect(phoneFields('PH', '(616) 555-0142 x12')).toEqual({ PH: '6165550142', PHX: '12' });
  expect(read({ PH: '6165550142', PHX: '12' })).toBe('(616) 555-0142 x12');
});

test('a number of another country goes out as far as its field holds it, without spaces', () => {
  expect(phoneFields('PH', '+44 20 7946 0958')).toEqual({ PH: '+442079460958' });
});

test('what is no number stays as the file has it', () => {
  expect(read({ PH: 'CALL' })).toBe('CALL');
  expect(read({})).toBe('');
});
