/** When work that can wait may begin. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCalm } from '../../../src-cloud/services/calm.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** Whether the work began, each time it is looked at. */
function waiting(calm: ReturnType<typeof createCalm>) {
  const state = { over: false };
  void calm.wait().then(() => {
    state.over = true;
  });
  return async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return state.over;
  };
}

test('where nobody is served, work begins at once', async () => {
  expect(await waiting(createCalm())(0)).toBe(true);
});

test('work waits until the last one is served, and for a moment more', async () => {
  const calm = createCalm();
  const [first, second] = [calm.began(), calm.began()];
  const after = waiting(calm);
  expect(await after(100)).toBe(false);
  first();
  expect(await after(300)).toBe(false);
  second();
  expect(await after(150)).toBe(false);
  expect(await after(100)).toBe(true);
});

test('where it is never calm, work goes on all the same', async () => {
  const calm = createCalm();
  calm.began();
  const after = waiting(calm);
  expect(await after(900)).toBe(false);
  expect(await after(200)).toBe(true);
});
