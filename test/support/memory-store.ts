/** Real stores in memory, for properties that need hundreds of them. */
import Database from 'better-sqlite3';
import { ensureIdentity } from '../../src-main/db/identity.ts';
import { readMigrations } from '../../src-main/db/migrate.ts';
import { createStore, type Store } from '../../src-main/db/store.ts';
import { migrationsDir, seededRandom, signInTrialUser } from './store.ts';

const made: { image?: Buffer } = {};

/** The bytes of an empty database of this version. */
function emptyImage(): Buffer {
  const connection = new Database(':memory:');
  for (const { sql } of readMigrations(migrationsDir)) connection.exec(sql);
  const image = connection.serialize();
  connection.close();
  return image;
}

/** A new store, with the invented estimator signed in. */
export function memoryStore(seed = 1): Store {
  made.image ??= emptyImage();
  const random = seededRandom(seed);
  const tools = { stopwatch: () => performance.now(), random, log: () => undefined, release: () => undefined };
  const store = createStore(new Database(made.image), tools);
  ensureIdentity(store, random, 1);
  signInTrialUser(store);
  return store;
}
