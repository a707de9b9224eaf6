// The thread that carries pages from the write-ahead log into the database: it waits for the disk, and nobody waits for it.

import { parentPort, workerData } from 'node:worker_threads';
import { openConnection } from './driver.ts';

export type CheckpointData = { readonly file: string; readonly nativeBinding: string | undefined };

/** So many pages in the log are worth a walk to the disk. */
const pages = 1_000;

const { file, nativeBinding } = workerData as CheckpointData;
const connection = openConnection(file, nativeBinding === undefined ? {} : { nativeBinding });

type Standing = { readonly log: number; readonly checkpointed: number };

function look(): void {
  const [standing] = connection.pragma('wal_checkpoint(noop)') as readonly Standing[];
  if (standing !== undefined && standing.log - standing.checkpointed >= pages) {
    connection.pragma('wal_checkpoint(passive)');
  }
}

parentPort?.on('message', (message: 'look' | 'close') => {
  if (message === 'look') return look();
  connection.close();
  parentPort?.close();
});
