/** Shops and their people, as an operator or a test makes them. */
import type { ShopId, UserId } from '../../src-shared/base/ids.ts';
import type { Role } from '../../src-shared/domain/access/role.ts';
import type { Database } from '../db/database.ts';
import { insertMembership } from '../db/memberships.ts';
import { insertShop, type Shop } from '../db/shops.ts';
import { inShop } from '../db/tenant.ts';

/** Opens a shop; answers whether it is new. */
export const openShop = (database: Database, shop: Shop): Promise<boolean> =>
  inShop(database, shop.id, (sql) => insertShop(sql, shop));

/** Gives a person a role in a shop. */
export const joinShop = (database: Database, shop: ShopId, person: UserId, role: Role): Promise<void> =>
  inShop(database, shop, (sql) => insertMembership(sql, shop, person, role));
