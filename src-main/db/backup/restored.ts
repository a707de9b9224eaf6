// After a database was put in the place of another: it becomes a PC of its own, and takes along what the cloud does not have.

import fs from 'node:fs';
import { type Carried, carryUnsent } from '../carry-unsent.ts';
import { type DriverOptions, openConnection } from '../driver.ts';
import { readMeta, writeMeta } from '../meta.ts';
import { becomeNewDevice } from '../new-past.ts';
import { sqliteFailure } from '../sqlite-failure.ts';
import { createStore, type Store, type StoreLog } from '../store.ts';
import { transact } from '../transact.ts';
import { readNote, removeNote } from './backup-note.ts';
import { mendDamage } from './mend-damage.ts';
import { openReadable } from './readable.ts';
import { dropOrder, type RestoreOrder } from './restore-order.ts';
import { isUnsentLost } from './salvage.ts';
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
  /** Whether something was to be taken along and could not be read. */
  readonly isLeft?: boolean;
  /** Whether a part of what had not been sent could not be read. */
  readonly isPart?: boolean;
};

type Tools = DriverOptions & { readonly now: number; readonly log: StoreLog };

/** A database that says it is a backup was put in its place a moment ago: it becomes another device. Answers whether. */
export function beginNewLife(store: Store, { wholeBackup, now, ...tools }: Beginning): boolean {
  const note = readNote(store.connection);
  if (note === undefined) return false;
  const { madeAt, damage } = note;
  const backup = damage === null ? undefined : openWhole(wholeBackup(), store, { ...tools, now });
  try {
    transact(store, () => {
      becomeNewDevice(store, now);
      const isPart = damage !== null && mendDamage(store, damage, backup);
      removeNote(store.connection);
      // What a check found was said of the data before it.
      writeMeta(store, 'checked', null);
      noteRestored(store, { at: now, madeAt, aside: '', carried: null, isPart });
    });
  } finally {
    backup?.close();
  }
  return true;
}

type Beginning = Tools & {
  /** The newest backup of the same schema in which nothing is damaged; undefined where there is none. */
  readonly wholeBackup: () => string | undefined;
};

function openWhole(file: string | undefined, { stopwatch, random }: Store, { log, ...options }: Tools) {
  if (file === undefined) return undefined;
  const connection = openConnection(file, { ...options, readonly: true });
  return createStore(connection, { stopwatch, random, log, release: () => undefined });
}

type Finishing = Tools & { readonly dataDir: string; readonly order: RestoreOrder };

/** Takes along what was asked for, notes what came of it, and ends the order. */
export function finishRestore(store: Store, finishing: Finishing): void {
  const { dataDir, order, now } = finishing;
  const { carried, isPart } = order.carry ? carryFrom(store, finishing) : nothing;
  const begun = readRestored(store);
  noteRestored(store, {
    ...{ at: now, madeAt: begun?.madeAt ?? null, aside: order.aside, carried },
    ...{ isLeft: order.carry && carried === null, isPart: isPart || begun?.isPart === true },
  });
  dropOrder(dataDir);
}

export function readRestored(store: Store): Restored | null {
  const text = readMeta(store, 'restored');
  return text === null ? null : (JSON.parse(text) as Restored);
}

const noteRestored = (store: Store, restored: Restored): void => writeMeta(store, 'restored', JSON.stringify(restored));

/** What was taken along, and whether a part of it could not be read. */
type Carrying = { readonly carried: Carried | null; readonly isPart: boolean };
const nothing: Carrying = { carried: null, isPart: false };

/**
 * What was put aside may be damaged: then as much is taken along as can be read. What only keeps it from being read or
 * written just now, such as a full disk, keeps the order too: all of it is tried again at the next start.
 */
function carryFrom(store: Store, finishing: Finishing): Carrying {
  const file = asideFile(store.connection.name, finishing.order);
  // Nothing was there to be put aside.
  if (!fs.existsSync(file)) return nothing;
  try {
    return { carried: carryFromFile(store, file, finishing), isPart: false };
  } catch (error) {
    if (isPassing(error)) throw error;
    finishing.log('restore.not-whole', {});
  }
  try {
    return openReadable(file, finishing, (readable, { tables }) => ({
      carried: carryFromFile(store, readable, finishing),
      isPart: isUnsentLost(tables),
    }));
  } catch (error) {
    if (isPassing(error)) throw error;
    finishing.log('restore.not-carried', {});
    return nothing;
  }
}

function carryFromFile(store: Store, file: string, { log, now, ...options }: Finishing): Carried {
  const connection = openConnection(file, { ...options, readonly: true });
  const { stopwatch, random } = store;
  const from = createStore(connection, { stopwatch, random, log, release: () => undefined });
  try {
    return carryUnsent(from, store, now);
  } finally {
    from.close();
  }
}

function isPassing(error: unknown): boolean {
  const failure = sqliteFailure(error);
  return failure?.kind === 'unavailable' && (failure.what === 'disk-full' || failure.what === 'database-busy');
}
