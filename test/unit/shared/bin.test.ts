import { describe, expect, test } from 'vitest';
import {
  type BinFacts,
  binDays,
  binListsFrom,
  binnedAt,
  daysLeft,
  whyNotBin,
} from '../../../src-shared/domain/workfile/bin.ts';
import type { Stage } from '../../../src-shared/domain/workfile/workfile.ts';

const facts = (change: { stage?: Stage; label?: string; lockedAt?: number; receipts?: number } = {}): BinFacts => ({
  workfile: { deleted: false, stage: { stage: change.stage ?? 'opportunity' }, bin: { at: 7, by: 'Casey Moor' } },
  estimates: [{ version: { label: change.label ?? 'E01' }, lock: { at: change.lockedAt ?? 0, by: '' } }],
  receipts: Array.from({ length: change.receipts ?? 0 }),
});

describe('what may go into the bin', () => {
  test('an estimate or a repair order that nobody agreed to or paid for may, given up or not', () => {
    for (const stage of ['opportunity', 'repair-order', 'cancelled'] as const) {
      expect(whyNotBin(facts({ stage }))).toBe(null);
    }
  });

  test('what is closed, was locked once, or was paid for stays, each for its reason', () => {
    expect(whyNotBin(facts({ stage: 'closed' }))).toBe('closed');
    expect(whyNotBin(facts({ lockedAt: 5 }))).toBe('locked');
    expect(whyNotBin(facts({ label: 'S01' }))).toBe('locked');
    expect(whyNotBin(facts({ receipts: 1 }))).toBe('paid');
  });

  test('what was locked or paid for while it lay there is back by itself', () => {
    expect(binnedAt(facts())).toBe(7);
    expect([binnedAt(facts({ lockedAt: 5 })), binnedAt(facts({ receipts: 1 }))]).toEqual([0, 0]);
  });
});

test('the bin lists a workfile for thirty days, and counts them down', () => {
  const noon = Date.UTC(2026, 10, 1, 12);
  expect(daysLeft(noon, '2026-11-01')).toBe(binDays);
  expect(daysLeft(noon, '2026-11-02')).toBe(29);
  expect(daysLeft(noon, '2026-11-30')).toBe(1);
  expect(daysLeft(noon, '2026-12-01')).toBe(0);
  expect([binListsFrom('2026-11-30') <= noon, binListsFrom('2026-12-01') <= noon]).toEqual([true, false]);
  // East of Greenwich the shop's day is ahead, west of it behind.
  expect(daysLeft(Date.UTC(2026, 10, 2, 1), '2026-11-01')).toBe(binDays);
});
