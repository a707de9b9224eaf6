// Waits until a file, or the names in a folder, are on the disk.

import fs from 'node:fs';
import { whenFreeSync } from '../../../src-shared/base/held-file.ts';

/** `open`: how long it waits for a file that others hold. */
export function flushFile(file: string, open: <T>(work: () => T) => T = whenFreeSync): void {
  const descriptor = open(() => fs.openSync(file, 'r+'));
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Windows opens no folder, and needs no such thing. */
export function flushFolder(folder: string): void {
  let descriptor: number;
  try {
    descriptor = fs.openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fs.fsyncSync(descriptor);
  } catch {
    // Not every file system can; the name is there all the same after a clean end.
  } finally {
    fs.closeSync(descriptor);
  }
}
