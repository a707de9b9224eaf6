/** The cloud's tables: what the migrations make is what the committed dump says, and migrating is safe to repeat. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src-cloud/db/database.ts';
import { DatabaseFromFuture, migrate } from '../../../src-cloud/db/migrate.ts';
import { freshDatabase, onServer, type TestDatabase } from '../../support/cloud-database.ts';
import { describeSchema } from '../../support/cloud-schema.ts';
import { schemaFile } from '../../support/dump-cloud-schema.ts';

let fresh: TestDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase(fresh.place);
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const asOwner = <T>(work: Parameters<Database['lend']>[0]): Promise<T> =>
  database.lend(async (sql) => {
    await sql.query('reset role');
    try {
      return (await work(sql)) as T;
    } finally {
      await sql.query('set role app_user');
    }
  });

test('a fresh database is what the committed dump says', async () => {
  expect(await database.lend(describeSchema)).toBe(readFileSync(schemaFile, 'utf8'));
});

test('migrating a second time changes nothing', async () => {
  const before = await asOwner((sql) => sql.query('select * from migration'));
  await asOwner(migrate);
  expect(await asOwner((sql) => sql.query('select * from migration'))).toEqual(before);
});

test('every table with a shop_id carries it first in its key, is walled and forced, with a check on writing', async () => {
  const tables = await database.lend((sql) =>
    sql.query<{ name: string; walled: boolean; forced: boolean; first: string; checked: boolean }>(`
      select c.relname as name, c.relrowsecurity as walled, c.relforcerowsecurity as forced,
        (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisprimary) as first,
        exists (select 1 from pg_policies p where p.tablename = c.relname and p.cmd = 'ALL'
          and p.qual is not null and p.with_check is not null) as checked
      from pg_class c join pg_attribute s on s.attrelid = c.oid and s.attname = 'shop_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`),
  );
  expect(tables.length).toBeGreaterThan(6);
  for (const table of tables) {
    expect(table).toEqual({ name: table.name, walled: true, forced: true, first: 'shop_id', checked: true });
  }
});

test('the role the server works as owns nothing and passes no wall', async () => {
  const [role] = await database.lend((sql) =>
    sql.query<{ owns: number; bypasses: boolean; supers: boolean; works: string }>(`
      select (select count(*)::int from pg_class where relowner = r.oid) as owns, r.rolbypassrls as bypasses,
        r.rolsuper as supers, current_user as works
      from pg_roles r where r.rolname = 'app_user'`),
  );
  expect(role).toEqual({ owns: 0, bypasses: false, supers: false, works: 'app_user' });
});

test('a database of a newer program is refused by name', async () => {
  await asOwner((sql) => sql.query('insert into migration values (9999, now())'));
  await expect(asOwner(migrate)).rejects.toThrow(DatabaseFromFuture);
  await asOwner((sql) => sql.query('delete from migration where version = 9999'));
});

test.runIf(onServer)('two servers that start together on an empty database both start', async () => {
  const empty = await freshDatabase();
  const opened = await Promise.all([openDatabase(empty.place), openDatabase(empty.place)]);
  for (const one of opened) {
    expect(await one.lend((sql) => sql.query('select current_user as works'))).toEqual([{ works: 'app_user' }]);
    await one.close();
  }
  await empty.drop();
});
