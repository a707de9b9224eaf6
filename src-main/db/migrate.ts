// Brings a database to the newest schema: one transaction a file, with its number in it, after a backup.

import fs from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { copyDatabase } from './backup/copy-database.ts';
import { notedSchema, schemaFact, writeFact } from './backup/schema-fact.ts';
import { hasTable } from './backup/tables.ts';
import type { DriverOptions } from './driver.ts';
import { DatabaseFromFuture, StartFailure } from './start-failure.ts';

export type Migration = { readonly number: number; readonly name: string; readonly sql: string };

export type MigrateOptions = DriverOptions & {
  readonly migrationsDir: string;
  readonly backupDir: string;
  readonly now: number;
};

/** Runs what is missing; answers how many files ran. A newer database is refused by name. */
export async function migrate(connection: Database.Database, options: MigrateOptions): Promise<number> {
  const migrations = readMigrations(options.migrationsDir);
  const version = schemaOf(connection);
  refuseGarbled(connection, version);
  if (version > migrations.length) throw new DatabaseFromFuture(minReader(connection));
  const missing = migrations.slice(version);
  if (version > 0 && missing.length > 0) await backUp(connection, version, options);
  for (const migration of missing) runMigration(connection, migration);
  if (notedSchema(connection) === undefined) noteSchema(connection, migrations.length);
  return missing.length;
}

/** The migrations of a folder in order: four digits, no gap, no twin, no transaction of their own. */
export function readMigrations(folder: string): readonly Migration[] {
  const names = fs.readdirSync(folder).toSorted();
  return names.map((name, index) => {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
    if (number !== index + 1) throw new Error(`migration ${name} is not number ${index + 1}`);
    const sql = fs.readFileSync(path.join(folder, name), 'utf8');
    if (/^\s*(begin|commit|end|rollback|pragma)\b/im.test(sql))
      throw new Error(`${name} holds a transaction or pragma`);
    return { number, name, sql };
  });
}

function runMigration(connection: Database.Database, migration: Migration): void {
  const run = connection.transaction(() => {
    connection.exec(migration.sql);
    connection.pragma(`user_version = ${migration.number}`);
    noteSchema(connection, migration.number);
  });
  run.immediate();
}

/** The number stands in the head of the file, where nothing else tells that it was damaged: a wrong one would begin old updates anew. */
function refuseGarbled(connection: Database.Database, version: number): void {
  const noted = notedSchema(connection);
  const isGarbled = noted === undefined ? version === 0 && hasTable(connection, 'meta') : noted !== version;
  if (!isGarbled) return;
  throw new StartFailure({ kind: 'unavailable', what: 'database-damaged' }, `the schema is said to be ${version}`);
}

function noteSchema(connection: Database.Database, number: number): void {
  if (hasTable(connection, 'meta')) writeFact(connection, schemaFact, String(number));
}

/** The number of the migration that a database stands at. */
export const schemaOf = (connection: Database.Database): number =>
  Number(connection.pragma('user_version', { simple: true }));

function minReader(connection: Database.Database): string {
  const hasMeta = connection.prepare("select 1 from sqlite_master where type = 'table' and name = 'meta'").get();
  const found = hasMeta && connection.prepare("select value from meta where name = 'min_reader'").pluck().get();
  return typeof found === 'string' ? found : 'newer';
}

/** What was there before an update can be put back. */
async function backUp(connection: Database.Database, version: number, options: MigrateOptions): Promise<void> {
  const name = `before-${String(version + 1).padStart(4, '0')}.db`;
  const { backupDir, now, nativeBinding } = options;
  const { damage } = await copyDatabase(connection, {
    ...(nativeBinding !== undefined && { nativeBinding }),
    ...{ target: path.join(backupDir, name), kind: 'update', madeAt: now, schema: null },
  });
  if (damage === null) return;
  const failure = { kind: 'unavailable', what: 'database-damaged' } as const;
  throw new StartFailure(failure, `damaged before an update: ${damage.tables.join(', ') || 'pages'}`);
}
