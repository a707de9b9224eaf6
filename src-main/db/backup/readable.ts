// A damaged database as one that can be read, for as long as something is read from it.

import fs from 'node:fs';
import { type DriverOptions, openConnection } from '../driver.ts';
import { salvage } from './salvage.ts';

/** Hands over a file beside the damaged one, with all of it that can be read; it is removed afterwards. */
export function openReadable<T>(damaged: string, options: DriverOptions, use: (file: string) => T): T {
  const file = `${damaged}.read`;
  remove(file);
  try {
    const from = openConnection(damaged, { ...options, readonly: true });
    try {
      const into = openConnection(file, options);
      try {
        salvage(from, into);
      } finally {
        into.close();
      }
    } finally {
      from.close();
    }
    return use(file);
  } finally {
    remove(file);
  }
}

function remove(file: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) fs.rmSync(`${file}${end}`, { force: true });
}
