import { expect, test } from 'vitest';
import { wordBackupDamage, wordRestored, wordUnsent } from '../../../src-renderer/words/pc/pc-words.ts';

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
    `3 edits that were not in the cloud were taken along. ${part} The data`,
  );
  expect(wordRestored(restored, clock)).not.toContain(part);
});

test('a restore names whatever was taken along, documents and drafts as well', () => {
  const nothing = { edits: 0, commands: 0, kept: 0, drafts: 0, photos: 0, documents: 0 };
  const said = (carried: Partial<typeof nothing>) =>
    wordRestored({ at: 0, madeAt: null, aside: 'a', carried: { ...nothing, ...carried } }, clock);
  expect(said({})).toContain('; nothing was taken along.');
  expect(said({ documents: 1 })).toContain('; 1 document that was not in the cloud was taken along.');
  expect(said({ edits: 2, commands: 1, drafts: 1, photos: 4, documents: 2 })).toContain(
    '; 2 edits, 1 command, 1 draft, 4 photos and 2 documents that were not in the cloud were taken along.',
  );
  const before = { edits: 1, commands: 0, kept: 0, drafts: 0, photos: 1 };
  expect(wordRestored({ at: 0, madeAt: null, aside: 'a', carried: before }, clock)).toContain(
    '; 1 edit and 1 photo that',
  );
});

test('what is only here is named before a restore, and a document or a refused edit alone is not nothing', () => {
  const nothing = { edits: 0, commands: 0, kept: 0, drafts: 0, photos: 0, documents: 0 };
  const said = (unsent: Partial<typeof nothing>) => wordUnsent({ unsent: { ...nothing, ...unsent } });
  expect(said({})).toBe('Everything on this PC was sent: nothing is only here.');
  expect(said({ documents: 1 })).toBe('1 document on this PC is not in the cloud:');
  expect(said({ kept: 2 })).toBe('2 refused edits on this PC are not in the cloud:');
  expect(said({ edits: 7, commands: 1, photos: 2, documents: 1 })).toBe(
    '7 edits, 1 command, 2 photos and 1 document on this PC are not in the cloud:',
  );
});
