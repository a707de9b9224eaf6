// What an error of SQLite means for a person. A full disk is looked for first: it can look like a damaged file.

import type { Failure } from '../../src-shared/base/failure.ts';
import { type FileCause, fileCause } from '../../src-shared/base/file-trouble.ts';
import { codeOf } from '../../src-shared/base/held-file.ts';

/** The failure behind an error of SQLite or of the file system; undefined for a bug of ours. */
export function sqliteFailure(error: unknown): Failure | undefined {
  const what = whatOfSqlite(error) ?? whatOfFile(error);
  return what === undefined ? undefined : { kind: 'unavailable', what };
}

const whatOfSqlite = (error: unknown): string | undefined =>
  causes.find(({ starts }) => starts.some((start) => codeOf(error).startsWith(start)))?.what;

const causes = [
  // Making the index of the log larger is what fails first where the last of the room is gone.
  { what: 'disk-full', starts: ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'] },
  { what: 'disk', starts: ['SQLITE_IOERR'] },
  { what: 'data-folder', starts: ['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_PERM'] },
  { what: 'database-busy', starts: ['SQLITE_BUSY', 'SQLITE_LOCKED'] },
  { what: 'database-damaged', starts: ['SQLITE_CORRUPT', 'SQLITE_NOTADB'] },
] as const;

function whatOfFile(error: unknown): string | undefined {
  const cause = fileCause(error);
  return cause && files[cause];
}

const files: Readonly<Record<FileCause, string>> = {
  full: 'disk-full',
  failing: 'disk',
  'read-only': 'data-folder',
  forbidden: 'data-folder',
  held: 'database-busy',
};
