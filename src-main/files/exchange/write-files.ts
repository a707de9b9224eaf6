// Writes files of an export where the person chose: each whole or not at all, drafts first and then all at once.

import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type WriteTrouble, writeTrouble } from '../../../src-shared/base/file-trouble.ts';
import { whenFree } from '../../../src-shared/base/held-file.ts';

/** Writes all files into a folder; says what keeps them from it. Nothing is replaced before all of it is on the disk. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<WriteTrouble | null> {
  const drafts = [...files].map(([name, bytes]) => {
    const file = path.join(folder, path.basename(name));
    return { draft: `${file}.new`, file, bytes };
  });
  try {
    for (const { draft, bytes } of drafts) await writeDraft(draft, bytes);
    for (const { draft, file } of drafts) await whenFree(() => rename(draft, file), pause);
    return null;
  } catch (error) {
    await Promise.all(drafts.map(({ draft }) => rm(draft, { force: true }).catch(() => undefined)));
    return writeTrouble(error);
  }
}

async function writeDraft(draft: string, bytes: Uint8Array): Promise<void> {
  const handle = await whenFree(() => open(draft, 'w', 0o600), pause);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The folder of a path and what it names there. */
export const splitPath = (file: string): { readonly folder: string; readonly name: string } => ({
  folder: path.dirname(file),
  name: path.basename(file),
});
