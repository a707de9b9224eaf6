/** The status bar says the truth about the cloud, in its exact words. */
import { expect, test } from 'vitest';
import { wordDecisions, wordHolding, wordSync } from '../../../src-renderer/words/sync-words.ts';
import type { SyncState } from '../../../src-shared/ipc/shapes.ts';

const at = new Date(2026, 10, 21, 10, 42).getTime();
const synced: SyncState = {
  phase: 'synced',
  waiting: 0,
  photos: 0,
  documents: 0,
  held: [],
  decisions: 0,
  quarantined: 0,
  progress: null,
  syncedAt: at,
  offlineByChoice: false,
  metering: 'off',
  reason: null,
};

test('equal with the cloud reads Synced and the time', () => {
  expect(wordSync(synced, '')).toEqual({ text: 'Synced 10:42', shape: 'dot', tone: 'ok' });
});

test('a long exchange reads how far it is', () => {
  expect(wordSync({ ...synced, phase: 'syncing', progress: { done: 3, of: 12 } }, '').text).toBe('Syncing 3 of 12');
});

test('offline reads how many changes wait, with a ring', () => {
  expect(wordSync({ ...synced, phase: 'offline', waiting: 7 }, '')).toEqual({
    text: 'Offline – 7 changes waiting',
    shape: 'ring',
    tone: 'plain',
  });
});

test('photos on their way are no changes, and not Synced either', () => {
  expect(wordSync({ ...synced, phase: 'unsettled', photos: 1 }, '')).toEqual({
    text: '1 photo waiting',
    shape: 'half',
    tone: 'busy',
  });
  expect(wordSync({ ...synced, phase: 'offline', waiting: 1, photos: 12 }, '').text).toBe(
    'Offline – 1 change and 12 photos waiting',
  );
});

test('photos that wait on a metered network are no trouble, and say what they wait for', () => {
  const held: SyncState = { ...synced, phase: 'unsettled', photos: 3, metering: 'holding' };
  expect(wordSync(held, '')).toEqual({ text: '3 photos held (metered network)', shape: 'ring', tone: 'plain' });
  expect(wordHolding(held)).toBe('3 photos wait for “Send now”, as this network is metered.');
  expect(wordHolding({ ...held, metering: 'let-go' })).toBeUndefined();
  expect(wordSync({ ...held, metering: 'let-go' }, '').text).toBe('3 photos waiting');
  expect(wordSync({ ...held, waiting: 1 }, '').text).toBe('1 change and 3 photos waiting');
  expect(wordSync({ ...held, documents: 1, waiting: 2 }, '').text).toBe('2 changes, 3 photos and 1 document waiting');
  expect(wordSync({ ...held, photos: 0, documents: 2 }, '').text).toBe('2 documents held (metered network)');
});

test('a stop reads its reason and its code', () => {
  const words = wordSync({ ...synced, phase: 'stopped', reason: { kind: 'outdated', need: 'newer version' } }, '');
  expect(words.text).toMatch(/^Sync stopped: This version of Shopfile is too old.*\(OUTDATED\)$/);
  expect(words.shape).toBe('cross');
});

test('signed out reads what waits', () => {
  expect(wordSync({ ...synced, phase: 'signed-out', waiting: 2 }, '').text).toBe('Not signed in – 2 changes waiting');
});

test('decisions are counted, one in the singular', () => {
  expect(wordDecisions({ ...synced, decisions: 2 })).toBe('2 need your decision');
  expect(wordDecisions({ ...synced, decisions: 1 })).toBe('1 needs your decision');
  expect(wordDecisions(synced)).toBeUndefined();
});

test('it never reads Synced while something waits for a person', () => {
  const unsettled = { ...synced, phase: 'unsettled' } as const;
  const held = [
    { name: 'Ann Lee', count: 12 },
    { name: 'Ben Ortiz', count: 1 },
  ];
  expect(wordSync({ ...unsettled, waiting: 13, held }, '')).toEqual({
    text: '12 edits wait for Ann Lee to sign in, 1 edit waits for Ben Ortiz to sign in',
    shape: 'triangle',
    tone: 'warn',
  });
  expect(wordSync({ ...unsettled, quarantined: 3 }, '').text).toBe('3 changes set aside');
  expect(wordSync({ ...unsettled, decisions: 1 }, '').text).toBe('All sent');
});
