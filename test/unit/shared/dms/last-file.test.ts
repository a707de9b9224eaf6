import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  firstUntold,
  journalName,
  lostFiles,
  mayFollow,
  newestGiven,
} from '../../../../src-shared/domain/dms/journal/last-file.ts';

test('a lost file is one after the newest, of which the history tells', () => {
  const names = [3, 5, 4, 5].map(journalName);
  expect(lostFiles(3, [...names, '', 'Journal x', 'Journal 99999999', 'J-7'])).toEqual([4, 5]);
  expect(newestGiven({ newest: 3, lost: [4, 5] })).toBe(5);
  expect(newestGiven({ newest: 3, lost: [] })).toBe(3);
});

test('a number below a known file is never the last; one behind a silence only by a person’s word', () => {
  const files = { newest: 3, lost: [4, 6] };
  expect(mayFollow(files, {})).toBe(false);
  expect(mayFollow(files, { lastFile: 5, despite: true })).toBe(false);
  expect([firstUntold(files, 4), firstUntold(files, 6), firstUntold(files, 1_000_000)]).toEqual([undefined, 5, 5]);
  expect(mayFollow(files, { lastFile: 6 })).toBe(false);
  expect(mayFollow(files, { lastFile: 6, despite: true })).toBe(true);
  expect(mayFollow({ newest: 3, lost: [4, 5] }, { lastFile: 5 })).toBe(true);
  expect(mayFollow({ newest: 0, lost: [] }, { lastFile: 0 })).toBe(true);
});

test('whatever is known, the file that follows has a number that nobody gave before', () => {
  const some = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.nat(20), some, fc.nat(40), fc.boolean(), (newest, told, lastFile, despite) => {
      const files = { newest, lost: lostFiles(newest, told.map(journalName)) };
      if (mayFollow(files, { lastFile, despite })) expect(Math.max(newest, ...told)).toBeLessThan(lastFile + 1);
    }),
  );
});
