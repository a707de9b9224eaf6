/** Who else has a workfile open, in words. */
import { expect, test } from 'vitest';
import { othersIn, wordEachPresence, wordPresence, wordWhere } from '../../../src-renderer/words/presence-words.ts';
import type { DeviceId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { PcPresence } from '../../../src-shared/sync/presence.ts';

const workfileId = '0190a000-0000-7000-8000-000000000001' as WorkfileId;
const at = (by: string, pc: string, section = 'estimate'): PcPresence => ({
  device: 'aaaaaaaaaa' as DeviceId,
  pc,
  by,
  open: [{ workfile: workfileId, section }],
});
const among = (...present: readonly PcPresence[]) => othersIn(present, workfileId);

test('one other is told by name, PC and part', () => {
  expect(wordPresence(among(at('Ann Lee', 'PC-2')))).toBe('Ann Lee (PC-2) has this open: Estimate');
  expect(wordWhere(among(at('Ann Lee', 'PC-2')))).toBe('Ann Lee (PC-2)');
});

test('several are counted, and each is told to whoever looks closer', () => {
  const three = among(at('Ann Lee', 'PC-2'), at('Ben Ray', 'PC-3', 'photos'), at('', 'PC-4'));
  expect(wordPresence(three.slice(0, 2))).toBe('Ann Lee (PC-2) and 1 other have this open');
  expect(wordPresence(three)).toBe('Ann Lee (PC-2) and 2 others have this open');
  expect(wordEachPresence(three).split('\n')).toEqual([
    'Ann Lee (PC-2) has this open: Estimate',
    'Ben Ray (PC-3) has this open: Attachments',
    'PC-4 has this open: Estimate',
  ]);
  expect(wordWhere(three)).toBe('Ann Lee (PC-2) +2');
});

test('who types somewhere is said to edit it', () => {
  const typing = (section: string): PcPresence => ({
    ...at('Ann Lee', 'PC-2'),
    open: [{ workfile: workfileId, section, typing: true }],
  });
  expect(wordPresence(among(typing('receipts')))).toBe('Ann Lee (PC-2) is editing Receipts');
  expect(wordPresence(among(typing('towing')))).toBe('Ann Lee (PC-2) is editing this');
});

test('a part that this version does not know is left out, and nobody is nothing', () => {
  expect(wordPresence(among(at('Ann Lee', 'PC-2', 'towing')))).toBe('Ann Lee (PC-2) has this open');
  const elsewhere = { ...at('Ann Lee', 'PC-2'), open: [] };
  expect([wordPresence(among(elsewhere)), wordWhere(among(elsewhere))]).toEqual(['', '']);
});
