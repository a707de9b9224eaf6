// The number of a database's schema as it stands among its rows: what the head of a damaged file says is corrected by it.

import type Database from 'better-sqlite3';
import { readFact } from './backup-note.ts';
import { goOnAfterDamage } from './damage.ts';

export const schemaFact = 'schema';

const noted = /^[1-9]\d{0,5}$/;

/** The number that was noted; undefined in a database that has none yet, and where it cannot be read. */
export function notedSchema(connection: Database.Database): number | undefined {
  const text = readFact(connection, schemaFact);
  return text !== undefined && noted.test(text) ? Number(text) : undefined;
}

export const writeFact = (connection: Database.Database, name: string, value: string): void =>
  void connection.prepare('insert or replace into meta (name, value) values (?, ?)').run(name, value);

/** Puts the noted number into the head of the file, where it can be read. */
export function correctSchema(connection: Database.Database): void {
  try {
    const number = notedSchema(connection);
    if (number !== undefined) connection.pragma(`user_version = ${number}`);
  } catch (error) {
    goOnAfterDamage(error);
  }
}
