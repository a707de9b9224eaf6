// Opens the one database of a data folder: place, lock, pragmas, check, migrations, identity, in that order.

import fs from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import type { Clock, Random } from '../../src-shared/base/clock.ts';
import type { Failure } from '../../src-shared/base/failure.ts';
import type { Anchor } from '../../src-shared/ipc/host.ts';
import { holdAnchor } from './anchor.ts';
import { backupFolder, listBackups, newestWhole } from './backup/backup-folder.ts';
import { isHeadDamaged } from './backup/file-head.ts';
import { dropOrder, type RestoreOrder, readOrder } from './backup/restore-order.ts';
import { beginNewLife, finishRestore } from './backup/restored.ts';
import { swapDatabase } from './backup/swap-database.ts';
import type { Checkpointer } from './checkpointer.ts';
import { type DriverOptions, isNewEnough, openConnection, setPragmas } from './driver.ts';
import { lockFolder } from './folder-lock.ts';
import { refuseUnsafePlace } from './folder-place.ts';
import { ensureIdentity } from './identity.ts';
import { migrate } from './migrate.ts';
import { sqliteFailure } from './sqlite-failure.ts';
import { StartFailure, startFailure } from './start-failure.ts';
import { createStore, type Store, type StoreLog } from './store.ts';

export type { Store } from './store.ts';

export type OpenOptions = DriverOptions & {
  readonly dataDir: string;
  readonly migrationsDir: string;
  readonly pid: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly stopwatch: () => number;
  readonly random: Random;
  readonly log: StoreLog;
  /** Carries what was written into the database; without one each commit does so itself when it is time. */
  readonly checkpointer?: Pick<Checkpointer, 'wrote'>;
  /** Without one only the cloud notices that the folder was put back or copied. */
  readonly anchor?: Anchor;
  /** Hears why a backup that was to be put in place was not. */
  readonly refused?: (failure: Failure) => void;
};

/** The database of a data folder. */
export const databaseFile = (dataDir: string): string => path.join(dataDir, 'shopfile.db');
/** Should the thread not keep up, the log is carried over by whoever makes it this long. */
const longestLogPages = 16_000;
// Reading a file of this size takes about a tenth of a second; larger ones are checked with their backups.
const checkedBytes = 16 * 1024 * 1024;

/** Opens the store of a data folder, or throws a StartFailure and leaves everything as it was. */
export async function openStore(options: OpenOptions): Promise<Store> {
  refuseUnsafePlace(options.dataDir, options);
  try {
    fs.mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
    const holder = { pid: options.pid, startedAt: options.clock() };
    const release = lockFolder(options.dataDir, holder, options);
    return await openLocked(options, release);
  } catch (error) {
    throw startFailure(error);
  }
}

async function openLocked(options: OpenOptions, release: () => void): Promise<Store> {
  const opened: { close?: () => void } = {};
  try {
    const order = carryOut(options);
    refuseGone(options);
    const connection = openConnection(databaseFile(options.dataDir), options);
    opened.close = () => connection.close();
    refuseDamagedHead(connection);
    if (!isNewEnough(connection)) throw new Error('this SQLite is too old');
    if (!setPragmas(connection)) throw new StartFailure({ kind: 'unavailable', what: 'data-folder' }, 'no WAL here');
    if (fs.statSync(connection.name).size <= checkedBytes) refuseDamaged(connection.pragma('quick_check(1)'));
    await migrate(connection, { ...options, backupDir: backupFolder(options.dataDir), now: options.clock() });
    const { checkpointer } = options;
    if (checkpointer !== undefined) connection.pragma(`wal_autocheckpoint = ${longestLogPages}`);
    const store = createStore(connection, { ...options, release, committed: () => checkpointer?.wrote() });
    identify(store, options);
    if (order !== undefined) finishRestore(store, { ...options, order, now: options.clock() });
    return store;
  } catch (error) {
    opened.close?.();
    release();
    throw error;
  }
}

/** A restore that was asked for. Where the backup cannot be used, the present database stays in its place. */
function carryOut(options: OpenOptions): RestoreOrder | undefined {
  const { dataDir, log } = options;
  const order = readOrder(dataDir);
  if (order === undefined) return undefined;
  try {
    swapDatabase(databaseFile(dataDir), order, options);
    return order;
  } catch (error) {
    if (!fs.existsSync(databaseFile(dataDir))) throw error;
    dropOrder(dataDir);
    log('restore.refused', {});
    options.refused?.(refusalOf(error));
    return undefined;
  }
}

/** What is wrong with the backup, or what just now keeps it from being copied. */
function refusalOf(error: unknown): Failure {
  const failure = sqliteFailure(error);
  const isBackup = failure?.kind !== 'unavailable' || failure.what === 'database-damaged';
  return isBackup ? { kind: 'unavailable', what: 'backup-unreadable' } : failure;
}

function identify(store: Store, options: OpenOptions): void {
  const { dataDir, random, clock, anchor, log } = options;
  // What was put in its place on purpose needs nobody to find that out.
  const now = clock();
  const wholeBackup = (): string | undefined => newestWhole(store.connection, backupFolder(dataDir), options);
  const isNew = ensureIdentity(store, random, now) || beginNewLife(store, { ...options, now, wholeBackup });
  const other = anchor === undefined ? null : holdAnchor(store, anchor, { isNew, now: clock() });
  if (other !== null) log('identity.renewed', { kind: other });
}

/** A PC that has backups had data: without them it must not begin as if it were new. */
function refuseGone(options: OpenOptions): void {
  const file = databaseFile(options.dataDir);
  const bytes = ['', '-wal'].map((end) => fs.statSync(`${file}${end}`, { throwIfNoEntry: false })?.size ?? 0);
  if (bytes.some((size) => size > 0)) return;
  if (listBackups(backupFolder(options.dataDir), options).every(({ note }) => note === undefined)) return;
  throw new StartFailure({ kind: 'unavailable', what: 'database-damaged' }, 'the database is gone');
}

/** Met later, it would look like a file that nobody may write, or none of SQLite's. One that the log puts right does no harm. */
function refuseDamagedHead(connection: Database.Database): void {
  if (!isHeadDamaged(connection.name)) return;
  try {
    connection.exec('begin immediate; select count(*) from sqlite_master; rollback');
  } catch (error) {
    throw new StartFailure({ kind: 'unavailable', what: 'database-damaged' }, String(error), error);
  }
}

function refuseDamaged(verdict: unknown): void {
  const text = JSON.stringify(verdict);
  if (text === '[{"quick_check":"ok"}]') return;
  throw new StartFailure({ kind: 'unavailable', what: 'database-damaged' }, text.slice(0, 200));
}
