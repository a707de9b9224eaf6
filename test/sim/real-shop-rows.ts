/** The rows of one shop of a real database: read as they stand, and put back as an operator's restore would. */
import type { Database } from '../../src-cloud/db/database.ts';
import { inShop } from '../../src-cloud/db/tenant.ts';
import type { ShopId } from '../../src-shared/base/ids.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import { writtenColumns } from '../support/cloud-schema.ts';

const tables = ['log', 'record', 'batch', 'conflict', 'refusal', 'command', 'number_block', 'bundle'] as const;
type Table = (typeof tables)[number];
type ShopRow = JsonObject & { readonly epoch: string; readonly last_seq: number; readonly last_mark: string };

/** Every row that belongs to a shop, as the database spells it in JSON. */
export type Rows = { readonly shop: ShopRow } & { readonly [T in Table]: readonly JsonObject[] };

const everyRow = tables.map(
  (table) => `'${table}', (select coalesce(jsonb_agg(t), '[]') from ${table} t where shop_id = $1)`,
);
const read = `select jsonb_build_object('shop', (select to_jsonb(s) from shop s where id = $1), ${everyRow.join(', ')}) as rows`;

export const readRows = (database: Database, shop: ShopId): Promise<Rows> =>
  inShop(database, shop, async (sql) => {
    const [row] = await sql.query<{ rows: Rows }>(read, [shop]);
    if (row === undefined) throw new Error('the tenant has no shop');
    return row.rows;
  });

/** Puts these rows in place of all that the shop has now. */
export const putRows = (database: Database, shop: ShopId, rows: Rows): Promise<void> =>
  inShop(database, shop, async (sql) => {
    // The server's own role may not delete; this transaction is the operator's.
    await sql.query('set local role none');
    for (const table of tables) {
      await sql.query(`delete from ${table} where shop_id = $1`, [shop]);
      const columns = (await writtenColumns(sql, table)).join(', ');
      const put = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::public.${table}, $1)`;
      await sql.query(put, [JSON.stringify(rows[table])]);
    }
    const { epoch, last_seq: lastSeq, last_mark: mark, bundled_seq: bundled } = rows.shop;
    const put = 'update shop set epoch = $2, last_seq = $3, last_mark = $4, bundled_seq = $5 where id = $1';
    await sql.query(put, [shop, epoch, lastSeq, mark, bundled]);
  });

/** Opens a shop under a first epoch. */
export const insertShopRow = (database: Database, shop: ShopId, epoch: string): Promise<void> =>
  inShop(database, shop, async (sql) => {
    const text = `insert into shop (id, name, time_zone, epoch) values ($1, 'A shop', 'America/Chicago', $2)`;
    await sql.query(text, [shop, epoch]);
  });
