// Where an estimate's files come from: a folder of this PC, or bytes that a window handed over.

import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileSource } from './read-estimate.ts';

/** The files of a folder. A file that grows or shrinks while it is read is told of. */
export const folderSource = (folder: string): FileSource => ({
  async read(name, mostBytes) {
    try {
      const file = await open(path.join(folder, path.basename(name)), 'r');
      try {
        const before = await file.stat();
        if (!before.isFile()) return 'gone';
        if (before.size > mostBytes) return 'too-large';
        const bytes = new Uint8Array(before.size);
        const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
        const after = await file.stat();
        return bytesRead === before.size && after.size === before.size ? bytes : 'changing';
      } finally {
        await file.close();
      }
    } catch {
      return 'gone';
    }
  },
});

/** Files that are here already. */
export const memorySource = (files: ReadonlyMap<string, Uint8Array>): FileSource => ({
  async read(name, mostBytes) {
    const bytes = files.get(name);
    if (bytes === undefined) return 'gone';
    return bytes.length > mostBytes ? 'too-large' : bytes;
  },
});

/** A file of a folder, with what tells whether it is still being written. */
export type ListedFile = { readonly name: string; readonly size: number; readonly changedAt: number };

/** The files of a folder, not of those below; undefined where it cannot be read. */
export async function listFolder(folder: string, most = 5_000): Promise<readonly ListedFile[] | undefined> {
  try {
    const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile()).slice(0, most);
    const files = await Promise.all(
      entries.map(async ({ name }) => {
        const found = await stat(path.join(folder, name)).catch(() => undefined);
        return found === undefined ? [] : [{ name, size: found.size, changedAt: found.mtimeMs }];
      }),
    );
    return files.flat();
  } catch {
    return undefined;
  }
}
