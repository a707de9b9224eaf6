// Copies a database while it is in use: by SQLite's own means, read again before it counts, and on the disk before it has its name.

import fs from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import type { BackupNote } from '../../../src-shared/domain/upkeep/backup-note.ts';
import type { BackupKind } from '../../../src-shared/domain/upkeep/backups.ts';
import { type DriverOptions, openConnection } from '../driver.ts';
import { StartFailure } from '../start-failure.ts';
import { writeNote } from './backup-note.ts';
import { checkRows } from './check-database.ts';
import { flushFile, flushFolder } from './flush.ts';

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

/** Makes a backup under its name, whole, or leaves none. */
export async function copyDatabase(source: Database.Database, copying: Copying): Promise<BackupNote> {
  const { target, moved = () => undefined } = copying;
  const unfinished = `${target}.new`;
  fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  fs.rmSync(unfinished, { force: true });
  try {
    await source.backup(unfinished, {
      progress({ totalPages, remainingPages }) {
        moved(totalPages === 0 ? 0 : (totalPages - remainingPages) / totalPages);
        return pages;
      },
    });
    const note = finish(unfinished, copying);
    flushFile(unfinished);
    fs.renameSync(unfinished, target);
    flushFolder(path.dirname(target));
    return note;
  } catch (error) {
    // On a full disk a piece of a copy would take the last of it.
    for (const end of ['', '-journal']) fs.rmSync(`${unfinished}${end}`, { force: true });
    throw error;
  }
}

/** Opens the copy, reads all of it, and writes into it what it is. */
function finish(file: string, { kind, madeAt, schema, ...options }: Copying): BackupNote {
  const copy = openConnection(file, options);
  try {
    // A copy that is one file: no log beside it can be lost or left behind.
    copy.pragma('journal_mode = delete');
    copy.pragma('synchronous = extra');
    const verdict = String(copy.pragma('quick_check(1)', { simple: true }));
    if (verdict !== 'ok') throw damaged(verdict);
    const isKnown = copy.pragma('user_version', { simple: true }) === schema;
    const rows = isKnown ? checkRows(copy) : undefined;
    if (rows !== undefined && rows.faults.length > 0) throw damaged(rows.faults.join('; '));
    return writeNote(copy, kind, madeAt);
  } finally {
    copy.close();
  }
}

const damaged = (detail: string): StartFailure =>
  new StartFailure({ kind: 'unavailable', what: 'database-damaged' }, `backup is damaged: ${detail.slice(0, 200)}`);
