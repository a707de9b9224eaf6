/** A question that met a busy backend is asked again by itself, a few times. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ask } from '../../../src-renderer/api/bridge.ts';

const busy = { ok: false, failure: { kind: 'unavailable', what: 'busy', retryAfterMs: 1000 } };
const done = { ok: true, value: null };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A backend that gives these answers, the last one for ever; answers how often it was asked. */
function answering(...answers: readonly unknown[]): () => number {
  let asked = 0;
  const bridge = {
    ask: async () => {
      asked += 1;
      return answers[Math.min(asked, answers.length) - 1];
    },
  };
  vi.stubGlobal('window', { shopfile: { bridge } });
  return () => asked;
}

test('it is asked again after the time the backend names, and the person never hears of it', async () => {
  const asked = answering(busy, busy, done);
  const reply = ask('sync.now', {});
  await vi.advanceTimersByTimeAsync(999);
  expect(asked()).toBe(1);
  await vi.advanceTimersByTimeAsync(1001);
  expect(await reply).toEqual(done);
  expect(asked()).toBe(3);
});

test('it is not asked without end', async () => {
  const asked = answering(busy);
  const reply = ask('sync.now', {});
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await reply).toEqual(busy);
  expect(asked()).toBe(4);
});

test('any other refusal is the answer', async () => {
  const away = { ok: false, failure: { kind: 'unavailable', what: 'cloud', retryAfterMs: 1000 } };
  const asked = answering(away, done);
  expect(await ask('sync.now', {})).toEqual(away);
  expect(asked()).toBe(1);
});
