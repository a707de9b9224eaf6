/** The PCs of a shop. */
import type { ShopDevice } from '../../src-shared/api/contract.ts';
import type { ShopId } from '../../src-shared/base/ids.ts';
import type { Database } from '../db/database.ts';
import { listDevices } from '../db/devices.ts';
import { inShop } from '../db/tenant.ts';

/** Every PC that ever signed in, the one seen last first. */
export const shopDevices = (database: Database, shop: ShopId): Promise<readonly ShopDevice[]> =>
  inShop(database, shop, (sql) => listDevices(sql, shop));
