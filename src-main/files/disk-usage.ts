// How much room folders take, and how much is left beside them.

import { readdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';

/** The bytes of all files in a folder and below; what cannot be read counts nothing. */
export async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      stat(path.join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0,
      ),
    );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** The bytes of a file and of what SQLite keeps beside it. */
export async function fileBytes(file: string): Promise<number> {
  const sizes = ['', '-wal', '-shm'].map((end) =>
    stat(`${file}${end}`).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** The bytes that are left on the disk of a folder; 0 where that cannot be told. */
export const freeBytes = (folder: string): Promise<number> =>
  statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
