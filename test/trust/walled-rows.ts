/** Every table behind a shop's walls, with rows of both shops in it, so that a leak could be seen. */
import type { Database, Sql } from '../../src-cloud/db/database.ts';
import type { ShopId } from '../../src-shared/base/ids.ts';

/** Tables that belong to no shop, and why. Whoever adds a table puts it behind the walls or names it here. */
export const globalTables: Readonly<Record<string, string>> = {
  person: 'one login may belong to several shops',
  session: 'of a person',
  credential: 'of a person',
  verification: 'of a person',
  sign_in_attempt: 'counted before anybody is known',
  migration: 'the schema itself',
};

export type Table = {
  readonly name: string;
  readonly isWalled: boolean;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly owner: string;
};

/** Every table, partitions included. */
export const tablesOf = (sql: Sql): Promise<readonly Table[]> =>
  sql.query<Table>(`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, r.rolname as owner,
      c.relname = 'shop' or exists (
        select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'shop_id' and not a.attisdropped) as "isWalled"
    from pg_class c join pg_roles r on r.oid = c.relowner
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`);

/** The walled tables themselves, without their partitions. */
export const walledTables = async (sql: Sql): Promise<readonly string[]> =>
  (
    await sql.query<{ name: string }>(`
      select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and (a.attname = 'shop_id' or c.relname = 'shop') order by 1`)
  ).map(({ name }) => name);

/** The column that says whose row it is. */
export const tenantColumn = (table: string): string => (table === 'shop' ? 'id' : 'shop_id');

/** Runs work as the owner of everything, whom no policy stops. */
export const asOwner = <T>(database: Database, work: (sql: Sql) => Promise<T>): Promise<T> =>
  database.lend(async (sql) => {
    await sql.query('begin');
    try {
      await sql.query('set local role none');
      const answer = await work(sql);
      await sql.query('commit');
      return answer;
    } catch (error) {
      await sql.query('rollback');
      throw error;
    }
  });

/** One row of a shop as JSON; made up where the shop has none yet. */
export async function rowOf(sql: Sql, table: string, shop: ShopId): Promise<string> {
  const read = `select to_jsonb(t) as row from ${table} t where ${tenantColumn(table)} = $1 limit 1`;
  const [found] = await sql.query<{ row: object }>(read, [shop]);
  if (found !== undefined) return JSON.stringify(found.row);
  await makeUpRow(sql, table, shop);
  return rowOf(sql, table, shop);
}

type Column = { readonly name: string; readonly type: string; readonly optional: boolean };

const madeUp: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `'made up'`,
  bigint: '1',
  integer: '1',
  boolean: 'false',
  jsonb: `'{}'`,
  bytea: `'\\x00'`,
  'timestamp with time zone': 'now()',
};

async function makeUpRow(sql: Sql, table: string, shop: ShopId): Promise<void> {
  const columns = await sql.query<Column>(
    `select column_name as name, data_type as type, is_nullable = 'YES' or column_default is not null as optional
     from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table],
  );
  const needed = columns.filter(({ name, optional }) => !optional && name !== 'shop_id');
  const values = needed.map(({ name, type }) => {
    const value = madeUp[type];
    if (value === undefined) throw new Error(`no made-up value for ${table}.${name}, a ${type}`);
    return value;
  });
  // Neither what a value may be nor the rows of other tables that it refers to are the point here.
  const checks = await sql.query<{ name: string }>(
    `select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [table],
  );
  for (const check of checks) await sql.query(`alter table ${table} drop constraint ${check.name}`);
  await sql.query('set local session_replication_role = replica');
  await sql.query(
    `insert into ${table} (${['shop_id', ...needed.map(({ name }) => name)].join(', ')})
     values (${['$1', ...values].join(', ')})`,
    [shop],
  );
  await sql.query('set local session_replication_role = origin');
}

/** What a table holds of each shop, as one text. */
export async function contentOf(sql: Sql, table: string): Promise<string> {
  const [row] = await sql.query<{ content: string }>(
    `select coalesce(md5(string_agg(t::text, ',' order by t::text)), '') || ' ' || count(*) as content from ${table} t`,
  );
  return row?.content ?? '';
}
