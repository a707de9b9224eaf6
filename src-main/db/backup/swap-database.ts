// Puts another database in the place of the present one. Each step may be the last before a power cut, and is found done or undone at the next start.

import fs from 'node:fs';
import path from 'node:path';
import { whenFreeSync } from '../../../src-shared/base/held-file.ts';
import { type DriverOptions, openConnection } from '../driver.ts';
import { flushFile, flushFolder } from './flush.ts';
import { asideFolder, type RestoreOrder } from './restore-order.ts';

const ends = ['', '-wal', '-shm'] as const;

/** Where the database of an order was put aside. */
export const asideFile = (database: string, { aside }: Pick<RestoreOrder, 'aside'>): string =>
  path.join(asideFolder(path.dirname(database)), aside, path.basename(database));

/** Carries an order out, as far as it was not carried out before. The backup itself stays where it lies. */
export function swapDatabase(database: string, order: RestoreOrder, options: DriverOptions): void {
  const ready = `${database}.restored`;
  const isAside = fs.existsSync(asideFile(database, order));
  // The last step was done, and only the order is still there.
  if (isAside && fs.existsSync(database) && !fs.existsSync(ready)) return;
  if (!fs.existsSync(ready)) copyWhole(order.backup, ready, options);
  putAside(database, order);
  whenFreeSync(() => fs.renameSync(ready, database));
  flushFolder(path.dirname(database));
}

function copyWhole(backup: string, ready: string, options: DriverOptions): void {
  const unfinished = `${ready}.new`;
  try {
    whenFreeSync(() => fs.copyFileSync(backup, unfinished));
    const copy = openConnection(unfinished, options);
    const verdict = copy.pragma('quick_check(1)', { simple: true });
    copy.close();
    if (verdict !== 'ok') throw Object.assign(new Error('the backup is damaged'), { code: 'SQLITE_CORRUPT' });
    flushFile(unfinished);
    whenFreeSync(() => fs.renameSync(unfinished, ready));
  } catch (error) {
    fs.rmSync(unfinished, { force: true });
    throw error;
  }
}

/** The log after the database: one that is still in its place is never without its log. */
function putAside(database: string, order: RestoreOrder): void {
  const target = asideFile(database, order);
  fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  for (const end of ends) {
    if (fs.existsSync(`${database}${end}`)) whenFreeSync(() => fs.renameSync(`${database}${end}`, `${target}${end}`));
  }
  flushFolder(path.dirname(target));
}
