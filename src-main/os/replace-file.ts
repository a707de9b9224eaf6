// Writes a file so that a power cut leaves the old one or the new one, never half of either.

import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { soonFreeSync, whenFree } from '../../src-shared/base/held-file.ts';

/** Writes a small file of the program's own at once: whoever asks cannot wait. */
export function replaceFile(file: string, text: string): void {
  const draft = `${file}.new`;
  const descriptor = soonFreeSync(() => openSync(draft, 'w', 0o600));
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  soonFreeSync(() => renameSync(draft, file));
}

/** Writes a file where a person chose; while another program holds the one that is there, for some seconds again and again. */
export async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  const draft = `${file}.new`;
  try {
    const handle = await whenFree(() => open(draft, 'w', 0o600), pause);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await whenFree(() => rename(draft, file), pause);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}
