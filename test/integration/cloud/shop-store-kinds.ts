/** The stores that keep the promises of a shop's tables: in memory, embedded, and on a server where there is one. */
import type { CommandShops } from '../../../src-cloud/db/command-store.ts';
import { commandShopsOf } from '../../../src-cloud/db/command-store.ts';
import { type Database, openDatabase } from '../../../src-cloud/db/database.ts';
import { saveDevice } from '../../../src-cloud/db/devices.ts';
import { type Shops, shopsOf } from '../../../src-cloud/db/shop-store.ts';
import { insertShop } from '../../../src-cloud/db/shops.ts';
import { inShop } from '../../../src-cloud/db/tenant.ts';
import { createBundler } from '../../../src-cloud/services/bundler.ts';
import type { DeviceId, ShopId, UserId } from '../../../src-shared/base/ids.ts';
import { MemoryCloudStore } from '../../sim/memory-cloud-store.ts';
import { Life } from '../../sim/world.ts';
import { freshId } from '../../support/cloud.ts';
import { freshDatabase, onServer, type TestDatabase } from '../../support/cloud-database.ts';

export type Stores = {
  readonly shops: Shops;
  readonly commandShops: CommandShops;
  /** A new shop, in which people are called Someone and each PC by its id. */
  readonly newShop: () => Promise<ShopId>;
  /** Brings the shop's bundles up to its order. */
  readonly bundle: (shop: ShopId) => Promise<void>;
  readonly close: () => Promise<void>;
};
type Kind = { readonly name: string; readonly open: () => Promise<Stores> };

/** Who writes in these tests. */
export const devices = ['0000000001', '0000000002'] as readonly string[] as readonly [DeviceId, DeviceId];
export const person = 'person-of-the-contract' as UserId;

async function inMemory(): Promise<Stores> {
  const stores = new Map<ShopId, MemoryCloudStore>();
  const of = (shop: ShopId) => {
    const store = stores.get(shop);
    if (store === undefined) throw new Error('no such shop');
    // Each transaction is a process of its own, and nobody waits for a turn.
    return store.shops(new Life('process'));
  };
  return {
    shops: (shop, work) => of(shop).shops(shop, work),
    commandShops: (shop, work) => of(shop).commandShops(shop, work),
    async newShop() {
      const shop = freshId() as ShopId;
      stores.set(shop, new MemoryCloudStore({ turn: async () => undefined }));
      return shop;
    },
    bundle: async () => undefined,
    close: async () => undefined,
  };
}

async function inDatabase({ place, drop }: TestDatabase): Promise<Stores> {
  const database = await openDatabase(place);
  const bundler = createBundler({ database, log: () => undefined });
  await database.lend((sql) =>
    sql.query(
      `insert into person (id, name, email, email_verified) values ($1, 'Someone', 'someone@example.com', true)`,
      [person],
    ),
  );
  return {
    shops: shopsOf(database),
    commandShops: commandShopsOf(database, async () => undefined),
    newShop: () => newShop(database),
    bundle: (shop) => bundler.reach(shop, 60_000),
    async close() {
      await bundler.close();
      await database.close();
      await drop();
    },
  };
}

async function newShop(database: Database): Promise<ShopId> {
  const shop = freshId() as ShopId;
  await inShop(database, shop, async (sql) => {
    await insertShop(sql, { id: shop, name: 'A shop', timeZone: 'America/Chicago' });
    for (const id of devices) await saveDevice(sql, shop, { id, incarnation: freshId(), name: id }, person);
  });
  return shop;
}

const embedded: TestDatabase = { place: { kind: 'memory' }, drop: async () => undefined };
const embeddedStores = async () => inDatabase(onServer ? embedded : await freshDatabase());
const serverStores = async () => inDatabase(await freshDatabase());

export const storeKinds: readonly Kind[] = [
  { name: 'the store in memory', open: inMemory },
  { name: 'the embedded database', open: embeddedStores },
  ...(onServer ? [{ name: 'PostgreSQL', open: serverStores }] : []),
];
