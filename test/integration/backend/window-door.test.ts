/** A window that asks without end is refused, and the other windows are answered as ever. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createWindowDoor } from '../../../src-main/ipc/window-door.ts';
import { ok, type Result } from '../../../src-shared/base/result.ts';
import { openBackendTrial } from '../../support/backend-trial.ts';

const busy = { ok: false, failure: { kind: 'unavailable', what: 'busy', retryAfterMs: 1000 } };

test('a flood is refused in a typed way, another window is answered at once, and the flood itself is forgiven', async () => {
  const trial = await openBackendTrial();
  const [flooding, working] = [trial.backend.openDoor(), trial.backend.openDoor()];
  const list = { text: '', offset: 0, limit: 50, sort: 'changed', descending: true };
  const answers = Array.from({ length: 20_000 }, () => flooding('workfile.list', list));
  const from = performance.now();
  expect(await working('workfile.create', {})).toMatchObject({ ok: true });
  expect(performance.now() - from).toBeLessThan(1000);
  const replies = await Promise.all(answers);
  const refused = replies.filter((reply) => !reply.ok);
  expect(refused.length).toBeGreaterThan(15_000);
  expect(new Set(refused.map((reply) => JSON.stringify(reply)))).toEqual(new Set([JSON.stringify(busy)]));
  await pause(50);
  expect(await flooding('workfile.list', list)).toMatchObject({ ok: true });
  await trial.close();
});

test('what a person’s hands can cause is never refused', async () => {
  const time = { now: 0 };
  const door = createWindowDoor(
    async () => ok(null),
    () => time.now,
  );
  const replies: Result<unknown>[] = [];
  for (let second = 0; second < 60; second += 1) {
    time.now += 1000;
    for (let asked = 0; asked < 200; asked += 1) replies.push(await door('sync.state', {}));
  }
  expect(replies.every((reply) => reply.ok)).toBe(true);
});
