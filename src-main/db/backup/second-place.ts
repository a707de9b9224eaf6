// The folder outside the data folder where backups are copied to as well: another disk, a stick, a share.

import fs from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DriverOptions } from '../driver.ts';
import { dropBackup, type FoundBackup, isBackupName, lookAt } from './backup-folder.ts';
import { flushFile, flushFolder } from './flush.ts';

/** Copies a backup under the PC's name, reads the copy again, and answers whether it stands there. */
export async function copyToSecondPlace(
  { from, folder, pc }: { readonly from: string; readonly folder: string; readonly pc: string },
  options: DriverOptions,
): Promise<boolean> {
  const target = path.join(folder, `${prefixOf(pc)}${path.basename(from)}`);
  const unfinished = `${target}.new`;
  try {
    await copyFile(from, unfinished);
    flushFile(unfinished);
    if (lookAt(unfinished, options).note === undefined) throw new Error('the copy cannot be read');
    await rename(unfinished, target);
    flushFolder(folder);
    return true;
  } catch {
    await rm(unfinished, { force: true }).catch(() => undefined);
    return false;
  }
}

/** The backups of this PC that lie there; other files, and those of other PCs, are none of ours. */
export function listSecondPlace(folder: string, pc: string, options: DriverOptions): readonly FoundBackup[] {
  const prefix = prefixOf(pc);
  try {
    const names = fs.readdirSync(folder).filter((name) => name.startsWith(prefix));
    return names
      .filter((name) => isBackupName(name.slice(prefix.length)))
      .map((id) => ({ id, ...lookAt(path.join(folder, id), options) }));
  } catch {
    return [];
  }
}

export const dropFromSecondPlace = dropBackup;

/** A PC's name as a file can bear it. */
const prefixOf = (pc: string): string => `Shopfile ${pc.replaceAll(/[^A-Za-z0-9 _-]/g, '_').slice(0, 40)} `;
