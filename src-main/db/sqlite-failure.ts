// What an error of SQLite means for a person. A full disk is looked for first: it can look like a damaged file.

import Database from 'better-sqlite3';
import type { Failure } from '../../src-shared/base/failure.ts';

/** The failure behind an error of SQLite or of the file system; undefined for a bug of ours. */
export function sqliteFailure(error: unknown): Failure | undefined {
  const code = codeOf(error);
  const found = causes.find(({ starts }) => starts.some((start) => code.startsWith(start)));
  return found && { kind: 'unavailable', what: found.what };
}

const causes = [
  { what: 'disk-full', starts: ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'] },
  { what: 'disk', starts: ['SQLITE_IOERR', 'EIO'] },
  {
    what: 'data-folder',
    starts: ['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_PERM', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR'],
  },
  { what: 'database-busy', starts: ['SQLITE_BUSY', 'SQLITE_LOCKED', 'EBUSY'] },
  { what: 'database-damaged', starts: ['SQLITE_CORRUPT', 'SQLITE_NOTADB'] },
] as const;

function codeOf(error: unknown): string {
  if (error instanceof Database.SqliteError) return error.code;
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
