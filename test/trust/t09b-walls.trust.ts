/** T09b: the walls between shops in the database itself: every table, every command, every way a connection is reused. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sql } from '../../src-cloud/db/database.ts';
import { inShop } from '../../src-cloud/db/tenant.ts';
import type { ShopId } from '../../src-shared/base/ids.ts';
import { startTestCloud, type TestCloud } from '../support/cloud.ts';
import { openPc, type Pc } from '../support/cloud-pc.ts';
import { name, newSheet } from '../support/cloud-records.ts';
import { writtenColumns } from '../support/cloud-schema.ts';
import { ownPostgres } from './own-postgres.ts';
import { suiteOf } from './trust-run.ts';
import { asOwner, contentOf, globalTables, rowOf, tablesOf, tenantColumn, walledTables } from './walled-rows.ts';

const suite = suiteOf('T09b', { few: 150, byName: 5_000 });

type Tenant = { readonly shop: ShopId; readonly canary: string; readonly pc: Pc; readonly replay: string };

/** A shop with rows in every table that pushing fills. */
async function openTenant(cloud: TestCloud, canary: string): Promise<Tenant> {
  const shop = await cloud.openShop(canary);
  const who = await shop.hire('estimator');
  const [pc, second] = [await openPc(cloud.url, who), await openPc(cloud.url, who)];
  const sheet = newSheet(pc, { text: { description: canary } });
  const base = sheet.edits[1]?.[0] ?? null;
  const replay = pc.seal([...sheet.edits, pc.edit('contact', sheet.contact, 'name', name(canary), base)]);
  await pc.pushBody(replay);
  await second.push(
    second.edit('contact', sheet.contact, 'name', name(`${canary} too`), base),
    second.edit('contact', sheet.contact, 'number', { of: canary }, base),
  );
  return { shop: shop.id, canary, pc, replay };
}

const places = [
  { where: 'embedded', isServer: false },
  { where: 'PostgreSQL', isServer: true },
] as const;

describe.each(places)('walls on $where', ({ isServer }) => {
  let cloud: TestCloud;
  let a: Tenant;
  let b: Tenant;
  let tables: readonly string[];
  const rows = new Map<string, string>();
  const columns = new Map<string, string>();
  let close = async (): Promise<void> => undefined;
  beforeAll(async () => {
    const server = isServer ? await ownPostgres() : undefined;
    const database = await server?.fresh();
    cloud = await startTestCloud(database === undefined ? {} : { database });
    close = async () => {
      await cloud.close();
      await server?.close();
    };
    a = await openTenant(cloud, 'Canary of A');
    b = await openTenant(cloud, 'Canary of B');
    await asOwner(cloud.database, async (sql) => {
      tables = await walledTables(sql);
      for (const table of tables) {
        columns.set(table, (await writtenColumns(sql, table)).join(', '));
        for (const { shop } of [a, b]) rows.set(`${table} ${shop}`, await rowOf(sql, table, shop));
      }
    });
  });
  afterAll(() => close());

  const actors = [
    ['no tenant', () => null],
    ['A', () => a],
    ['B', () => b],
  ] as const;

  /** Runs a statement as the server does; answers its rows, or the SQLSTATE that refused it. */
  const as = async (tenant: Tenant | null, text: string, values: readonly unknown[] = []): Promise<unknown> => {
    const work = (sql: Sql) => sql.query(text, values);
    const running = tenant === null ? cloud.database.lend(work) : inShop(cloud.database, tenant.shop, work);
    return running.catch((error: { code?: string }) => error.code);
  };
  const content = (table: string) => asOwner(cloud.database, (sql) => contentOf(sql, table));
  const denied = '42501';

  test('every table is behind the walls, or named as nobody’s in particular', async () => {
    for (const table of await asOwner(cloud.database, tablesOf)) {
      if (table.isWalled) expect.soft(table, table.name).toMatchObject({ enabled: true, forced: true });
      else expect.soft(globalTables[table.name], `${table.name} belongs to no shop`).toBeDefined();
      expect.soft(table.owner, table.name).not.toBe('app_user');
    }
    expect(tables.length).toBeGreaterThan(6);
  });

  test('every walled table has a policy for all commands that checks what is written as well as what is read', async () => {
    type Policy = { table: string; command: string; using: string | null; check: string | null };
    const policies = await asOwner(cloud.database, (sql) =>
      sql.query<Policy>(`select tablename as "table", cmd as command, qual as "using", with_check as "check"
        from pg_policies where schemaname = 'public' and policyname = 'tenant'`),
    );
    for (const table of (await asOwner(cloud.database, tablesOf)).filter(({ isWalled }) => isWalled)) {
      const column = tenantColumn(table.name);
      const wall = `(${column} = (NULLIF(current_setting('app.shop'::text, true), ''::text))::uuid)`;
      expect
        .soft(policies.filter((one) => one.table === table.name))
        .toEqual([{ table: table.name, command: 'ALL', using: wall, check: wall }]);
    }
  });

  test('the server’s role is nobody special and owns no way around', async () => {
    const [role] = await cloud.database.lend((sql) =>
      sql.query(`select current_user as who, rolsuper, rolbypassrls, rolcreaterole, current_setting('row_security') as walls
        from pg_roles where rolname = current_user`),
    );
    expect(role).toEqual({ who: 'app_user', rolsuper: false, rolbypassrls: false, rolcreaterole: false, walls: 'on' });
    const grants = await asOwner(cloud.database, (sql) =>
      sql.query<{ what: string }>(`select privilege_type as what from information_schema.role_table_grants
        where grantee in ('app_user', 'PUBLIC') and table_schema = 'public'`),
    );
    const granted = new Set(grants.map(({ what }) => what));
    expect([...granted].filter((what) => !['SELECT', 'INSERT', 'UPDATE', 'DELETE'].includes(what))).toEqual([]);
  });

  describe.each(actors)('%s', (_, actor) => {
    test('sees the own rows of every table and no others', async () => {
      for (const table of tables) {
        const seen = (await as(actor(), `select ${tenantColumn(table)} as whose from ${table}`)) as { whose: string }[];
        expect
          .soft(new Set(seen.map(({ whose }) => whose)), table)
          .toEqual(new Set(actor() === null ? [] : [actor()?.shop]));
      }
    });

    test('can neither add, change, move nor delete a row of anybody else in any table', async () => {
      for (const table of tables) {
        const column = tenantColumn(table);
        const others = [a, b].filter((tenant) => tenant !== actor());
        const before = await content(table);
        for (const { shop } of others) {
          const names = columns.get(table) ?? '';
          const from = `jsonb_populate_record(null::public.${table}, $1::jsonb)`;
          const add = `insert into ${table} (${names}) select ${names} from ${from}`;
          expect.soft(await as(actor(), add, [rows.get(`${table} ${shop}`)]), `insert into ${table}`).toBe(denied);
          const change = await as(
            actor(),
            `update ${table} set ${column} = ${column} where ${column} = $1 returning 1`,
            [shop],
          );
          expect.soft([[], denied], `update ${table}`).toContainEqual(change);
          const remove = await as(actor(), `delete from ${table} where ${column} = $1 returning 1`, [shop]);
          expect.soft([[], denied], `delete from ${table}`).toContainEqual(remove);
          const move = await as(actor(), `update ${table} set ${column} = $1 returning 1`, [shop]);
          expect.soft(actor() === null ? [[], denied] : [denied], `move in ${table}`).toContainEqual(move);
        }
        expect.soft(await content(table), table).toBe(before);
      }
    });
  });

  /** What a connection that nobody set up sees, on as many connections as the pool has. */
  const afterwards = async (): Promise<readonly unknown[]> =>
    Promise.all(
      Array.from({ length: 20 }, () =>
        as(
          null,
          `select coalesce(current_setting('app.shop', true), '') || coalesce(current_setting('app.person', true), '') as set,
             current_user as role, (select count(*)::int from log) + (select count(*)::int from shop) as rows`,
        ),
      ),
    );
  const clean = Array.from({ length: 20 }, () => [{ set: '', role: 'app_user', rows: 0 }]);
  const inA = (work: (sql: Sql) => Promise<unknown>) => inShop(cloud.database, a.shop, work).catch(() => undefined);
  const onAll = (work: (sql: Sql) => Promise<unknown>) => Promise.all(Array.from({ length: 12 }, () => inA(work)));

  const always: typeof serverOnly = [
    ['was committed', (sql: Sql) => sql.query('select count(*) from log')],
    ['failed in the database', (sql: Sql) => sql.query('select 1/0')],
    [
      'was refused by a wall',
      (sql: Sql) =>
        sql.query(
          'insert into shop (id, name, time_zone, epoch) select gen_random_uuid(), name, time_zone, epoch from shop',
        ),
    ],
    [
      'was given up by its program',
      (sql: Sql) => sql.query('select 1 from log').then(() => Promise.reject(new Error('given up'))),
    ],
  ];

  const serverOnly: readonly (readonly [string, (sql: Sql) => Promise<unknown>])[] = [
    [
      'took too long',
      (sql) => sql.query(`set local statement_timeout = '20ms'`).then(() => sql.query('select pg_sleep(3)')),
    ],
    [
      'fell asleep',
      (sql) =>
        sql
          .query(`set local idle_in_transaction_session_timeout = '20ms'`)
          .then(() => pause(150))
          .then(() => sql.query('select 1')),
    ],
    ['lost its connection', (sql) => sql.query('select pg_terminate_backend(pg_backend_pid())')],
  ];
  test.each([...always, ...(isServer ? serverOnly : [])])(
    'a connection whose last work %s remembers no shop',
    async (_, work) => {
      await onAll(work);
      expect(await afterwards()).toEqual(clean);
    },
  );

  test(`${suite.count} interleaved requests of both shops and of nobody never mix`, async () => {
    const leaks: string[] = [];
    const ask = async (n: number): Promise<void> => {
      const [own, other] = n % 2 === 0 ? [a, b] : [b, a];
      const kind = n % 7;
      if (kind === 0) {
        if (JSON.stringify(await as(null, 'select value from log')) !== '[]') leaks.push(`nobody saw rows at ${n}`);
        return;
      }
      if (kind === 1) await inA((sql) => sql.query('select 1/0'));
      const answer = kind < 3 ? await own.pc.post('/sync/push', own.replay) : await own.pc.pullReply({ limit: 20 });
      if (answer.status !== 200) leaks.push(`status ${answer.status} at ${n}`);
      if (answer.text.includes(other.canary)) leaks.push(`the other shop showed at ${n}`);
      if (kind >= 3 && !answer.text.includes(own.canary)) leaks.push(`the own shop did not show at ${n}`);
    };
    const numbers = Array.from({ length: suite.count }, (_, n) => suite.seed + n).values();
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (const n of numbers) await ask(n);
      }),
    );
    suite.add('requests', suite.count);
    suite.add('leaks', leaks.length);
    expect(leaks).toEqual([]);
  });
});
