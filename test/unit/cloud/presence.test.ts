/** What a PC said and did not say again is forgotten: its process may have ended without a word. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noSignals } from '../../../src-cloud/db/signals.ts';
import { createPresence, type Presence } from '../../../src-cloud/services/presence.ts';
import type { DeviceId, ShopId } from '../../../src-shared/base/ids.ts';
import { type PcPresence, presenceLapsesMs } from '../../../src-shared/sync/presence.ts';

const shop = 'a shop' as ShopId;
const pc = (device: string): PcPresence => ({
  ...{ device: device as DeviceId, pc: 'PC-1', by: 'Casey Moor' },
  open: [{ workfile: '0190a000-0000-7000-8000-000000000001', section: 'estimate' }],
});
const told: (readonly PcPresence[])[] = [];
let presence: Presence;
beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
  const live = { present: (_shop: ShopId, present: readonly PcPresence[]) => void told.push(present) };
  presence = createPresence({ live, signals: noSignals, clock: Date.now });
});
afterEach(() => {
  presence.close();
  vi.useRealTimers();
});

test('what is said again stays, and what is not is forgotten and told', () => {
  presence.say(shop, pc('a'));
  presence.say(shop, pc('b'));
  for (let passed = 0; passed < presenceLapsesMs * 2; passed += 60_000) {
    vi.advanceTimersByTime(60_000);
    presence.say(shop, pc('a'));
  }
  expect(presence.of(shop).map(({ device }) => device)).toEqual(['a']);
  expect(told.map((present) => present.length)).toEqual([2, 1]);
});

test('many changes within a moment are told once, and the same thing is not told again', () => {
  for (const device of ['a', 'b', 'c', 'd']) presence.say(shop, pc(device));
  vi.advanceTimersByTime(1_000);
  presence.say(shop, pc('a'));
  vi.advanceTimersByTime(1_000);
  expect(told.map((present) => present.length)).toEqual([4]);
});

test('more PCs than any shop has are not remembered', () => {
  for (let i = 0; i < 300; i += 1) presence.say(shop, pc(`pc-${i}`));
  expect(presence.of(shop)).toHaveLength(100);
});

test('a PC that said too much may speak again a second later', () => {
  const say = () => presence.say(shop, pc('a'));
  expect(Array.from({ length: 12 }, say).filter((may) => may)).toHaveLength(10);
  vi.advanceTimersByTime(1_000);
  expect([say(), say()]).toEqual([true, false]);
});
