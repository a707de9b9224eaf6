import { expect, test } from 'vitest';
import { readCsv, writeCsv } from '../../../../src-shared/base/csv.ts';
import { demoLibraries } from '../../../../src-shared/demo/demo-library.ts';
import { partCodeTable, readPartCodes } from '../../../../src-shared/domain/library/part-code-rows.ts';

const from = Date.UTC(2026, 10, 22);
const codes = demoLibraries({ seed: 7, from }).flatMap((record) =>
  record.kind === 'part-code' ? [{ id: record.id, deleted: false, ...record.value }] : [],
);

test('quoted cells, line ends in them, and each separator are read as a spreadsheet means them', () => {
  expect(readCsv('a,"b ""c"",\nd",e\r\n\r\nf,,g\n')).toEqual([
    ['a', 'b "c",\nd', 'e'],
    ['f', '', 'g'],
  ]);
  expect(readCsv('\ufeffCode;Price\nA;1,5')).toEqual([
    ['Code', 'Price'],
    ['A', '1,5'],
  ]);
  expect(readCsv('Code\tText\nA\t"x')).toEqual([
    ['Code', 'Text'],
    ['A', '"x'],
  ]);
  expect(readCsv('')).toEqual([]);
});

test('what begins like a formula is text for a spreadsheet, and is read back as it was', () => {
  const rows = [['=1+1', '-12.5', '+49 x', '@x', "'quoted", '-A12']];
  expect(writeCsv(rows)).toBe(`'=1+1,-12.5,'+49 x,'@x,'quoted,'-A12\r\n`);
  expect(readCsv(writeCsv(rows))).toEqual(rows);
});

test('what is exported is read back as the same codes', () => {
  expect(codes).toHaveLength(30);
  const again = readPartCodes(readCsv(writeCsv(partCodeTable(codes))), codes);
  expect(again.map(({ standing }) => standing)).toEqual(codes.map(() => 'same'));
});

test('each row says what becomes of it: new, changed, doubled, or what cannot be read', () => {
  const text = [
    'code,description,price,hours,part type',
    'fb10,Bumper cover,500.00,1.2,OEM',
    'NEW9,Bracket,12.50,0.4,aftermarket',
    'new9,Bracket again,1,0,OEM',
    'X1,Dear,many,0,OEM',
    ',No code,1,0,OEM',
    'X2,Long,1,0.05,OEM',
    'X3,Odd,1,0,cardboard',
  ].join('\n');
  const rows = readPartCodes(readCsv(text), codes);
  expect(rows.map((row) => [row.row, row.standing, 'column' in row ? row.column : ''])).toEqual([
    [2, 'changed', ''],
    [3, 'new', ''],
    [4, 'twice', ''],
    [5, 'wrong', 'Price'],
    [6, 'wrong', 'Code'],
    [7, 'wrong', 'Hours'],
    [8, 'wrong', 'Part type'],
  ]);
  expect(rows[1]).toMatchObject({
    groups: { code: { code: 'NEW9' }, part: { type: 'aftermarket', priceCents: 1250 }, labor: { tenths: 4 } },
  });
});

test('a table without words above its columns is read in the order of an export', () => {
  const [row] = readPartCodes([['AB1', 'Clip', 'A/M', '55-1', '3.20']], []);
  expect(row).toMatchObject({ row: 1, standing: 'new', groups: { part: { number: '55-1', priceCents: 320 } } });
});
