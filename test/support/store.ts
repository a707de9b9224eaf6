/** Real stores in fresh folders, and a clock and chance that a test decides. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type OpenOptions, openStore, type Store } from '../../src-main/db/open.ts';
import { writeSession } from '../../src-main/db/session.ts';
import type { SessionUser } from '../../src-shared/api/contract.ts';
import type { Clock, Random } from '../../src-shared/base/clock.ts';

export const migrationsDir = path.resolve(import.meta.dirname, '../../migrations/local');

/** A new empty folder of the system's temporary place; `remove` deletes it. */
export function freshFolder(name = 'store'): { readonly folder: string; readonly remove: () => void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `shopfile-${name}-`));
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

/** Bytes that look random and are the same for the same seed. */
export function seededRandom(seed: number): Random {
  const state = { value: seed >>> 0 };
  const next = (): number => {
    state.value = (state.value + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state.value ^ (state.value >>> 15), 1 | state.value);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return (count) => Uint8Array.from({ length: count }, () => next() & 0xff);
}

/** A clock that goes on by one millisecond each time it is read. */
export function steppingClock(from = Date.UTC(2026, 10, 21, 12)): Clock {
  const state = { now: from };
  return () => {
    state.now += 1;
    return state.now;
  };
}

export type StoreTrial = {
  readonly folder: string;
  readonly seed?: number;
  readonly clock?: Clock;
  readonly migrationsDir?: string;
  readonly log?: OpenOptions['log'];
};

/** Opens the store of a folder as the backend does. */
export const openTrialStore = (trial: StoreTrial): Promise<Store> =>
  openStore({
    dataDir: trial.folder,
    migrationsDir: trial.migrationsDir ?? migrationsDir,
    pid: process.pid,
    env: {},
    clock: trial.clock ?? steppingClock(),
    stopwatch: () => performance.now(),
    random: seededRandom(trial.seed ?? 1),
    log: trial.log ?? (() => undefined),
  });

/** A new store in a new folder, with the invented estimator signed in; `close` removes both. */
export async function freshStore(seed = 1): Promise<{ readonly store: Store; readonly close: () => void }> {
  const { folder, remove } = freshFolder();
  const store = await openTrialStore({ folder, seed });
  signInTrialUser(store);
  return {
    store,
    close() {
      store.close();
      remove();
    },
  };
}

export const trialUser: SessionUser = {
  userId: '0190a000-0000-7000-8000-000000000001',
  name: 'Dana Whitfield',
  email: 'dana@shop.example.com',
  shopId: '0190a000-0000-7000-8000-0000000000aa',
  shopName: 'Harbor Collision',
  timeZone: 'America/Detroit',
  role: 'estimator',
};

/** Signs the invented estimator in without a cloud. */
export const signInTrialUser = (store: Store, role: SessionUser['role'] = 'estimator'): void =>
  signInAs(store, { role });

/** Signs somebody in without a cloud: the invented estimator, but for what is said. */
export const signInAs = (store: Store, person: Partial<SessionUser>): void =>
  writeSession(store, { user: { ...trialUser, ...person }, sealedToken: null });
