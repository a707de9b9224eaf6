/** A fresh, migrated cloud database for each test file: embedded in memory, or on the PostgreSQL of TEST_DATABASE_URL. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import type { Place } from '../../src-cloud/db/database.ts';
import { migrate, migrationsFolder } from '../../src-cloud/db/migrate.ts';

export type TestDatabase = { readonly place: Place; readonly drop: () => Promise<void> };

/** Whether the tests run on a real PostgreSQL server. */
export const serverUrl = process.env.TEST_DATABASE_URL ?? 'pglite://memory';
export const onServer = !serverUrl.startsWith('pglite:');

export const freshDatabase = (): Promise<TestDatabase> => (onServer ? freshOnServer() : freshInMemory());

async function freshOnServer(): Promise<TestDatabase> {
  const name = `cloud_${randomBytes(6).toString('hex')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await onServerItself(`create database ${name}`);
  const drop = () => onServerItself(`drop database ${name} with (force)`);
  return { place: { kind: 'postgres', url: url.href }, drop };
}

async function onServerItself(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function freshInMemory(): Promise<TestDatabase> {
  const content = await migratedDump();
  return { place: { kind: 'memory', content }, drop: async () => undefined };
}

/** Making an embedded database takes seconds, loading its dump a fraction: one dump for every set of migrations. */
async function migratedDump(): Promise<Blob> {
  const folder = path.resolve(import.meta.dirname, '../../node_modules/.cache/shopfile-test');
  const file = path.join(folder, `cloud-${await digestOfMigrations()}.tar`);
  const found = await readFile(file).catch(() => undefined);
  if (found !== undefined) return new Blob([found]);
  const made = Buffer.from(await (await makeDump()).arrayBuffer());
  await mkdir(folder, { recursive: true });
  const whole = `${file}.${process.pid}`;
  await writeFile(whole, made);
  await rename(whole, file);
  return new Blob([made]);
}

async function digestOfMigrations(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(migrationsFolder)).sort()) {
    hash.update(name).update(await readFile(new URL(name, migrationsFolder)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function makeDump(): Promise<Blob> {
  const lite = new PGlite();
  const client = new pg.Client(createPgConfig(lite));
  await client.connect();
  await migrate({ query: async (text, values) => (await client.query(text, values && [...values])).rows });
  const dump = await lite.dumpDataDir('none');
  await lite.close();
  return dump;
}
