/** A block from a spreadsheet becomes changes, new lines and marks; nothing readable is lost. */
import { expect, test } from 'vitest';
import { readBlock } from '../../../src-renderer/features/estimate/line-paste.ts';
import { newLine } from '../../../src-renderer/features/estimate/line-row.ts';
import type { LineId } from '../../../src-shared/base/ids.ts';

const columnIds = ['operation', 'partType', 'description', 'labor', 'paint'];
const present = { ...newLine, id: '0190aaaa-0000-7000-8000-000000000001' as LineId };

test('rows on lines change them, rows below become new lines', () => {
  const read = readBlock({
    columnIds,
    lines: [present],
    block: [
      ['Rpr', '', 'Hood', '4.0', '2.8'],
      ['R&I', '', 'Hood assy', '0.7', ''],
    ],
  });
  expect(read.changes).toHaveLength(1);
  expect(read.changes[0]).toMatchObject({ id: present.id, change: { text: { description: 'Hood' } } });
  expect(read.added).toHaveLength(1);
  expect(read.added[0]).toMatchObject({ work: { operation: 'remove-install' }, labor: { tenths: 7 } });
  expect(read.refused).toEqual([]);
});

test('a cell that cannot be read is named and the rest of its row stands', () => {
  const read = readBlock({ columnIds, lines: [], block: [['Rpr', '', 'Hood', 'abc', '2.8']] });
  expect(read.added[0]).toMatchObject({ text: { description: 'Hood' }, refinish: { tenths: 28 } });
  expect(read.added[0]?.labor).toBeUndefined();
  expect(read.refused).toEqual([{ row: 0, columnId: 'labor', text: expect.stringContaining('“abc”') }]);
});

test('negative time is read after the operation of its own row', () => {
  const read = readBlock({ columnIds, lines: [], block: [['Overlap', '', 'Major Adj. Panel', '', '-0.4']] });
  expect(read.refused).toEqual([]);
  expect(read.added[0]).toMatchObject({ refinish: { tenths: -4 } });
});

test('columns that are computed are passed over', () => {
  const read = readBlock({
    columnIds: ['number', 'operation', 'extended'],
    lines: [],
    block: [['7', 'Rpr', '1,234.00']],
  });
  expect(read.added).toEqual([{ work: { operation: 'repair' } }]);
  expect(read.refused).toEqual([]);
});

test('cells beyond the last column are not guessed at', () => {
  const read = readBlock({ columnIds: ['description'], lines: [], block: [['Hood', 'more']] });
  expect(read.added).toEqual([{ text: { description: 'Hood' } }]);
});
