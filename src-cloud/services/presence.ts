/** Which PCs of a shop have what open: hints for people, held in memory alone, and gone with a PC's last stream. */
import type { Clock } from '../../src-shared/base/clock.ts';
import type { DeviceId, ShopId } from '../../src-shared/base/ids.ts';
import { liveEvents, type PcPresence, pcPresence, presenceLapsesMs } from '../../src-shared/sync/presence.ts';
import type { Signals } from '../db/signals.ts';
import type { Live } from './live.ts';

export type Presence = {
  /** Takes in what a PC has open, in place of what it said before; false where it says so too often. */
  readonly say: (shop: ShopId, pc: PcPresence) => boolean;
  readonly of: (shop: ShopId) => readonly PcPresence[];
  /** A stream of a PC begins; answers how to end it. */
  readonly arrive: (shop: ShopId, device: DeviceId) => () => void;
  readonly close: () => void;
};

export type PresenceDeps = {
  readonly live: Pick<Live, 'present'>;
  readonly signals: Pick<Signals, 'say' | 'hear'>;
  readonly clock: Clock;
};

/** Changes within this time are told at once. */
const gatherMs = 250;
/** Far more PCs than a shop has. */
const pcsOfShop = 100;
const wordsAtOnce = 10;
const wordsPerMs = 1 / 1_000;

export function createPresence({ live, signals, clock }: PresenceDeps): Presence {
  const timers = new Map<ShopId, NodeJS.Timeout>();
  const tellSoon = (shop: ShopId): void => {
    if (timers.has(shop)) return;
    const tell = () => {
      timers.delete(shop);
      live.present(shop, book.of(shop));
    };
    timers.set(shop, setTimeout(tell, gatherMs));
  };
  const book = createBook(clock, tellSoon);
  const streams = createStreamCount();
  const mayTell = createAllowance(clock);
  const carry = (shop: ShopId, pc: PcPresence): void => {
    book.note(shop, pc);
    signals.say(shop, { topic: liveEvents.presence, subject: pc.device }, pc);
  };
  // A process that ended said of none of its PCs that they left.
  const sweep = setInterval(() => {
    book.forget(clock() - presenceLapsesMs);
    mayTell.forget();
  }, presenceLapsesMs / 3);
  signals.hear({
    said(shop, topic, word) {
      const heard = topic === liveEvents.presence ? pcPresence.safeParse(word) : undefined;
      if (heard?.success) book.note(shop, heard.data);
    },
  });
  return {
    say(shop, pc) {
      const may = mayTell.take(pc.device);
      if (may) carry(shop, pc);
      return may;
    },
    of: book.of,
    arrive(shop, device) {
      streams.more(device);
      return () => {
        const known = streams.less(device) === 0 ? book.read(shop, device) : undefined;
        if (known !== undefined) carry(shop, { ...known, open: [] });
      };
    },
    close() {
      clearInterval(sweep);
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

type Seen = { readonly pc: PcPresence; readonly at: number };

/** What each PC said last, shop by shop; `changed` is told of every difference. */
function createBook(clock: Clock, changed: (shop: ShopId) => void) {
  const shops = new Map<ShopId, Map<string, Seen>>();
  const note = (shop: ShopId, pc: PcPresence): void => {
    const seen = shops.get(shop) ?? new Map<string, Seen>();
    const before = seen.get(pc.device)?.pc.open ?? [];
    if (pc.open.length === 0) seen.delete(pc.device);
    else if (seen.has(pc.device) || seen.size < pcsOfShop) seen.set(pc.device, { pc, at: clock() });
    if (seen.size === 0) shops.delete(shop);
    else shops.set(shop, seen);
    if (JSON.stringify(before) !== JSON.stringify(pc.open)) changed(shop);
  };
  return {
    note,
    read: (shop: ShopId, device: DeviceId) => shops.get(shop)?.get(device)?.pc,
    of: (shop: ShopId) => [...(shops.get(shop)?.values() ?? [])].map(({ pc }) => pc),
    /** Forgets what was not said again since an instant. */
    forget(since: number): void {
      for (const [shop, seen] of shops) {
        for (const { pc, at } of [...seen.values()]) if (at < since) note(shop, { ...pc, open: [] });
      }
    },
  };
}

/** How many streams each PC has in this process; for a moment an old one stands beside the new one. */
function createStreamCount() {
  const streams = new Map<DeviceId, number>();
  return {
    more: (device: DeviceId): void => void streams.set(device, (streams.get(device) ?? 0) + 1),
    less(device: DeviceId): number {
      const left = (streams.get(device) ?? 1) - 1;
      if (left === 0) streams.delete(device);
      else streams.set(device, left);
      return left;
    },
  };
}

/** How often each PC may speak: some words at once, and then one a second. */
function createAllowance(clock: Clock) {
  const left = new Map<DeviceId, { readonly words: number; readonly at: number }>();
  const now = (device: DeviceId): number => {
    const known = left.get(device);
    return known === undefined ? wordsAtOnce : Math.min(wordsAtOnce, known.words + (clock() - known.at) * wordsPerMs);
  };
  return {
    take(device: DeviceId): boolean {
      const words = now(device);
      if (words >= 1) left.set(device, { words: words - 1, at: clock() });
      return words >= 1;
    },
    /** Those who may say as much as ever need not be remembered. */
    forget(): void {
      for (const device of [...left.keys()]) if (now(device) >= wordsAtOnce) left.delete(device);
    },
  };
}
