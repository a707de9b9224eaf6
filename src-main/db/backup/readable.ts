// A damaged database as one that can be read, for as long as something is read from it.

import fs from 'node:fs';
import { type DriverOptions, openConnection } from '../driver.ts';
import { type Salvaged, salvage } from './salvage.ts';

type Use<T> = (file: string, salvaged: Salvaged) => T;

/** Hands over a file beside the damaged one, with all of it that can be read, and what could not; it is removed afterwards. */
export function openReadable<T>(damaged: string, options: DriverOptions, use: Use<T>): T {
  const file = `${damaged}.read`;
  remove(file);
  try {
    return use(file, salvageInto(file, damaged, options));
  } finally {
    remove(file);
  }
}

function salvageInto(file: string, damaged: string, options: DriverOptions): Salvaged {
  const from = openConnection(damaged, { ...options, readonly: true });
  try {
    const into = openConnection(file, options);
    try {
      return salvage(from, into);
    } finally {
      into.close();
    }
  } finally {
    from.close();
  }
}

function remove(file: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) fs.rmSync(`${file}${end}`, { force: true });
}
