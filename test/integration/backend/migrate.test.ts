/** Migrations move a database forward, one whole file at a time, and never without a copy of what was. */
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readIdentity } from '../../../src-main/db/identity.ts';
import { readMigrations } from '../../../src-main/db/migrate.ts';
import { DatabaseFromFuture } from '../../../src-main/db/start-failure.ts';
import { freshFolder, migrationsDir, openTrialStore } from '../../support/store.ts';

/** How many there are, and the name of the next one. */
const count = readMigrations(migrationsDir).length;
const next = (name: string, ahead = 1) => `${String(count + ahead).padStart(4, '0')}_${name}.sql`;
const backup = `before-${String(count + 1).padStart(4, '0')}.db`;

const place = { folder: '', migrations: '', remove: () => {} };

beforeEach(() => {
  const { folder, remove } = freshFolder('migrate');
  const migrations = path.join(folder, 'migrations');
  fs.cpSync(migrationsDir, migrations, { recursive: true });
  Object.assign(place, { folder: path.join(folder, 'data'), migrations, remove });
});
afterEach(() => place.remove());

const open = () => openTrialStore({ folder: place.folder, migrationsDir: place.migrations });
const add = (name: string, sql: string) => fs.writeFileSync(path.join(place.migrations, name), sql);
const file = () => path.join(place.folder, 'shopfile.db');
const backups = () => path.join(place.folder, 'backups');

async function openAndClose() {
  const store = await open();
  const identity = readIdentity(store);
  store.close();
  return identity;
}

test('a database of an older version keeps its rows and gets the newer schema', async () => {
  const identity = await openAndClose();
  add(next('more'), 'create table more (id integer primary key not null) strict;');
  const store = await open();
  expect(readIdentity(store)).toEqual(identity);
  expect(store.connection.pragma('user_version', { simple: true })).toBe(count + 1);
  expect(store.connection.prepare('select count(*) from more').pluck().get()).toBe(0);
  store.close();
});

test('what was there before a migration is backed up and can be read', async () => {
  const identity = await openAndClose();
  expect(fs.existsSync(backups())).toBe(false);
  add(next('more'), 'create table more (id integer primary key not null) strict;');
  await openAndClose();
  const copy = new Database(path.join(backups(), backup), { readonly: true });
  expect(copy.pragma('user_version', { simple: true })).toBe(count);
  expect(copy.prepare("select value from meta where name = 'device'").pluck().get()).toBe(identity.device);
  copy.close();
  expect(fs.readdirSync(backups())).toEqual([backup]);
});

test('a broken migration leaves no trace, and the files before it stand', async () => {
  await openAndClose();
  add(next('more'), 'create table more (id integer primary key not null) strict;');
  add(next('broken', 2), 'create table half (id integer primary key not null) strict; insert into nowhere values (1);');
  await expect(open()).rejects.toThrow('nowhere');
  const look = new Database(file(), { readonly: true });
  expect(look.pragma('user_version', { simple: true })).toBe(count + 1);
  expect(look.prepare("select name from sqlite_master where name in ('more', 'half')").pluck().all()).toEqual(['more']);
  look.close();
  fs.rmSync(path.join(place.migrations, next('broken', 2)));
  await openAndClose();
});

test('a database of a newer version is refused by the version it needs, and is left alone', async () => {
  await openAndClose();
  add(next('more'), "update meta set value = '2.5.0' where name = 'min_reader';");
  await openAndClose();
  fs.rmSync(path.join(place.migrations, next('more')));
  const before = fs.readFileSync(file());
  const refused = await open().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DatabaseFromFuture);
  expect(refused).toMatchObject({ failure: { kind: 'outdated', need: '2.5.0' } });
  expect(fs.readFileSync(file()).equals(before)).toBe(true);
});

test.each([
  ['a gap', next('later', 2), 'select 1;'],
  ['a twin', '0001_again.sql', 'select 1;'],
  ['a name without a number', 'more.sql', 'select 1;'],
  ['a transaction of its own', next('more'), 'begin; select 1; commit;'],
  ['a pragma', next('more'), 'select 1;\nPRAGMA user_version = 9;'],
])('%s in the migrations is refused', (_, name, sql) => {
  expect(readMigrations(place.migrations)).toHaveLength(count);
  add(name, sql);
  expect(() => readMigrations(place.migrations)).toThrow();
});
