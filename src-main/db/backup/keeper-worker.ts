// The thread that copies and checks the database: it reads what stood there when it began, and nobody waits for it.

import { parentPort, workerData } from 'node:worker_threads';
import { openConnection } from '../driver.ts';
import { sqliteFailure } from '../sqlite-failure.ts';
import { StartFailure } from '../start-failure.ts';
import { checkDatabase } from './check-database.ts';
import { compareBackup } from './compare-backup.ts';
import { copyDatabase } from './copy-database.ts';
import type { Job, KeeperData, KeeperSays } from './keeper.ts';

const { job, nativeBinding } = workerData as KeeperData;
const driver = nativeBinding === undefined ? {} : { nativeBinding };

async function work(): Promise<unknown> {
  const connection = openConnection(job.file, driver);
  try {
    // What others write in the meantime belongs to the next copy: without this each commit would begin it anew.
    connection.exec('begin');
    return await jobs[job.kind](connection);
  } finally {
    connection.close();
  }
}

const jobs: Readonly<Record<Job['kind'], (connection: ReturnType<typeof openConnection>) => unknown>> = {
  check: checkDatabase,
  compare(present) {
    if (job.kind !== 'compare') return undefined;
    const backup = openConnection(job.backup, { ...driver, readonly: true });
    try {
      return compareBackup(present, backup);
    } finally {
      backup.close();
    }
  },
  copy: (connection) =>
    job.kind === 'copy' &&
    copyDatabase(connection, { ...driver, ...job, kind: job.as, moved: (share) => say({ moved: share }) }),
};

const say = (message: KeeperSays): void => parentPort?.postMessage(message);

void work().then(
  (done) => say({ done }),
  (error: unknown) => {
    const known = error instanceof StartFailure ? error.failure : sqliteFailure(error);
    say({ failure: known ?? null, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  },
);
