/** Where a simulated cloud keeps its shop: in memory, or in a real database. */
import type { CommandShops } from '../../src-cloud/db/command-store.ts';
import type { Shops } from '../../src-cloud/db/shop-store.ts';
import type { ShopId } from '../../src-shared/base/ids.ts';
import type { Result } from '../../src-shared/base/result.ts';
import type { CompareAnswer, CompareRequest, SnapshotLine, SnapshotRequest } from '../../src-shared/sync/snapshot.ts';
import type { ShopMemory } from './memory-shop.ts';
import type { Life } from './world.ts';

/** An older state to go back to. */
export type Backup = { readonly shop: ShopMemory };

/** A request that was refused, as the HTTP answer of the real cloud would be. */
export type Refusal = { readonly status: number; readonly body: unknown };

export type CloudStore = {
  readonly shopId: ShopId;
  /** What is committed. */
  readonly shop: ShopMemory;
  /** The transactions of one process; they end with its life, and what they had not committed is gone. */
  readonly shops: (life: Life) => { readonly shops: Shops; readonly commandShops: CommandShops };
  readonly compare: (life: Life, request: CompareRequest) => Promise<CompareAnswer>;
  readonly snapshot: (life: Life, request: SnapshotRequest) => Promise<Result<readonly SnapshotLine[], Refusal>>;
  /** Says that a process died. */
  readonly died: (life: Life) => void;
  readonly backup: () => Backup;
  /** Puts a backup in place of everything; under another epoch where one is given. No process lives meanwhile. */
  readonly restore: (backup: Backup, epoch: string | null) => void;
};
