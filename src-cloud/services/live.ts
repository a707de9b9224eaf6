/** Tells listening PCs that their shop's order moved, in this process or another. A hint, never needed for correctness. */
import type { ShopId } from '../../src-shared/base/ids.ts';
import type { Database } from '../db/database.ts';
import { newestSeq } from './newest-seq.ts';

type Hear = (seq: number) => void;

export type Live = {
  /** Tells the listeners of this process, and through the database those of the others. */
  readonly tell: (shop: ShopId, seq: number) => void;
  /** Answers how to stop listening. */
  readonly listen: (shop: ShopId, hear: Hear) => () => void;
};

export function createLive(database: Database): Live {
  const listeners = new Map<ShopId, Set<Hear>>();
  const moved = (shop: ShopId, seq: number) => {
    for (const hear of listeners.get(shop) ?? []) hear(seq);
  };
  const catchUp = async (shop: ShopId) => moved(shop, await newestSeq({ database }, shop));
  // While words were missed the database may be away altogether; then PCs ask by themselves a minute later.
  const missed = () => void Promise.allSettled([...listeners.keys()].map(catchUp));
  database.signals.hear({ moved, missed });
  return {
    tell(shop, seq) {
      moved(shop, seq);
      database.signals.send(shop, seq);
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
