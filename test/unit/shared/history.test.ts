/** What each edit of a workfile changed, told from its edits alone. */
import { expect, test } from 'vitest';
import type { EditId } from '../../../src-shared/base/ids.ts';
import { type HistoryRow, readHistory } from '../../../src-shared/sync/history.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';

let n = 0;
function row(group: string, value: JsonObject, before: JsonObject | null = null): HistoryRow {
  n += 1;
  const edit = `0000000001-${n}` as EditId;
  const order = { seq: null, became: null, standing: 'taken' } as const;
  return { edit, kind: 'line', id: 'line-1', group, value, before, by: 'Robin', pc: 'FRONT-PC', at: n, ...order };
}
const hours = (tenths: number, order: Partial<HistoryRow> = {}): HistoryRow => ({
  ...row('labor', { tenths }),
  ...order,
});
const told = (rows: readonly HistoryRow[]) =>
  readHistory(rows).map(({ value, before, standing }) => [value.tenths, before?.tenths, standing]);

test('the newest stands first, and an edit shows what the row before it left', () => {
  const [second, first] = readHistory([
    row('*', { parent: { workfileId: 'w' }, labor: { type: 'body', tenths: 10 } }),
    row('labor', { type: 'body', tenths: 24 }),
  ]);
  expect(second).toMatchObject({ what: 'changed', value: { tenths: 24 }, before: { tenths: 10 } });
  expect(first).toMatchObject({ what: 'made', value: { labor: { type: 'body', tenths: 10 } }, before: null });
  expect(first?.value).not.toHaveProperty('parent');
});

test('what was before is what its writer saw, and is not known where nobody said it', () => {
  const [seen, unseen] = readHistory([
    row('part', { priceCents: 200 }),
    row('text', { description: 'Hood' }, { description: 'Bonnet' }),
  ]);
  expect(seen).toMatchObject({ before: { description: 'Bonnet' }, value: { description: 'Hood' } });
  expect(unseen).toMatchObject({ before: null, value: { priceCents: 200 } });
});

test('a removal and a return are told as such, and what changed nothing is not told', () => {
  const entries = readHistory([
    row('deleted', { deleted: true }),
    row('deleted', { deleted: false }),
    row('text', { description: 'Hood' }, { description: 'Hood' }),
  ]);
  expect(entries.map(({ what }) => what)).toEqual(['restored', 'removed']);
});

test('the shop’s order counts and no clock, and what waits comes last', () => {
  const rows = [
    hours(3, { standing: 'waiting', at: 1 }),
    hours(2, { seq: 12, at: 5 }),
    hours(1, { seq: 11, at: 9_000_000_000_000 }),
  ];
  expect(told(rows)).toEqual([
    [3, 2, 'waiting'],
    [2, 1, 'taken'],
    [1, undefined, 'taken'],
  ]);
});

test('what was not taken changed nothing, and is told as that', () => {
  const rows = [
    hours(1, { seq: 1 }),
    hours(2, { seq: 2, standing: 'refused' }),
    hours(3, { seq: 3, standing: 'beside' }),
    hours(4, { seq: 4 }),
  ];
  expect(told(rows)).toEqual([
    [4, 1, 'taken'],
    [3, 1, 'beside'],
    [2, 1, 'refused'],
    [1, undefined, 'taken'],
  ]);
});

test('an edit that was rewritten before it was sent stands where the last of them stands, with its fate', () => {
  const last = hours(3, { seq: 8, standing: 'refused' });
  const middle = hours(2, { became: last.edit });
  const first = hours(1, { became: middle.edit });
  const later = hours(5, { seq: 9 });
  expect(told([later, first, middle, last]).map(([tenths, , standing]) => [tenths, standing])).toEqual([
    [5, 'taken'],
    [3, 'refused'],
    [2, 'refused'],
    [1, 'refused'],
  ]);
});
