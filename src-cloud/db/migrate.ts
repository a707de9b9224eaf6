/** Brings a database to this program's tables: numbered SQL files, each in one transaction with its number. */
import { readdir, readFile } from 'node:fs/promises';
import type { Sql } from './database.ts';

/** The database was made by a newer program. */
export class DatabaseFromFuture extends Error {
  override readonly name = 'DatabaseFromFuture';
}

type Migration = { readonly version: number; readonly file: URL };

export const migrationsFolder = new URL('../../migrations/cloud/', import.meta.url);
// Any number that nothing else on the same database locks.
const lockKey = 7_205_831;

/** Applies what is missing. Servers that start together wait for each other. */
export async function migrate(sql: Pick<Sql, 'query'>): Promise<void> {
  const migrations = await listMigrations();
  await sql.query('select pg_advisory_lock($1)', [lockKey]);
  try {
    await sql.query(
      'create table if not exists migration (version integer primary key, applied_at timestamptz not null)',
    );
    const [row] = await sql.query<{ version: number }>('select coalesce(max(version), 0) as version from migration');
    const present = row?.version ?? 0;
    if (present > migrations.length) {
      throw new DatabaseFromFuture(`database version ${present} needs a newer program than ${migrations.length}`);
    }
    for (const migration of migrations.slice(present)) await apply(sql, migration);
  } finally {
    await sql.query('select pg_advisory_unlock($1)', [lockKey]);
  }
}

async function listMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql')).sort();
  return names.map((name, index) => {
    const version = Number(name.slice(0, 4));
    if (version !== index + 1) throw new Error(`migration ${name} breaks the row of numbers`);
    return { version, file: new URL(name, migrationsFolder) };
  });
}

async function apply(sql: Pick<Sql, 'query'>, migration: Migration): Promise<void> {
  const text = await readFile(migration.file, 'utf8');
  await sql.query('begin');
  try {
    await sql.query('insert into migration values ($1, current_timestamp)', [migration.version]);
    await sql.query(text);
    await sql.query('commit');
  } catch (error) {
    await sql.query('rollback');
    throw error;
  }
}
