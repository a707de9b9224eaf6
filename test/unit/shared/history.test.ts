/** What each edit of a workfile changed, told from its edits alone. */
import { expect, test } from 'vitest';
import type { EditId } from '../../../src-shared/base/ids.ts';
import { type HistoryRow, readHistory } from '../../../src-shared/sync/history.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';

let n = 0;
function row(group: string, value: JsonObject, before: JsonObject | null = null): HistoryRow {
  n += 1;
  const edit = `0000000001-${n}` as EditId;
  return { edit, kind: 'line', id: 'line-1', group, value, before, by: 'Robin', pc: 'FRONT-PC', at: n };
}

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
