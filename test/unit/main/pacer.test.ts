/** When the next round of sync begins after one that failed. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPacer } from '../../../src-main/sync/pacer.ts';
import type { RoundEnd } from '../../../src-main/sync/round.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function pacerOf() {
  const ends: ((end: RoundEnd) => void)[] = [];
  const pacer = createPacer({
    clock: () => 0,
    random: (count) => new Uint8Array(count).fill(128),
    round: () => new Promise<RoundEnd>((resolve) => void ends.push(resolve)),
    hints: { listen: async () => undefined, hush: () => undefined },
  });
  const end = async (how: RoundEnd) => {
    ends.at(-1)?.(how);
    await vi.advanceTimersByTimeAsync(5);
  };
  return { pacer, end, rounds: () => ends.length };
}

test('after a failed round the next one takes its time', async () => {
  const { pacer, end, rounds } = pacerOf();
  pacer.now();
  await end({ kind: 'retry', afterMs: null });
  expect(rounds()).toBe(1);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(rounds()).toBe(2);
});

test('who asks while a round fails is answered by another one at once', async () => {
  const { pacer, end, rounds } = pacerOf();
  pacer.now();
  pacer.now();
  await end({ kind: 'retry', afterMs: null });
  expect(rounds()).toBe(2);
});

test('who asks in the moment in which a round ends is not put off to the next minute', async () => {
  const { pacer, end, rounds } = pacerOf();
  pacer.now();
  pacer.soon();
  await end({ kind: 'rest' });
  expect(rounds()).toBe(2);
});

test('a cloud that says when it can be asked again is not asked before, whoever asks', async () => {
  const { pacer, end, rounds } = pacerOf();
  pacer.now();
  pacer.now();
  await end({ kind: 'retry', afterMs: 4_000 });
  expect(rounds()).toBe(1);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(rounds()).toBe(2);
});
