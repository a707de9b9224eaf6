// Copies of documents that another program opens: each under its name in a folder of its own, not to be written to, and gone at the next start.

import fs from 'node:fs/promises';
import path from 'node:path';
import type { Random } from '../../src-shared/base/clock.ts';

export type OpenedCopies = ReturnType<typeof createOpenedCopies>;

/** Opens the folder of copies; what an earlier start left there is removed before the first copy is written. */
export function createOpenedCopies(folder: string, random: Random) {
  const emptied = empty(folder).catch(() => undefined);
  return {
    /** Writes a copy; answers where it is. What somebody typed into the file itself would be lost with it, so it cannot be. */
    async write(name: string, bytes: Uint8Array): Promise<string> {
      await emptied;
      const own = path.join(folder, Buffer.from(random(12)).toString('hex'));
      await fs.mkdir(own, { recursive: true, mode: 0o700 });
      const file = path.join(own, name);
      await fs.writeFile(file, bytes, { flag: 'wx', mode: 0o400 });
      return file;
    },
  };
}

/** One that a program still holds stays until another start. */
async function empty(folder: string): Promise<void> {
  for (const name of await fs.readdir(folder)) {
    const own = path.join(folder, name);
    // Windows removes no file that cannot be written to.
    for (const file of await fs.readdir(own)) await fs.chmod(path.join(own, file), 0o600).catch(() => undefined);
    await fs.rm(own, { recursive: true, force: true }).catch(() => undefined);
  }
}
