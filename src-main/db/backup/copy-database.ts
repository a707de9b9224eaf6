// Copies a database while it is in use: by SQLite's own means, read again before it counts. Damage is said and stops no copy.

import fs from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { isHeld, soonFreeSync, whenFreeSync } from '../../../src-shared/base/held-file.ts';
import type { BackupDamage, BackupNote } from '../../../src-shared/domain/upkeep/backup-note.ts';
import type { BackupKind } from '../../../src-shared/domain/upkeep/backups.ts';
import { type DriverOptions, openConnection } from '../driver.ts';
import { StartFailure } from '../start-failure.ts';
import { writeNote } from './backup-note.ts';
import { checkPages, checkRows } from './check-database.ts';
import { mendHead } from './file-head.ts';
import { flushFile, flushFolder } from './flush.ts';
import { salvage } from './salvage.ts';
import { correctSchema } from './schema-fact.ts';
import { hasTable } from './tables.ts';

export type Copying = DriverOptions & {
  readonly target: string;
  readonly kind: BackupKind;
  readonly madeAt: number;
  /** The schema that this program knows: only its rows can be checked one by one. */
  readonly schema: number | null;
  /** Hears how far the copy is, 0 to 1. */
  readonly moved?: (share: number) => void;
};

/** So many pages at a time: what else runs in this thread comes in between. */
const pages = 400;

/** Makes a backup under its name, on the disk before it counts, or leaves none. Of damaged data it holds all that can be read. */
export async function copyDatabase(source: Database.Database, copying: Copying): Promise<BackupNote> {
  const { target, moved = () => undefined } = copying;
  const folder = path.dirname(target);
  const unfinished = `${target}.new`;
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  dropUnfinished(folder);
  try {
    await source.backup(unfinished, {
      progress({ totalPages, remainingPages }) {
        moved(totalPages === 0 ? 0 : (totalPages - remainingPages) / totalPages);
        return pages;
      },
    });
    const { file, note } = finish(unfinished, copying);
    flushFile(file);
    // Only one made before an update finds its name taken; what lacks something takes no earlier one's place.
    if (note.damage === null || !fs.existsSync(target)) whenFreeSync(() => fs.renameSync(file, target));
    flushFolder(folder);
    return note;
  } finally {
    // On a full disk a piece of a copy would take the last of it.
    dropUnfinished(folder);
  }
}

/** Removes what a copy left that was ended in the middle; one is made at a time. What is held is removed by the next one. */
function dropUnfinished(folder: string): void {
  const names = fs.readdirSync(folder).filter((name) => /\.db\.new(?:\.read)?(?:-journal)?$/.test(name));
  for (const name of names) dropIfFree(path.join(folder, name));
}

export function dropIfFree(file: string): void {
  try {
    soonFreeSync(() => fs.rmSync(file, { force: true }));
  } catch (error) {
    if (!isHeld(error)) throw error;
  }
}

/** Reads all of the copy and writes into it what it is; where pages of it are damaged, into one of what can be read. */
function finish(copied: string, copying: Copying): { readonly file: string; readonly note: BackupNote } {
  mendHead(copied);
  const copy = openConnection(copied, copying);
  try {
    // A copy that is one file: no log beside it can be lost or left behind.
    copy.pragma('journal_mode = delete');
    correctSchema(copy);
    // The indexes too: one that lacks a row would hide it in the copy, and in what is put in place from it.
    if (checkPages(copy, 1).length === 0) return { file: copied, note: describe(copy, copying, null) };
    const file = `${copied}.read`;
    const readable = openConnection(file, copying);
    try {
      const { tables } = salvage(copy, readable);
      return { file, note: describe(readable, copying, tables) };
    } finally {
      readable.close();
    }
  } finally {
    copy.close();
  }
}

/** Where pages were damaged that is said, though all rows may be there. */
function describe(copy: Database.Database, copying: Copying, lacking: readonly string[] | null): BackupNote {
  if (!hasTable(copy, 'meta')) {
    throw new StartFailure({ kind: 'unavailable', what: 'database-damaged' }, 'nothing of the database can be read');
  }
  copy.pragma('synchronous = extra');
  const isKnown = copy.pragma('user_version', { simple: true }) === copying.schema;
  const { damagedRows: rows } = isKnown ? checkRows(copy) : { damagedRows: 0 };
  const damage: BackupDamage | null = rows === 0 && lacking === null ? null : { rows, tables: [...(lacking ?? [])] };
  const { kind, madeAt } = copying;
  return writeNote(copy, { kind, madeAt, damage });
}
