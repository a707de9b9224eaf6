/** The write-ahead log is carried into the database by a thread of its own; without it commits do so themselves. */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCheckpointer } from '../../../src-main/db/checkpointer.ts';
import { databaseFile, openStore } from '../../../src-main/db/open.ts';
import type { Store } from '../../../src-main/db/store.ts';
import { transact } from '../../../src-main/db/transact.ts';
import { threadFiles, until } from '../../support/desktop.ts';
import { freshFolder, migrationsDir, seededRandom, steppingClock } from '../../support/store.ts';

let place: ReturnType<typeof freshFolder>;
beforeEach(() => {
  place = freshFolder('checkpointer');
});
afterEach(() => place.remove());

async function opened(workerPath: string) {
  const logged: string[] = [];
  const log = (event: string): void => void logged.push(event);
  const file = databaseFile(place.folder);
  const checkpointer = createCheckpointer({ workerPath, file, nativeBinding: undefined, log });
  const store = await openStore({
    ...{ dataDir: place.folder, migrationsDir, pid: process.pid, env: {}, clock: steppingClock() },
    ...{ stopwatch: () => performance.now(), random: seededRandom(1), log, checkpointer },
  });
  return { store, checkpointer, logged };
}

type Standing = { readonly log: number; readonly checkpointed: number };
const standing = ({ connection }: Store): Standing => (connection.pragma('wal_checkpoint(noop)') as [Standing])[0];

function write(store: Store, pages: number): void {
  transact(store, () => {
    const insert = store.connection.prepare(
      "insert into mending (workfile_id, replaced, mended_at) values ('w', ?, 1)",
    );
    for (let i = 0; i < pages; i += 1) insert.run('x'.repeat(4000));
  });
}

test('a long log is carried over without a commit doing it', async () => {
  const { store, checkpointer, logged } = await opened(threadFiles.checkpointWorker);
  const before = standing(store).checkpointed;
  write(store, 3000);
  expect(standing(store).checkpointed).toBe(before);
  await until('the log is carried over', () => standing(store).checkpointed >= 3000);
  await checkpointer.close();
  store.close();
  expect(logged).toEqual([]);
  expect(fs.existsSync(`${databaseFile(place.folder)}-wal`)).toBe(false);
});

test('where the thread cannot start, it is said once and commits carry their own pages', async () => {
  const { store, checkpointer, logged } = await opened(path.join(place.folder, 'nothing-here.ts'));
  write(store, 100);
  await until('the thread has failed', () => logged.length > 0);
  write(store, 17_000);
  expect(standing(store).checkpointed).toBeGreaterThan(16_000);
  await pause(200);
  expect(logged).toEqual(['checkpoint.failed']);
  await checkpointer.close();
  store.close();
});
