/** What exporting needs of the cloud, and its transactions: each holds the shop's order, and the PCs hear of what it moved. */
import type { ShopId } from '../../../src-shared/base/ids.ts';
import type { ExportTiming } from '../../../src-shared/domain/dms/export-job.ts';
import type { DmsConnection } from '../../../src-shared/domain/dms/settings/connection.ts';
import type { CommandShops, CommandStore } from '../../db/command-store.ts';
import type { Seal } from '../../db/seal.ts';
import type { Order } from '../../db/shops.ts';
import type { Partner } from '../../dms/partner.ts';
import type { Live } from '../live.ts';
import type { Watch } from './watch.ts';

export type DmsDeps = {
  readonly commandShops: CommandShops;
  readonly live: Pick<Live, 'tell'>;
  /** Milliseconds since some moment, whatever is done to clocks. */
  readonly stopwatch: () => number;
  readonly watch: Watch;
  readonly seal: Seal;
  /** Opens the way to a partner; null where this cloud has none to it. */
  readonly partnerOf: (connection: DmsConnection, timeoutMs: number) => Partner | null;
  readonly timing: ExportTiming;
  readonly pause: (ms: number) => Promise<void>;
  readonly log: (event: string, fields: { readonly name: string }) => void;
};

export type Turn = { readonly store: CommandStore; readonly order: Order };
export type Done<T> = { readonly answer: T; readonly reached: Order };

/** Runs work in one transaction that holds the shop's order, and tells the PCs where the order stands then. */
export async function inTurn<T>(
  { commandShops, live }: Pick<DmsDeps, 'commandShops' | 'live'>,
  shop: ShopId,
  work: (turn: Turn) => Promise<Done<T>>,
): Promise<T> {
  const { answer, reached, moved } = await commandShops(shop, async (store) => {
    const order = await store.holdOrder();
    const done = await work({ store, order });
    return { ...done, moved: done.reached.lastSeq > order.lastSeq };
  });
  if (moved) live.tell(shop, reached.lastSeq);
  return answer;
}
