/** A file that another program holds is tried again for some seconds; every other trouble is told at once. */
import { expect, test } from 'vitest';
import { heldPatienceMs, isHeld, soonFreeSync, whenFree } from '../../../src-shared/base/held-file.ts';

const refusal = (code: string): Error => Object.assign(new Error(code), { code });

/** Fails so many times. */
function failing(times: number, code = 'EBUSY') {
  const tried = { times: 0 };
  return {
    tried,
    work(): string {
      tried.times += 1;
      if (tried.times <= times) throw refusal(code);
      return 'done';
    },
  };
}

test('a file that is free again in time is used, with short pauses first', async () => {
  const { work } = failing(5);
  const pauses: number[] = [];
  const done = whenFree(
    async () => work(),
    async (ms) => pauses.push(ms),
  );
  expect(await done).toBe('done');
  expect(pauses).toEqual([20, 40, 80, 160, 320]);
});

test('after five seconds it is told that the file is held', async () => {
  const { work } = failing(1_000);
  const pauses: number[] = [];
  const held = whenFree(
    async () => work(),
    async (ms) => pauses.push(ms),
  );
  await expect(held).rejects.toThrow('EBUSY');
  expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBe(heldPatienceMs);
});

test('a full disk is told at once', async () => {
  const { work, tried } = failing(1, 'ENOSPC');
  const full = whenFree(
    async () => work(),
    async () => undefined,
  );
  await expect(full).rejects.toThrow('ENOSPC');
  expect(tried.times).toBe(1);
});

test('a thread that others wait for is held up for a blink only', () => {
  const { work, tried } = failing(2);
  expect(soonFreeSync(work)).toBe('done');
  expect(tried.times).toBe(3);
  const from = performance.now();
  expect(() => soonFreeSync(failing(1_000).work)).toThrow('EBUSY');
  expect(performance.now() - from).toBeGreaterThanOrEqual(290);
});

test.each(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'])('%s may pass', (code) => expect(isHeld(refusal(code))).toBe(true));
test.each([refusal('ENOENT'), new Error('a bug'), null])('%s does not', (error) => expect(isHeld(error)).toBe(false));
