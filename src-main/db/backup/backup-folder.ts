// The folder of a PC's backups: their names, what each says of itself, and those that are let go.

import fs from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { isHeld } from '../../../src-shared/base/held-file.ts';
import type { BackupNote } from '../../../src-shared/domain/upkeep/backup-note.ts';
import type { BackupKind } from '../../../src-shared/domain/upkeep/backups.ts';
import { type DriverOptions, openConnection } from '../driver.ts';
import { readFact, readNote } from './backup-note.ts';
import { freeSecond } from './restore-order.ts';

/** A backup as it lies there; one without a note cannot be read. */
export type FoundBackup = {
  readonly id: string;
  readonly bytes: number;
  readonly note: BackupNote | undefined;
  readonly shop: string | null;
};

type LookedAt = Omit<FoundBackup, 'id'>;

/** Where the backups of a data folder lie. */
export const backupFolder = (dataDir: string): string => path.join(dataDir, 'backups');

const shape = /^(?:\d{8}-\d{6}-(?:daily|hand)|before-\d{4})\.db$/;
export const isBackupName = (name: string): boolean => shape.test(name);

/** Where a backup is to lie, as `20261122-233015-daily.db`. One never takes the place of another: of two in one second the second bears the next one. */
export function freeBackupFile(folder: string, kind: Exclude<BackupKind, 'update'>, madeAt: number): string {
  const fileOf = (second: string): string => backupFile(folder, `${second.replace('T', '-')}-${kind}.db`);
  return fileOf(freeSecond(madeAt, fileOf));
}

/** Every backup of a folder, the newest first. */
export function listBackups(folder: string, options: DriverOptions): readonly FoundBackup[] {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter(isBackupName) : [];
  return names
    .map((id) => ({ id, ...lookAt(path.join(folder, id), options) }))
    .toSorted((a, b) => (b.note?.madeAt ?? 0) - (a.note?.madeAt ?? 0));
}

/** The newest backup of the same shop and schema as a database in which nothing is damaged. */
export function newestWhole(like: Database.Database, folder: string, options: DriverOptions): string | undefined {
  const schema = like.pragma('user_version', { simple: true });
  const shop = readFact(like, 'shop') ?? null;
  const whole = listBackups(folder, options).find(
    ({ note, ...found }) => note?.damage === null && note.schema === schema && found.shop === shop,
  );
  return whole && backupFile(folder, whole.id);
}

/** What a file says of itself as a backup, and whose data it holds. */
export function lookAt(file: string, { nativeBinding }: DriverOptions): LookedAt {
  const options = nativeBinding === undefined ? {} : { nativeBinding };
  try {
    const bytes = fs.statSync(file).size;
    const copy = openConnection(file, { ...options, readonly: true });
    try {
      return { bytes, note: readNote(copy), shop: readFact(copy, 'shop') ?? null };
    } catch {
      return { bytes, note: undefined, shop: null };
    } finally {
      copy.close();
    }
  } catch {
    return { bytes: 0, note: undefined, shop: null };
  }
}

export const backupFile = (folder: string, id: string): string => path.join(folder, id);

/** Lets go of a backup; one that another program holds is let go of another day. */
export function dropBackup(folder: string, id: string): void {
  try {
    fs.rmSync(path.join(folder, id), { force: true });
  } catch (error) {
    if (!isHeld(error)) throw error;
  }
}
