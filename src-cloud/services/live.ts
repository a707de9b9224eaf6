/** Tells listening PCs that their shop's order moved. A hint, never needed for correctness. */
import type { ShopId } from '../../src-shared/base/ids.ts';

/** Listeners of this process; several processes would tell each other through the database and call `tell` alike. */
export type Live = {
  readonly tell: (shop: ShopId, seq: number) => void;
  /** Answers how to stop listening. */
  readonly listen: (shop: ShopId, hear: (seq: number) => void) => () => void;
};

export function createLive(): Live {
  const listeners = new Map<ShopId, Set<(seq: number) => void>>();
  return {
    tell(shop, seq) {
      for (const hear of listeners.get(shop) ?? []) hear(seq);
    },
    listen(shop, hear) {
      const ears = listeners.get(shop) ?? new Set();
      listeners.set(shop, ears.add(hear));
      return () => {
        ears.delete(hear);
        if (ears.size === 0) listeners.delete(shop);
      };
    },
  };
}
