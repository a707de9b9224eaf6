/** Two values that wait for a choice are told in plain words: where, whose, and why. */
import { describe, expect, test } from 'vitest';
import {
  counted,
  wordBatch,
  wordBytes,
  wordCounts,
  wordMending,
  wordStanding,
  wordTries,
  wordWaitingFiles,
} from '../../../src-renderer/words/centre-words.ts';
import {
  wordAuthor,
  wordConflict,
  wordKeeping,
  wordPlace,
  wordReason,
  wordSides,
} from '../../../src-renderer/words/decision-words.ts';
import { wordFailure } from '../../../src-renderer/words/failure-words.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Conflict } from '../../../src-shared/domain/conflict/conflict.ts';
import type { Decision, EditPlace } from '../../../src-shared/ipc/centre-shapes.ts';
import type { SyncState } from '../../../src-shared/ipc/shapes.ts';

const now = new Date(2026, 10, 21, 10, 45).getTime();
// Of the PC's own zone, as the instants here are.
const clock = { now, timeZone: '' };
const at = (hour: number, minute: number): number => new Date(2026, 10, 21, hour, minute).getTime();

const placeOf = (place: Partial<EditPlace>): EditPlace => ({
  workfileId: '' as WorkfileId,
  workfileLabel: '48213',
  owner: 'Turpin, Sharon',
  kind: 'contact',
  recordId: '',
  group: 'cell',
  line: null,
  role: null,
  ...place,
});
const side = (words: string, by = '') => ({ words, value: {}, by, pc: '', at: 0 });
const decisionOf = (decision: Partial<Decision>): Decision => ({
  id: 'x',
  what: 'conflict',
  place: placeOf({}),
  reason: 'conflict',
  before: null,
  mine: side('1.5', 'Janet Ellis'),
  theirs: side('2.0', 'Luis Ortega'),
  isMine: true,
  ...decision,
});

describe('a place', () => {
  test.each([
    [{ role: 'owner' as const }, 'Owner › Cell phone'],
    [{ kind: 'line' as const, group: 'labor', line: { number: 14, text: 'LT fender' } }, 'Line 14 LT fender › Labor'],
    [{ kind: 'line' as const, group: 'part', line: { number: 0, text: '' } }, 'Line › Part'],
    [{ kind: 'vehicle' as const, group: 'plate' }, 'Vehicle › Plate'],
    [{ kind: 'line' as const, group: '*', line: { number: 0, text: 'Hood' } }, 'Line Hood › New record'],
  ])('of %o reads %s', (place, words) => expect(wordPlace(placeOf(place))).toBe(words));
});

test('a value bears person, PC and time, and one that nobody is known for stands in the workfile now', () => {
  expect(wordAuthor({ by: 'Janet Ellis', pc: 'FRONT-PC', at: at(10, 31) }, clock)).toBe(
    'Janet Ellis, FRONT-PC, today 10:31',
  );
  expect(wordAuthor({ by: '', pc: '', at: 0 }, clock)).toBe('in the workfile now');
});

test('sides are mine and theirs only where one is mine', () => {
  expect(wordSides(decisionOf({}))).toEqual(['Mine', 'Theirs']);
  expect(wordSides(decisionOf({ isMine: false }))).toEqual(['First', 'Second']);
  expect(wordKeeping(decisionOf({ what: 'refused' }))).toEqual(['Apply mine again', 'Let mine go']);
});

test('the reason names who deleted and who edited, and where a refused edit goes', () => {
  expect(wordReason(decisionOf({ reason: 'deleted', theirs: side('Deleted', 'Luis Ortega') }))).toBe(
    'Deleted by Luis Ortega, edited by Janet Ellis. Keeping the edit restores it.',
  );
  expect(wordReason(decisionOf({ what: 'refused', reason: 'locked' }))).toContain('next supplement');
});

test('a field with two values tells both with their authors and how to choose', () => {
  const about = { edit: '', pc: 'PARTS-PC', at: at(10, 12), by: 'Luis Ortega' };
  const conflict = {
    about: { kind: 'line', recordId: '', group: 'part' },
    standing: { ...about, value: '{"priceCents":9900,"quantity":1}' },
    late: { ...about, value: '{"priceCents":12000,"quantity":1}', by: 'Janet Ellis', pc: 'FRONT-PC' },
  } as Conflict;
  expect(wordConflict(conflict, clock)).toBe(
    'Two values: price 99.00 (Luis Ortega, PARTS-PC, today 10:12), and price 120.00 (Janet Ellis, FRONT-PC, today 10:12). F8 chooses.',
  );
});

describe('the exchange in one line', () => {
  const state: SyncState = {
    phase: 'synced',
    waiting: 0,
    held: [],
    decisions: 0,
    quarantined: 0,
    photos: 0,
    documents: 0,
    progress: null,
    syncedAt: at(10, 42),
    offlineByChoice: false,
    metering: 'off',
    reason: null,
  };
  test('says equal only when everything is synced', () => {
    expect(wordStanding(state, undefined, clock)).toBe('Everything is synced – last compare today 10:42, equal');
    expect(wordStanding({ ...state, waiting: 1 }, undefined, clock)).not.toContain('equal');
    expect(wordStanding({ ...state, phase: 'unsettled', decisions: 1 }, undefined, clock)).not.toContain('equal');
  });
  test('photos that wait count, as the PC says now and not as the list said before', () => {
    const sending = { ...state, phase: 'unsettled', photos: 3 } as const;
    expect(wordStanding(sending, undefined, clock)).toBe('3 photos waiting – last compare today 10:42');
    const emptied = {
      total: 0,
      bytes: 0,
      oldestAt: 0,
      edits: [],
      commands: [],
      attachments: [],
      photoTotal: 3,
      documentTotal: 0,
    };
    expect(wordStanding(state, emptied, clock)).toBe('Everything is synced – last compare today 10:42, equal');
  });
  test('offline it tells the age of the oldest edit', () => {
    const queue = {
      total: 7,
      bytes: 1,
      oldestAt: at(9, 12),
      edits: [],
      commands: [],
      attachments: [],
      photoTotal: 0,
      documentTotal: 0,
    };
    expect(wordStanding({ ...state, phase: 'offline', waiting: 7, syncedAt: 0 }, queue, clock)).toBe(
      'Offline – 7 changes waiting, the oldest since today 09:12 – never compared with the cloud',
    );
  });
});

test('counts, sizes and tries are short', () => {
  expect([counted('Problems', 0), counted('Problems', 1200)]).toEqual(['Problems', 'Problems (1,200)']);
  expect([1, 84, 12_400, 3_100_000].map(wordBytes)).toEqual(['1 byte', '84 bytes', '12.4 KB', '3.1 MB']);
  const batch = { n: 1, sealedAt: 0, answeredAt: 0, bytes: 1, edits: 9, conflicts: 1, refused: 2, workfiles: [] };
  expect(wordBatch(batch)).toBe('6 taken, 1 met another value, 2 refused');
  expect(wordTries({ tries: 0, nextTryAt: null, failures: [] }, now)).toBe('');
  expect(wordTries({ tries: 1, nextTryAt: null, failures: [] }, now)).toBe('Tried once, not tried again by itself');
  expect(wordTries({ tries: 3, nextTryAt: now + 240_000, failures: [] }, now)).toBe('Tried 3 times, next try in 4 min');
  const none = { edits: 0, commands: 0, kept: 0, drafts: 0 };
  expect(wordCounts({ ...none, edits: 1, drafts: 2 })).toBe('1 edit, 2 drafts');
  expect(wordCounts({ ...none, commands: 2, kept: 1 })).toBe('2 commands, 1 refused edit');
  expect(wordCounts(none)).toBe('nothing');
  const waiting = (photoTotal: number, documentTotal: number) => wordWaitingFiles({ photoTotal, documentTotal });
  expect([waiting(1, 0), waiting(1200, 0), waiting(0, 1), waiting(2, 1), waiting(0, 0)]).toEqual([
    '1 photo waits to be sent',
    '1,200 photos wait to be sent',
    '1 document waits to be sent',
    '2 photos and 1 document wait to be sent',
    '',
  ]);
});

test('what was put right says what happened and what became of the work', () => {
  const mending = { at: now, workfileId: null, workfileLabel: '', replaced: 0 };
  const mended = { ...mending, event: 'mended', workfileLabel: '48213' } as const;
  expect(wordMending(mended)).toEqual({
    what: '48213 fetched again',
    why: 'It was not the same as in the cloud. It is now, and nothing that was here was replaced.',
  });
  expect(wordMending({ ...mended, replaced: 1 }).why).toContain('one value that stood here before is kept on this PC');
  expect(wordMending({ ...mended, replaced: 3 }).why).toContain('3 values that stood here before are kept on this PC');
  for (const event of ['new-device', 'cloud-restored', 'sent-again'] as const) {
    expect(wordMending({ ...mending, event }).why).toContain('nothing is lost or doubled');
  }
});

test('a bad file, a strange file and a decision that cannot be taken back each have their own words', () => {
  const failures = [
    { kind: 'unavailable', what: 'unsent-file' },
    { kind: 'unavailable', what: 'unsent-file-large' },
    { kind: 'unavailable', what: 'file-unwritten' },
    { kind: 'unavailable', what: 'file-unread' },
    { kind: 'conflict', what: 'unsent-file-shop' },
    { kind: 'conflict', what: 'undo-decision' },
  ] as const;
  const words = failures.map((failure) => wordFailure(failure));
  expect(new Set(words.map(({ what }) => what)).size).toBe(failures.length);
  for (const { safe, todo, code } of words) expect([safe, todo, code].every(Boolean)).toBe(true);
});
