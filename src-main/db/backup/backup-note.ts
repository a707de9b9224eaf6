// What a backup says of itself: it stands in the copy, so that no list beside it can be lost or be wrong.

import type Database from 'better-sqlite3';
import { type BackupDamage, type BackupNote, parseBackupNote } from '../../../src-shared/domain/upkeep/backup-note.ts';
import type { BackupKind } from '../../../src-shared/domain/upkeep/backups.ts';
import { hasTable } from './tables.ts';

/** What says that a database is a backup, or was one until a moment ago. */
const name = 'backup';

/** What a database says of how far it is. */
export const markOf = (connection: Database.Database): string =>
  ['edit-counter', 'cursor', 'epoch'].map((fact) => readFact(connection, fact) ?? '').join('/');

type Making = { readonly kind: BackupKind; readonly madeAt: number; readonly damage: BackupDamage | null };

/** Writes into a copy what it is. */
export function writeNote(copy: Database.Database, making: Making): BackupNote {
  const count = (table: string): number =>
    hasTable(copy, table) ? Number(copy.prepare(`select count(*) from ${table}`).pluck().get()) : 0;
  const note: BackupNote = {
    ...making,
    device: readFact(copy, 'device') ?? '',
    schema: Number(copy.pragma('user_version', { simple: true })),
    workfiles: count('workfile_head'),
    unsent: count('outbox'),
    mark: markOf(copy),
  };
  copy.prepare('insert or replace into meta (name, value) values (?, ?)').run(name, JSON.stringify(note));
  return note;
}

/** What a copy says of itself; undefined for a database that is no backup. */
export function readNote(copy: Database.Database): BackupNote | undefined {
  const text = readFact(copy, name);
  return text === undefined ? undefined : parseBackupNote(text);
}

/** It is no backup any more: it is in use. */
export const removeNote = (copy: Database.Database): void =>
  void copy.prepare('delete from meta where name = ?').run(name);

/** A fact that the database keeps under a name. */
export function readFact(connection: Database.Database, fact: string): string | undefined {
  if (!hasTable(connection, 'meta')) return undefined;
  const value = connection.prepare('select value from meta where name = ?').pluck().get(fact);
  return typeof value === 'string' ? value : undefined;
}
