/** How transfers of photos take turns: after edits, one at a time, and with patience. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createGate } from '../../../src-main/sync/gate.ts';
import { createLane, type StepEnd } from '../../../src-main/sync/lane.ts';

const noJitter = (count: number): Uint8Array => new Uint8Array(count);

/** A lane whose steps end as they are told, and what it did. */
function laneOf(ends: StepEnd[]) {
  const done = { steps: 0, running: 0, most: 0 };
  const lane = createLane({
    random: noJitter,
    async step() {
      done.steps += 1;
      done.running += 1;
      done.most = Math.max(done.most, done.running);
      await pause(5);
      done.running -= 1;
      return ends.shift() ?? 'rest';
    },
  });
  return { lane, done };
}

describe('a lane', () => {
  test('goes on while there is more, one step at a time, however often it is kicked', async () => {
    const { lane, done } = laneOf(['more', 'more', 'rest']);
    for (let i = 0; i < 10; i += 1) lane.kick();
    await pause(100);
    expect(done).toMatchObject({ steps: 3, most: 1 });
    await lane.stop();
  });

  test('waits after a failure, though it is kicked, and goes on when the way is open', async () => {
    const { lane, done } = laneOf([{ retry: 'soon' }, 'rest']);
    lane.kick();
    await pause(40);
    lane.kick();
    expect(done.steps).toBe(1);
    lane.now();
    await pause(20);
    expect(done.steps).toBe(2);
    await lane.stop();
  });

  test('tries again by itself after a failure', async () => {
    const { lane, done } = laneOf([{ retry: 'soon' }, { retry: 20 }, 'rest']);
    lane.kick();
    await expect.poll(() => done.steps).toBe(3);
    await lane.stop();
  });

  test('that was stopped does nothing more', async () => {
    const { lane, done } = laneOf(['more', 'more', 'more']);
    lane.kick();
    await lane.stop();
    lane.now();
    await pause(30);
    expect(done.steps).toBe(1);
  });
});

test('whoever asks the gate waits until the round is over, failed or not', async () => {
  const gate = createGate();
  const order: string[] = [];
  await gate.free();
  const round = gate.during(async () => {
    await pause(20);
    order.push('round');
    throw new Error('cut');
  });
  const piece = gate.free().then(() => order.push('piece'));
  await expect(round).rejects.toThrow('cut');
  await piece;
  expect(order).toEqual(['round', 'piece']);
});
