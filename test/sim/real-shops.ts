/** Opens a real database for the shops of simulated clouds: PGlite in memory, or a database of a PostgreSQL server. */
import { openDatabase, type Place } from '../../src-cloud/db/database.ts';
import { type ShopId, uuidV7 } from '../../src-shared/base/ids.ts';
import { freshDatabase, onServer } from '../support/cloud-database.ts';
import { ownPostgres } from '../trust/own-postgres.ts';
import { RealShopStore } from './real-shop-store.ts';
import type { StoreOf } from './simulate.ts';

export type RealShops = {
  /** A new shop for the cloud of one run. */
  readonly storeOf: StoreOf;
  readonly close: () => Promise<void>;
};

/** `where` is `pglite`, `postgres` for a server of its own, or the address of a database that nobody else uses. */
export async function realShops(where: string): Promise<RealShops> {
  const { place, end } = await placeOf(where);
  const database = await openDatabase(place);
  // Not of the run's own chance: two runs of one seed are two shops.
  const newId = () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(16))) as ShopId;
  const real = { database, isSingle: place.kind !== 'postgres' };
  return {
    storeOf: (world) => new RealShopStore(world, real, newId()),
    async close() {
      await database.close();
      await end();
    },
  };
}

async function placeOf(where: string): Promise<{ readonly place: Place; readonly end: () => Promise<void> }> {
  if (where === 'pglite') return { place: await embedded(), end: async () => undefined };
  if (where !== 'postgres') return { place: { kind: 'postgres', url: where }, end: async () => undefined };
  const server = await ownPostgres();
  const { place } = await server.fresh();
  return { place, end: server.close };
}

/** Made from the dump that the tests keep, where they run on it too: that is much faster. */
const embedded = async (): Promise<Place> => (onServer ? { kind: 'memory' } : (await freshDatabase()).place);
