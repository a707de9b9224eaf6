/** A data folder on which somebody signed in before, for programs that have no cloud to ask. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { openStore, type Store } from '../../src-main/db/open.ts';
import { writeSession } from '../../src-main/db/session.ts';

const migrationsDir = path.resolve(import.meta.dirname, '../../migrations/local');

/** Opens the store of a data folder inside this process. */
export const openStoreIn = (dataDir: string): Promise<Store> =>
  openStore({
    dataDir,
    migrationsDir,
    pid: process.pid,
    env: {},
    clock: Date.now,
    stopwatch: () => performance.now(),
    random: (count) => new Uint8Array(randomBytes(count)),
    log: () => {},
  });

/** Notes an estimator as signed in, with a token that nobody can reveal. */
export function signInWithoutCloud(store: Store): void {
  writeSession(store, {
    user: {
      userId: 'user-1',
      name: 'Robin Ellery',
      email: 'estimator@demo.example.com',
      shopId: 'shop-1',
      shopName: 'Harbor Lane Collision',
      timeZone: 'America/Chicago',
      role: 'estimator',
    },
    sealedToken: null,
  });
}
