/** A sheet is priced once, also while an older state of it is still being drawn. */
import { expect, test } from 'vitest';
import { pricedSheet } from '../../../src-renderer/stores/workfile/priced-sheet.ts';
import { lineOf, sheetOf } from '../../browser/renderer/sample-sheet.ts';

const open = sheetOf({ lines: [lineOf(1, 'Hood')] });
const locked = { ...open, estimate: { ...open.estimate, lock: { at: 1_795_341_600_000, by: 'Ada Example' } } };

test('what prices a sheet decides whether it is priced again', () => {
  const first = pricedSheet(open);
  const edited = { ...open, unsavedSince: 1 };
  expect(pricedSheet(edited)).toBe(first);
  for (const part of ['rates', 'estimate', 'insurance'] as const)
    expect(pricedSheet({ ...open, [part]: { ...open[part] } })).not.toBe(first);
  expect(pricedSheet({ ...open, lines: [...open.lines] })).not.toBe(first);
});

test('two states with the same lines, asked for in turns, are each priced once', () => {
  const [before, after] = [pricedSheet(open), pricedSheet(locked)];
  expect(pricedSheet(open)).toBe(before);
  expect(pricedSheet(locked)).toBe(after);
});
