// Why the database could not be opened, as a failure that a window can word. Nothing here ever offers to delete data.

import type { Failure } from '../../src-shared/base/failure.ts';
import { sqliteFailure } from './sqlite-failure.ts';

/** Start-up cannot go on; the data is untouched. */
export class StartFailure extends Error {
  override readonly name: string = 'StartFailure';
  readonly failure: Failure;

  constructor(failure: Failure, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.failure = failure;
  }
}

/** The database was written by a newer version of the program. */
export class DatabaseFromFuture extends StartFailure {
  override readonly name = 'DatabaseFromFuture';

  constructor(minReader: string) {
    super({ kind: 'outdated', need: minReader }, `The data of this PC needs version ${minReader} or newer.`);
  }
}

/** Another program of the same user holds the data folder. */
export class FolderLocked extends StartFailure {
  override readonly name = 'FolderLocked';

  constructor(holder: string) {
    super({ kind: 'locked', what: 'data-folder', holder }, `The data folder is in use by ${holder}.`);
  }
}

/** What ended a start, as a person can be told of it; a bug stays what it is. */
export function startFailure(error: unknown): unknown {
  const failure = error instanceof StartFailure ? undefined : sqliteFailure(error);
  return failure === undefined ? error : new StartFailure(failure, String(error), error);
}
