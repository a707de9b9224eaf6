/** What the oracle looks at, once the network is quiet. */
import type { Ledger } from '../ledger.ts';
import type { ShopMemory } from '../memory-shop.ts';
import type { SimPc } from '../pc.ts';

export type Scene = {
  readonly shop: ShopMemory;
  readonly pcs: readonly SimPc[];
  readonly ledger: Ledger;
  /** Whether a PC's folder was copied or an older state put back, so that two lives of a command may differ. */
  readonly hadLives: boolean;
};
