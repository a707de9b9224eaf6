// Notices that nothing can be written on this PC, at its start too, says so to every window, and finds out by itself when it can again.

import type { Failure } from '../../../src-shared/base/failure.ts';
import { type DiskTrouble, diskTroubles } from '../../../src-shared/ipc/pc-shapes.ts';
import { writeMeta } from '../../db/meta.ts';
import { sqliteFailure } from '../../db/sqlite-failure.ts';
import type { Store } from '../../db/store.ts';
import { transact } from '../../db/transact.ts';
import { freeBytes } from '../../files/disk-usage.ts';

export type DiskWatch = {
  /** What keeps this PC from writing; null while it can. */
  readonly read: () => DiskTrouble | null;
  /** Takes note of a failure, and hands it on. */
  readonly met: (failure: Failure) => Failure;
  readonly close: () => void;
};

type Parts = {
  readonly store: Store;
  readonly dataDir: string;
  readonly tell: (trouble: DiskTrouble | null) => void;
};

const lookMs = 2_000;
/** With less than this the next edit might fail again. */
const leastBytes = 1_000_000;
/** A day's work, and a backup beside it, want more than the database itself takes. */
const wantedBytes = 50_000_000;

export function createDiskWatch({ store, dataDir, tell }: Parts): DiskWatch {
  const life = { trouble: null as DiskTrouble | null, timer: undefined as NodeJS.Timeout | undefined, closed: false };
  const set = (trouble: DiskTrouble | null): void => {
    life.trouble = trouble;
    tell(trouble);
  };
  const look = async (): Promise<void> => {
    const { trouble } = life;
    if (trouble === null || life.closed) return;
    const isRoom = trouble.what !== 'disk-full' || (await freeBytes(dataDir)) >= leastBytes;
    if (life.closed) return;
    if (isRoom && writeFailure(store) === undefined) set(null);
    else wait();
  };
  const wait = (): void => {
    life.timer = setTimeout(() => void look(), lookMs).unref();
  };
  const met = (failure: Failure): Failure => {
    const what = troubleOf(failure);
    if (what === undefined || life.closed || life.trouble?.what === what) return failure;
    const isNew = life.trouble === null;
    set({ what, folder: dataDir, wantedBytes });
    if (isNew) wait();
    return failure;
  };
  // A file that is protected opens all the same, and even begins a transaction.
  const unwritable = writeFailure(store);
  if (unwritable !== undefined) met(unwritable);
  return {
    read: () => life.trouble,
    met,
    close() {
      life.closed = true;
      clearTimeout(life.timer);
    },
  };
}

const troubleOf = (failure: Failure): DiskTrouble['what'] | undefined =>
  failure.kind === 'unavailable' ? diskTroubles.find((what) => what === failure.what) : undefined;

/** Why not even one small commit reaches the disk. Nobody who types waits for a lock of somebody else meanwhile. */
function writeFailure(store: Store): Failure | undefined {
  try {
    store.connection.pragma('busy_timeout = 0');
    transact(store, () => writeMeta(store, 'written-at', String(Math.round(store.stopwatch()))));
    return undefined;
  } catch (error) {
    return sqliteFailure(error) ?? { kind: 'unavailable', what: 'disk' };
  } finally {
    store.connection.pragma('busy_timeout = 5000');
  }
}
