import { expect, test } from 'vitest';
import { wordBackupDamage, wordRestored } from '../../../src-renderer/words/pc/pc-words.ts';

test('a backup of a damaged file in which no row is missing says that', () => {
  expect(wordBackupDamage(null)).toBeUndefined();
  expect(wordBackupDamage({ rows: 0, tables: [] })).toBe('made of a damaged file, no row missing');
  expect(wordBackupDamage({ rows: 1, tables: ['line'] })).toBe('1 row damaged; parts of line missing');
});

const clock = { now: 0, timeZone: '' };

test('a restore says when a part of what had not been sent could not be read', () => {
  const counts = { edits: 3, commands: 0, kept: 0, drafts: 0, photos: 0 };
  const restored = { at: 0, madeAt: null, aside: 'a', carried: counts };
  const part = 'A part of what had not been sent could not be read.';
  expect(wordRestored({ ...restored, isPart: true }, clock)).toContain(
    `3 edits that had not been sent were taken along. ${part} The data`,
  );
  expect(wordRestored(restored, clock)).not.toContain(part);
});
