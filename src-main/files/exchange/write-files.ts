// Writes files of an export where the person chose: each whole or not at all, drafts first and then all at once.

import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Writes all files into a folder; false where that cannot be. Nothing is replaced before all of it is on the disk. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<boolean> {
  const drafts: { readonly draft: string; readonly file: string }[] = [];
  try {
    for (const [name, bytes] of files) {
      const file = path.join(folder, path.basename(name));
      const draft = `${file}.new`;
      drafts.push({ draft, file });
      const handle = await open(draft, 'w', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
    for (const { draft, file } of drafts) await rename(draft, file);
    return true;
  } catch {
    await Promise.all(drafts.map(({ draft }) => rm(draft, { force: true })));
    return false;
  }
}

/** The folder of a path and what it names there. */
export const splitPath = (file: string): { readonly folder: string; readonly name: string } => ({
  folder: path.dirname(file),
  name: path.basename(file),
});
