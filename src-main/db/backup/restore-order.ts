// What is to be done with the database at the next start, before it is opened. It stands in a file until all of it is done.

import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isHeld, soonFreeSync, whenFree, whenFreeSync } from '../../../src-shared/base/held-file.ts';
import { flushFile, flushFolder } from './flush.ts';

/** Puts a backup in the place of the present database, which is put aside. */
export type RestoreOrder = {
  /** The whole path of the backup. */
  readonly backup: string;
  /** Whether what the cloud does not have yet is taken along into the restored database. */
  readonly carry: boolean;
  /** The name of the folder that the present database is put aside in. */
  readonly aside: string;
};

const file = (dataDir: string): string => path.join(dataDir, 'restore.json');

/** The folder of databases that were put aside; nothing in it is ever deleted by the program. */
export const asideFolder = (dataDir: string): string => path.join(dataDir, 'aside');

/** A name that no database was put aside under: an order with the name of an earlier one would be taken for done. */
export const freeAside = (dataDir: string, now: number): string =>
  freeSecond(now, (name) => path.join(asideFolder(dataDir), name));

/** The first second from an instant on, as `20261122T233015`, whose file is not there yet. */
export function freeSecond(from: number, fileOf: (second: string) => string): string {
  for (let at = from; ; at += 1_000) {
    const second = new Date(at).toISOString().replaceAll(/[-:]/g, '').slice(0, 15);
    if (!fs.existsSync(fileOf(second))) return second;
  }
}

/** Writes the order, whole and on the disk. */
export async function writeOrder(dataDir: string, order: RestoreOrder): Promise<void> {
  const draft = `${file(dataDir)}.new`;
  const free = <T>(work: () => T): Promise<T> => whenFree(async () => work(), pause);
  // What an earlier order left half done is none of this one's.
  await free(() => fs.rmSync(path.join(dataDir, 'shopfile.db.restored'), { force: true }));
  await free(() => fs.writeFileSync(draft, JSON.stringify(order), { mode: 0o600 }));
  await free(() => flushFile(draft, soonFreeSync));
  await free(() => fs.renameSync(draft, file(dataDir)));
  flushFolder(dataDir);
}

/** The order that waits; one that cannot be read is none, because nothing has been done for it. */
export function readOrder(dataDir: string): RestoreOrder | undefined {
  try {
    return JSON.parse(whenFreeSync(() => fs.readFileSync(file(dataDir), 'utf8'))) as RestoreOrder;
  } catch (error) {
    // Passed over now, it would be carried out at a later start, over what was written since.
    if (isHeld(error)) throw error;
    return undefined;
  }
}

export const dropOrder = (dataDir: string): void => whenFreeSync(() => fs.rmSync(file(dataDir), { force: true }));
