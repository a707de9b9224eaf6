// The last lines of the program's logs.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const mostLines = 150;

/** The newest lines of each log of a folder; a log that cannot be read has none. */
export async function logTail(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  const logs = names.filter((name) => name.endsWith('.log')).toSorted();
  const tails = await Promise.all(
    logs.map(async (name) => {
      const text = await readFile(path.join(folder, name), 'utf8').catch(() => '');
      return [`-- ${name}`, ...text.trimEnd().split('\n').slice(-mostLines)];
    }),
  );
  return tails.flat();
}
