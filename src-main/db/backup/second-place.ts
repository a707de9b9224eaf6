// The folder outside the data folder where backups are copied to as well: another disk, a stick, a share.

import fs from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { soonFreeSync, whenFree } from '../../../src-shared/base/held-file.ts';
import type { DriverOptions } from '../driver.ts';
import { dropBackup, type FoundBackup, isBackupName, lookAt } from './backup-folder.ts';
import { dropIfFree } from './copy-database.ts';
import { flushFile, flushFolder } from './flush.ts';

/** Copies a backup under the PC's name, reads the copy again, and answers whether it stands there. */
export async function copyToSecondPlace(
  { from, folder, pc }: { readonly from: string; readonly folder: string; readonly pc: string },
  options: DriverOptions,
): Promise<boolean> {
  const target = path.join(folder, `${prefixOf(pc)}${path.basename(from)}`);
  const unfinished = `${target}.new`;
  try {
    dropUnfinished(folder, pc);
    await whenFree(() => copyFile(from, unfinished), pause);
    await whenFree(async () => flushFile(unfinished, soonFreeSync), pause);
    if (lookAt(unfinished, options).note === undefined) throw new Error('the copy cannot be read');
    await whenFree(() => rename(unfinished, target), pause);
    flushFolder(folder);
    return true;
  } catch {
    await rm(unfinished, { force: true }).catch(() => undefined);
    return false;
  }
}

/** Removes what a copy left that was ended in the middle. */
function dropUnfinished(folder: string, pc: string): void {
  for (const { name, plain } of filesOf(folder, pc)) {
    if (plain.endsWith('.new') && isBackupName(plain.slice(0, -'.new'.length))) dropIfFree(path.join(folder, name));
  }
}

/** The backups of this PC that lie there; other files, and those of other PCs, are none of ours. */
export function listSecondPlace(folder: string, pc: string, options: DriverOptions): readonly FoundBackup[] {
  return filesOf(folder, pc)
    .filter(({ plain }) => isBackupName(plain))
    .map(({ name: id }) => ({ id, ...lookAt(path.join(folder, id), options) }));
}

/** The files under the name of the PC, and their names without it; those of a PC whose name begins the same are among them. */
function filesOf(folder: string, pc: string): readonly { readonly name: string; readonly plain: string }[] {
  const prefix = prefixOf(pc);
  try {
    const names = fs.readdirSync(folder).filter((name) => name.startsWith(prefix));
    return names.map((name) => ({ name, plain: name.slice(prefix.length) }));
  } catch {
    return [];
  }
}

export const dropFromSecondPlace = dropBackup;

/** A PC's name as a file can bear it. */
const prefixOf = (pc: string): string => `Shopfile ${pc.replaceAll(/[^A-Za-z0-9 _-]/g, '_').slice(0, 40)} `;
