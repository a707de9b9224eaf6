import { expect, test } from 'vitest';
import {
  dueWords,
  journalConflicts,
  waitingWords,
  whyNotMake,
} from '../../../../src-renderer/words/dms/journal-words.ts';
import { journalBook } from '../../../../src-shared/sync/journal.ts';

const due = { through: '2026-05-31', entries: 0, totalCents: 0, more: 0, left: [], waiting: 0 };

test('where nothing is due no reason is made up: what has no account is in no file either', () => {
  expect(dueWords(due)).toBe('Nothing is due until 5/31/2026.');
  expect(journalConflicts['journal-nothing-due']?.what).not.toMatch(/every/);
});

test('beside a partner that takes payments a file is made when it takes something back, and at no other time', () => {
  const accounts = { firstDay: '2026-05-01', receivableAccount: '1210', receiptAccounts: { cash: '1020' } };
  const of = (entries: number) =>
    journalBook.parse({
      ...{ settings: accounts, today: due.through, partner: 'Tekion', isRestored: false, files: [] },
      due: { ...due, entries },
    });
  const said = { lastFile: undefined, despite: false };
  expect(whyNotMake(of(0), said)).toBe('Tekion takes payments by itself.');
  expect(whyNotMake(of(1), said)).toBeUndefined();
});

test('what waits for a partner is counted', () => {
  expect([1, 3].map(waitingWords)).toEqual([
    '1 receipt waits for the DMS and is in no file.',
    '3 receipts wait for the DMS and are in no file.',
  ]);
});

test('what takes back more than it brings says so as money does', () => {
  expect(dueWords({ ...due, entries: 2, totalCents: -12_550 })).toBe('2 entries, ($125.50) in all, until 5/31/2026.');
});
