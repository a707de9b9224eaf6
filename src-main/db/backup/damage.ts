// Which errors say that a part of a database is not what was written: it is read round. Any other is to be heard.

import Database from 'better-sqlite3';

/** A full disk is no damage; a place of the disk that cannot be read any more is. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Database.SqliteError && signs.some((sign) => error.code.startsWith(sign));

const signs = [
  ...['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR_READ', 'SQLITE_IOERR_SHORT_READ', 'SQLITE_IOERR_CORRUPTFS'],
  // What was read does not fit where it belongs, or is no text of JSON.
  ...['SQLITE_CONSTRAINT', 'SQLITE_MISMATCH', 'SQLITE_TOOBIG', 'SQLITE_ERROR'],
];

/** Goes on after damage; what else went wrong is thrown again. */
export function goOnAfterDamage(error: unknown): void {
  if (!isDamage(error)) throw error;
}
