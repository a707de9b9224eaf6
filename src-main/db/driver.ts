// The only file that opens SQLite: another driver would be put in here.

import Database from 'better-sqlite3';

export type DriverOptions = {
  /** The compiled addon, where the packaged one does not fit the runtime. */
  readonly nativeBinding?: string;
};

type ConnectionOptions = DriverOptions & { readonly busyMs?: number; readonly readonly?: boolean };

/** Opens a file of SQLite. */
export function openConnection(file: string, options: ConnectionOptions): Database.Database {
  return new Database(file, {
    timeout: options.busyMs ?? 5000,
    readonly: options.readonly ?? false,
    ...(options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding }),
  });
}

/** Sets what every connection to the shop's data needs; answers whether the file took it. */
export function setPragmas(connection: Database.Database): boolean {
  const mode = connection.pragma('journal_mode = wal', { simple: true });
  for (const pragma of [
    'synchronous = full',
    'foreign_keys = on',
    'trusted_schema = off',
    'cell_size_check = on',
    'mmap_size = 0',
    'busy_timeout = 5000',
  ])
    connection.pragma(pragma);
  return mode === 'wal';
}

/** The version of the SQLite inside the driver. */
export const sqliteVersion = (connection: Database.Database): string =>
  String(connection.prepare('select sqlite_version()').pluck().get());

// 3.51.3 ends a defect of the write-ahead log that could damage a file.
const floor = [3, 51, 3];

/** Whether the SQLite inside the driver is new enough. */
export function isNewEnough(connection: Database.Database): boolean {
  const parts = sqliteVersion(connection).split('.').map(Number);
  const first = floor.findIndex((wanted, i) => parts[i] !== wanted);
  return first === -1 || (parts[first] ?? 0) > (floor[first] ?? 0);
}
