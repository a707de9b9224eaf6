/** Says which workfiles of a PC are not what the cloud has. */
import type { ShopId } from '../../src-shared/base/ids.ts';
import type { CompareAnswer, CompareRequest } from '../../src-shared/sync/snapshot.ts';
import { stateHash } from '../db/bundle-bytes.ts';
import { readStamps, type Stamps } from '../db/bundles.ts';
import type { Database } from '../db/database.ts';
import { readOrder } from '../db/shops.ts';
import { inShop } from '../db/tenant.ts';

/** Compares the hashes of a PC with the records as they stand; what changed after the PC's number is for later. */
export async function compare(
  database: Database,
  shop: ShopId,
  { epoch, seq, hashes }: CompareRequest,
): Promise<CompareAnswer> {
  const ids = hashes.map(([workfile]) => workfile);
  const { order, stamps } = await inShop(database, shop, async (sql) => ({
    order: await readOrder(sql, shop),
    stamps: await readStamps(sql, shop, ids),
  }));
  // A cloud that was restored is no measure until the PC has found its place again.
  if (order.epoch !== epoch) return { differing: [], later: ids };
  const found = new Map<string, Stamps[]>(ids.map((id) => [id, []]));
  for (const stamp of stamps) found.get(stamp.workfile)?.push(stamp);
  const differing: string[] = [];
  const later: string[] = [];
  for (const [workfile, hash] of hashes) {
    const records = found.get(workfile) ?? [];
    if (records.some((record) => record.seq > seq)) later.push(workfile);
    else if (stateHash(records) !== hash) differing.push(workfile);
  }
  return { differing, later };
}
