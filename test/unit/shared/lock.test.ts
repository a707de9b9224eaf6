import { expect, test } from 'vitest';
import { lockedBy } from '../../../src-shared/domain/estimate/lock.ts';
import { recordKinds } from '../../../src-shared/sync/records.ts';

const open = { lock: { at: 0, by: '' } };
const locked = { lock: { at: 5, by: 'Dana Whitfield' } };

test('a locked estimate closes its lines, itself and the rates, and nothing else of the workfile', () => {
  expect(recordKinds.filter((kind) => lockedBy(kind, [open, locked]) === locked)).toEqual([
    'rates',
    'estimate',
    'line',
  ]);
});

test('open estimates close nothing', () => {
  expect(recordKinds.filter((kind) => lockedBy(kind, [open]) !== undefined)).toEqual([]);
  expect(lockedBy('line', [])).toBeUndefined();
});
