/** A block from a spreadsheet becomes changes, new lines and marks; nothing readable is lost. */
import { expect, test } from 'vitest';
import { readBlock } from '../../../src-renderer/features/estimate/line-paste.ts';
import { newLine } from '../../../src-renderer/features/estimate/line-row.ts';
import type { LineId } from '../../../src-shared/base/ids.ts';

const columnIds = ['operation', 'partType', 'description', 'labor', 'paint'];
const id = '0190aaaa-0000-7000-8000-000000000001' as LineId;
const present = { line: { ...newLine, id }, isNew: false };
const fresh = { line: { ...newLine, id: '0190aaaa-0000-7000-8000-000000000002' as LineId }, isNew: true };

test('rows on lines change them, rows below become new lines', () => {
  const read = readBlock({
    columnIds,
    rows: [present, fresh],
    block: [
      ['Rpr', '', 'Hood', '4.0', '2.8'],
      ['R&I', '', 'Hood assy', '0.7', ''],
    ],
  });
  expect(read.changes).toHaveLength(1);
  expect(read.changes[0]).toMatchObject({ id, change: { text: { description: 'Hood' } } });
  expect(read.added).toHaveLength(1);
  expect(read.added[0]).toMatchObject({
    id: fresh.line.id,
    work: { operation: 'remove-install' },
    labor: { tenths: 7 },
  });
  expect(read.refused).toEqual([]);
});

test('a cell that cannot be read is named and the rest of its row stands', () => {
  const read = readBlock({ columnIds, rows: [fresh], block: [['Rpr', '', 'Hood', 'abc', '2.8']] });
  expect(read.added[0]).toMatchObject({ text: { description: 'Hood' }, refinish: { tenths: 28 } });
  expect(read.added[0]?.labor).toBeUndefined();
  expect(read.refused).toEqual([{ rowKey: fresh.line.id, columnId: 'labor', text: expect.stringContaining('“abc”') }]);
});

test('negative time is read after the operation of its own row', () => {
  const read = readBlock({ columnIds, rows: [fresh], block: [['Overlap', '', 'Major Adj. Panel', '', '-0.4']] });
  expect(read.refused).toEqual([]);
  expect(read.added[0]).toMatchObject({ refinish: { tenths: -4 } });
});

test('columns that are computed are passed over', () => {
  const read = readBlock({
    columnIds: ['number', 'operation', 'extended'],
    rows: [fresh],
    block: [['7', 'Rpr', '1,234.00']],
  });
  expect(read.added).toEqual([{ id: fresh.line.id, work: { operation: 'repair' } }]);
  expect(read.refused).toEqual([]);
});

test('cells beyond the last column are not guessed at', () => {
  const read = readBlock({ columnIds: ['description'], rows: [fresh], block: [['Hood', 'more']] });
  expect(read.added).toEqual([{ id: fresh.line.id, text: { description: 'Hood' } }]);
});

test('a row of a line that is not there becomes a line, and those below it keep their places', () => {
  const read = readBlock({ columnIds: ['description'], rows: [fresh, present], block: [['new'], ['Hood']] });
  expect(read.added).toEqual([{ id: fresh.line.id, text: { description: 'new' } }]);
  expect(read.changes).toEqual([{ id, change: { text: { description: 'Hood' } } }]);
});

test('rows of which nothing was understood are not counted', () => {
  const read = readBlock({ columnIds: ['labor'], rows: [present, fresh], block: [['abc'], ['2.0']] });
  expect(read).toMatchObject({ understood: 1, changes: [], refused: [{ rowKey: id }] });
});
