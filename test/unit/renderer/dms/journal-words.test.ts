import { expect, test } from 'vitest';
import { dueWords, journalConflicts } from '../../../../src-renderer/words/dms/journal-words.ts';

const due = { through: '2026-05-31', entries: 0, totalCents: 0, more: 0, left: [] };

test('where nothing is due no reason is made up: what has no account is in no file either', () => {
  expect(dueWords(due)).toBe('Nothing is due until 5/31/2026.');
  expect(journalConflicts['journal-nothing-due']?.what).not.toMatch(/every/);
});
