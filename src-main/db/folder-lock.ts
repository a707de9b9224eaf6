// One opener a data folder. The lock is SQLite's own file lock, so the system drops it however the process dies.

import fs from 'node:fs';
import path from 'node:path';
import { type DriverOptions, openConnection } from './driver.ts';
import { FolderLocked } from './start-failure.ts';

export type Holder = { readonly pid: number; readonly startedAt: number };

/** Locks a folder until released or until this process ends; a second opener is told who holds it. */
export function lockFolder(folder: string, holder: Holder, options: DriverOptions): () => void {
  const connection = openConnection(path.join(folder, 'folder.lock'), { ...options, busyMs: 250 });
  const noteFile = path.join(folder, 'folder.lock.txt');
  try {
    connection.exec('begin exclusive');
  } catch (error) {
    connection.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') {
      throw new FolderLocked(readNote(noteFile));
    }
    throw error;
  }
  // The note only names the holder: the lock holds without it.
  quietly(() =>
    fs.writeFileSync(noteFile, `process ${holder.pid}, started ${new Date(holder.startedAt).toISOString()}\n`),
  );
  return () => {
    quietly(() => fs.rmSync(noteFile, { force: true }));
    connection.close();
  };
}

function readNote(noteFile: string): string {
  try {
    return fs.readFileSync(noteFile, 'utf8').trim().slice(0, 100) || 'another program';
  } catch {
    return 'another program';
  }
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {}
}
