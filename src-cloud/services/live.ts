/** Tells listening PCs what moved in their shop, in this process or another. Hints, never needed for correctness. */
import type { DeviceId, ShopId } from '../../src-shared/base/ids.ts';
import { commandHint, liveEvents, type PcPresence } from '../../src-shared/sync/presence.ts';
import type { Database } from '../db/database.ts';
import { newestSeq } from './newest-seq.ts';

/** One stream to a PC. */
export type Ear = {
  readonly device: DeviceId;
  /** The shop's order stands at this number. */
  readonly moved: (seq: number) => void;
  /** These PCs of the shop have something open. */
  readonly present: (present: readonly PcPresence[]) => void;
  /** A command of this PC has its final answer. */
  readonly settled: (command: string) => void;
  readonly end: () => void;
};

export type Live = {
  /** Tells the listeners of this process, and through the database those of the others. */
  readonly tell: (shop: ShopId, seq: number) => void;
  /** Tells a PC that one of its commands has its final answer: the answer itself may have been lost on its way. */
  readonly settled: (shop: ShopId, device: DeviceId, command: string) => void;
  /** Tells the listeners of this process who has what open. */
  readonly present: (shop: ShopId, present: readonly PcPresence[]) => void;
  /** Answers how to stop listening. */
  readonly listen: (shop: ShopId, ear: Ear) => () => void;
};

/** A PC needs one stream; while it comes back an old one may not have ended yet. */
const streamsOfPc = 3;

export function createLive(database: Database): Live {
  const { signals } = database;
  const ears = new Map<ShopId, Set<Ear>>();
  const earsOf = (shop: ShopId): readonly Ear[] => [...(ears.get(shop) ?? [])];
  const moved = (shop: ShopId, seq: number) => {
    for (const ear of earsOf(shop)) ear.moved(seq);
  };
  const settled = (shop: ShopId, device: string, command: string) => {
    for (const ear of earsOf(shop)) if (ear.device === device) ear.settled(command);
  };
  const catchUp = async (shop: ShopId) => moved(shop, await newestSeq({ database }, shop));
  signals.hear({
    moved,
    said(shop, topic, word) {
      const { device, id } = (word ?? {}) as { readonly device?: unknown; readonly id?: unknown };
      const command = commandHint.safeParse({ id });
      if (topic === liveEvents.command && typeof device === 'string' && command.success) {
        settled(shop, device, command.data.id);
      }
    },
    // While words were missed the database may be away altogether; then PCs ask by themselves a minute later.
    missed: () => void Promise.allSettled([...ears.keys()].map(catchUp)),
  });
  return {
    tell(shop, seq) {
      moved(shop, seq);
      signals.send(shop, seq);
    },
    settled(shop, device, command) {
      settled(shop, device, command);
      signals.say(shop, { topic: liveEvents.command, subject: command }, { device, id: command });
    },
    present(shop, present) {
      for (const ear of earsOf(shop)) ear.present(present);
    },
    listen(shop, ear) {
      const [oldest, ...others] = earsOf(shop).filter(({ device }) => device === ear.device);
      if (others.length + 2 > streamsOfPc) oldest?.end();
      const here = ears.get(shop) ?? new Set();
      ears.set(shop, here.add(ear));
      return () => {
        here.delete(ear);
        if (here.size === 0) ears.delete(shop);
      };
    },
  };
}
