/** The file that says: this database was restored from a copy and its epochs are not renewed yet. */
import { open, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { flushFolder } from './copies.ts';

const markerIn = (folder: string): string => path.join(folder, 'restored');

export const isMarkedRestored = (folder: string): Promise<boolean> =>
  stat(markerIn(folder)).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );

/** On the disk when it answers. */
export async function markRestored(folder: string): Promise<void> {
  const handle = await open(markerIn(folder), 'w', 0o600);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await flushFolder(folder);
}

export const unmarkRestored = (folder: string): Promise<void> => rm(markerIn(folder), { force: true });
