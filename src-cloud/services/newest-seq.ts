/** The newest number of a shop's order. */
import type { ShopId } from '../../src-shared/base/ids.ts';
import type { Database } from '../db/database.ts';
import { readOrder } from '../db/shops.ts';
import { inShop } from '../db/tenant.ts';

export type OrderDeps = { readonly database: Database };

/** Where the shop's order stands now. */
export const newestSeq = ({ database }: OrderDeps, shop: ShopId): Promise<number> =>
  inShop(database, shop, async (sql) => (await readOrder(sql, shop)).lastSeq);
