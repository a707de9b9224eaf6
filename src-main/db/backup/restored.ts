// After a database was put in the place of another: it becomes a PC of its own, and takes along what the cloud does not have.

import { type Carried, carryUnsent } from '../carry-unsent.ts';
import { type DriverOptions, openConnection } from '../driver.ts';
import { readMeta, writeMeta } from '../meta.ts';
import { becomeNewDevice } from '../new-past.ts';
import { createStore, type Store, type StoreLog } from '../store.ts';
import { transact } from '../transact.ts';
import { readNote, removeNote } from './backup-note.ts';
import { dropOrder, type RestoreOrder } from './restore-order.ts';
import { asideFile } from './swap-database.ts';

/** What came of the last restore, for a person to read. */
export type Restored = {
  readonly at: number;
  /** When the backup was made; null where the database does not say. */
  readonly madeAt: number | null;
  /** The folder in which the database before it was put aside. */
  readonly aside: string;
  /** What was taken along; null where nothing was to be, or nothing could be read. */
  readonly carried: Carried | null;
};

/** A database that says it is a backup was put in its place a moment ago: it becomes another device. Answers whether. */
export function beginNewLife(store: Store, now: number): boolean {
  const note = readNote(store.connection);
  if (note === undefined) return false;
  transact(store, () => {
    becomeNewDevice(store, now);
    removeNote(store.connection);
    writeMeta(store, 'restored', JSON.stringify({ at: now, madeAt: note.madeAt, aside: '', carried: null }));
  });
  return true;
}

type Finishing = DriverOptions & {
  readonly dataDir: string;
  readonly order: RestoreOrder;
  readonly now: number;
  readonly log: StoreLog;
};

/** Takes along what was asked for, notes what came of it, and ends the order. */
export function finishRestore(store: Store, finishing: Finishing): void {
  const { dataDir, order, now } = finishing;
  const carried = order.carry ? carryFrom(store, finishing) : null;
  const madeAt = readRestored(store)?.madeAt ?? null;
  writeMeta(store, 'restored', JSON.stringify({ at: now, madeAt, aside: order.aside, carried } satisfies Restored));
  dropOrder(dataDir);
}

export function readRestored(store: Store): Restored | null {
  const text = readMeta(store, 'restored');
  return text === null ? null : (JSON.parse(text) as Restored);
}

/** The database that was put aside may be damaged: then what can be read of it is a matter of its own. */
function carryFrom(store: Store, { order, log, now, ...options }: Finishing): Carried | null {
  try {
    const connection = openConnection(asideFile(store.connection.name, order), { ...options, readonly: true });
    const { stopwatch, random } = store;
    const from = createStore(connection, { stopwatch, random, log, release: () => undefined });
    try {
      return carryUnsent(from, store, now);
    } finally {
      from.close();
    }
  } catch {
    log('restore.not-carried', {});
    return null;
  }
}
