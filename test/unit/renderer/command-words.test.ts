/** What people read of a command: what waits, and why something was not done. */
import { expect, test } from 'vitest';
import { commandState, commandTitle, pendingWords, refusalWords } from '../../../src-renderer/words/command-words.ts';
import type { GivenCommand } from '../../../src-shared/ipc/command-shapes.ts';
import { commandRefusals } from '../../../src-shared/sync/commands.ts';

const lock: GivenCommand = {
  id: 'c',
  name: 'lock-estimate',
  workfileId: 'w' as GivenCommand['workfileId'],
  workfileLabel: 'P-1A2B',
  receiptId: '',
  subject: null,
  state: 'waiting',
  move: null,
  number: null,
  version: '',
  refusal: null,
  by: 'Robin Ellery',
  madeAt: 1,
  settledAt: 0,
  answeredAt: null,
};
const convert: GivenCommand = { ...lock, name: 'convert-to-ro', number: '10231' };

test('the header says what waits', () => {
  expect(pendingWords(lock)).toBe('Lock waiting…');
  expect(pendingWords(convert)).toBe('RO 10231 waiting');
  expect(pendingWords({ ...convert, number: null })).toBe('RO number pending');
  expect(pendingWords({ ...lock, state: 'cancelling' })).toBe('Lock being cancelled…');
  expect(pendingWords({ ...lock, name: 'start-supplement', version: 'S01' })).toBe('S01 starts when the cloud answers');
  expect(commandTitle({ ...lock, name: 'start-supplement', version: 'S01' })).toBe('Start supplement S01');
  expect(commandTitle(convert)).toBe('Convert to repair order, RO 10231');
  const close = { ...lock, name: 'move-workfile', move: 'close' } as const;
  expect([pendingWords(close), commandTitle(close)]).toEqual(['Closing waits…', 'Close repair order']);
  expect(pendingWords({ ...close, move: 'cancel', state: 'cancelling' })).toBe('Cancelling being taken back…');
});

test('every refusal has words of its own, with who and which number where that is known', () => {
  const words = commandRefusals
    .filter((reason) => reason !== 'taken' && reason !== 'other-command')
    .map((reason) =>
      refusalWords({
        ...convert,
        refusal: { reason, by: 'Casey Moor', number: '10231', version: 'S01', stage: 'cancelled' },
      }),
    );
  expect(new Set(words).size).toBe(words.length);
  for (const text of words) expect(text).not.toMatch(/undefined|could not take|\(/);
  expect(words.join()).toMatch(/locked before as S01 by Casey Moor/);
  expect(words.join()).toMatch(/the number 10231 belongs/);
  expect(words.join()).toMatch(/the workfile was cancelled by then by Casey Moor/);
  expect(commandState({ ...convert, state: 'refused', refusal: null })).toMatch(/^Not done/);
});
