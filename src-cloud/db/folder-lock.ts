/** One process a data folder: a lock of the operating system, which a killed process cannot leave behind. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process has the folder open. */
export class FolderLocked extends Error {
  override readonly name = 'FolderLocked';
  readonly holder: string;
  constructor(folder: string, holder: string) {
    super(`${folder} is in use by ${holder}`);
    this.holder = holder;
  }
}

/** Locks the folder or throws FolderLocked at once; answers how to let go of it. */
export function lockFolder(folder: string): () => void {
  const holderFile = path.join(folder, 'holder.json');
  // SQLite holds its file lock for as long as the transaction is open; a file with a process number alone
  // would outlive its process and might one day name another.
  const lock = new DatabaseSync(path.join(folder, 'lock.sqlite'));
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive');
  } catch {
    lock.close();
    throw new FolderLocked(folder, holderIn(holderFile));
  }
  writeFileSync(holderFile, JSON.stringify({ pid: process.pid }));
  return () => lock.close();
}

function holderIn(file: string): string {
  try {
    const { pid } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number };
    return `process ${pid} since ${statSync(file).mtime.toISOString()}`;
  } catch {
    return 'another process';
  }
}
