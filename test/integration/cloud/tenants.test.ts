/** Two shops in one database: neither sees, changes or learns of the other's rows, by SQL or over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sql } from '../../../src-cloud/db/database.ts';
import { inShop } from '../../../src-cloud/db/tenant.ts';
import type { ShopId } from '../../../src-shared/base/ids.ts';
import { freshId, startTestCloud, type TestCloud, type TestShop } from '../../support/cloud.ts';
import { openPc, type Pc } from '../../support/cloud-pc.ts';
import { name, newSheet, type Sheet } from '../../support/cloud-records.ts';
import { writtenColumns } from '../../support/cloud-schema.ts';

let cloud: TestCloud;
const shops: TestShop[] = [];
const pcs: Pc[] = [];
const sheets: Sheet[] = [];
beforeAll(async () => {
  cloud = await startTestCloud();
  for (const canary of ['Canary of A', 'Canary of B']) {
    const shop = await cloud.openShop(canary);
    const who = await shop.hire('estimator');
    const [pc, second] = [await openPc(cloud.url, who), await openPc(cloud.url, who)];
    const sheet = newSheet(pc, { text: { description: canary } });
    const base = sheet.edits[1]?.[0] ?? null;
    await pc.push(...sheet.edits, pc.edit('contact', sheet.contact, 'name', name(canary), base));
    await second.push(
      second.edit('contact', sheet.contact, 'name', name(`${canary} in conflict`), base),
      second.edit('contact', sheet.contact, 'number', { of: canary }, base),
    );
    await fillUnused(shop.id, pc.identity.device, pc.user.userId);
    shops.push(shop);
    pcs.push(pc);
    sheets.push(sheet);
  }
});
afterAll(() => cloud.close());

/** Rows of tables that no request has filled yet. */
const fillUnused = (shop: ShopId, device: string, person: string): Promise<void> =>
  inShop(cloud.database, shop, async (sql) => {
    const id = freshId();
    await sql.query(
      `insert into command (shop_id, id, name, hash, params, edits, state, device_id, person_id)
       values ($1, $2, 'lock-estimate', '', '{}', '[]', 'pending', $3, $4)`,
      [shop, id, device, person],
    );
    await sql.query(
      `insert into number_block (shop_id, series, first, last, device_id, command_id, epoch)
       values ($1, 'ro', 1, 9, $3, $2, '')`,
      [shop, id, device],
    );
    await sql.query(
      `insert into bundle (shop_id, workfile_id, seq, header, hash, dictionary, bytes)
       values ($1, $2, 1, '{}', '', 0, '')`,
      [shop, id],
    );
    await sql.query(
      `insert into photo (shop_id, sha256, part, bytes, type, device_id, person_id)
       values ($1, repeat('a', 64), 'full', 9, 'jpeg', $2, $3)`,
      [shop, device, person],
    );
    await sql.query(
      `insert into dms_connection (shop_id, is_on, setup, secrets, person_id)
       values ($1, false, '{}', '', $2)`,
      [shop, person],
    );
    await sql.query(
      `insert into dms_export (shop_id, kind, subject, round, workfile_id, reference, request, request_hash, state,
         fence, partner, epoch, sent, device_id, person_id, asked_by)
       values ($1, 'payment', $2, 1, $2, '', '{}', '', '{}', 0, '', '', '[]', $3, $4, '')`,
      [shop, id, device, person],
    );
    await sql.query(
      `insert into dms_export_history (shop_id, kind, subject, round, state, fence, request, note, person_id)
       values ($1, 'payment', $2, 1, '{}', 0, '{}', '', $3)`,
      [shop, id, person],
    );
    await sql.query(`insert into journal_setting (shop_id, settings, epoch, person_id) values ($1, '{}', '', $2)`, [
      shop,
      person,
    ]);
    await sql.query(
      `insert into journal_file (shop_id, n, ask_id, through, first_day, last_day, entries, total_cents, content,
         device_id, person_id, made_by)
       values ($1, 1, $2, '', '', '', 1, 0, '', $3, $4, '')`,
      [shop, id, device, person],
    );
    await sql.query(
      `insert into journal_entry (shop_id, receipt_id, about, n, reference) values ($1, $2, 'receipt', 1, '')`,
      [shop, id],
    );
  });

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
};
const shopId = (index: number): ShopId => at(shops, index).id;
/** Runs in the walls of A, answering the rows or the SQLSTATE that refused. */
const asA = (text: string, values: readonly unknown[] = []): Promise<readonly unknown[] | string> =>
  inShop(cloud.database, shopId(0), (sql) => sql.query(text, values)).catch((error: { code: string }) => error.code);
const withoutTenant = <T>(work: (sql: Sql) => Promise<T>): Promise<T> => cloud.database.lend(work);
const denied = '42501';

const walled = [
  'batch',
  'bundle',
  'command',
  'conflict',
  'device',
  'dms_connection',
  'dms_export',
  'dms_export_history',
  'journal_entry',
  'journal_file',
  'journal_setting',
  'log',
  'membership',
  'number_block',
  'photo',
  'record',
  'refusal',
];

test('the list of walled tables is the whole list', async () => {
  const rows = await withoutTenant((sql) =>
    sql.query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'shop_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`),
  );
  expect(rows.map((row) => row.name)).toEqual(walled);
});

describe.each(walled)('table %s', (table) => {
  test('holds rows of both shops, so that the other tests can fail', async () => {
    for (const index of [0, 1]) {
      const rows = await inShop(cloud.database, shopId(index), (sql) => sql.query(`select shop_id from ${table}`));
      expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows)).toEqual(new Set(rows.map(() => ({ shop_id: shopId(index) }))));
    }
  });

  test('shows nothing without a tenant', async () => {
    expect(await withoutTenant((sql) => sql.query(`select 1 from ${table}`))).toHaveLength(0);
  });

  test('shows nothing of the other shop', async () => {
    expect(await asA(`select 1 from ${table} where shop_id = $1`, [shopId(1)])).toEqual([]);
  });

  test('takes no row for the other shop', async () => {
    const columns = await withoutTenant((sql) => writtenColumns(sql, table));
    const rest = columns.filter((name) => name !== 'shop_id').join(', ');
    const own = `insert into ${table} (shop_id, ${rest}) select shop_id, ${rest} from ${table} limit 1`;
    expect(await asA(`${own} on conflict do nothing`)).toEqual([]);
    const text = `insert into ${table} (shop_id, ${rest}) select '${shopId(1)}'::uuid, ${rest} from ${table} limit 1`;
    expect(await asA(text)).toBe(denied);
  });

  test('lets no row of the other shop be changed or deleted', async () => {
    const changed = await asA(`update ${table} set shop_id = shop_id where shop_id = $1 returning 1`, [shopId(1)]);
    expect([[], denied]).toContainEqual(changed);
    expect(await asA(`update ${table} set shop_id = $1`, [shopId(1)])).toBe(denied);
    const deleted = await asA(`delete from ${table} where shop_id = $1 returning 1`, [shopId(1)]);
    expect([[], denied]).toContainEqual(deleted);
  });
});

test('the shop itself is walled like its rows', async () => {
  expect(await asA('select id from shop')).toEqual([{ id: shopId(0) }]);
  expect(await asA('update shop set name = $1 where id = $2 returning 1', ['x', shopId(1)])).toEqual([]);
  expect(await withoutTenant((sql) => sql.query('select 1 from shop'))).toHaveLength(0);
});

test('parts of a table cannot be reached around its wall', async () => {
  for (const part of ['record_0', 'log_7']) expect(await asA(`select 1 from ${part}`)).toBe(denied);
});

test('a transaction that failed leaves no tenant behind for the next', async () => {
  await asA('select 1/0');
  const rows = await withoutTenant((sql) =>
    sql.query<{ shop: string | null; role: string }>(
      `select nullif(current_setting('app.shop', true), '') as shop, current_user as role`,
    ),
  );
  expect(rows).toEqual([{ shop: null, role: 'app_user' }]);
});

test('an id of the other shop is as unknown as a made-up one, and an own record may bear it', async () => {
  const [pc, foreign] = [at(pcs, 0), at(sheets, 1)];
  const [verdict] = await pc.push(pc.edit('contact', foreign.contact, 'name', name('Mine now'), null));
  expect(verdict).toEqual({ verdict: 'refused', code: 'missing', value: null, edit: null });
  const child = { parent: { workfileId: foreign.workfile } };
  const [orphan] = await pc.push(pc.create('contact', freshId(), child));
  expect(orphan).toEqual({ verdict: 'refused', code: 'missing', value: null, edit: null });
  const made = await pc.push(pc.create('workfile', foreign.workfile, {}), pc.create('contact', foreign.contact, child));
  expect(made.map((one) => one.verdict)).toEqual(['applied', 'applied']);
  const theirs = await at(pcs, 1).pull();
  expect(JSON.stringify(theirs.changes)).not.toContain('Mine now');
});

test('three hundred mixed requests never show one shop the other', async () => {
  const asked = Array.from({ length: 300 }, async (_, i) => {
    const own = i % 2;
    const answer = await at(pcs, own).pullReply();
    expect(answer.text).toContain(own === 0 ? 'Canary of A' : 'Canary of B');
    expect(answer.text).not.toContain(own === 0 ? 'Canary of B' : 'Canary of A');
  });
  await Promise.all(asked);
});
