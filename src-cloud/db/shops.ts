/** Table shop: what a shop is called, and the last number of its order. */
import type { ShopId } from '../../src-shared/base/ids.ts';
import type { Sql } from './database.ts';

export type Shop = { readonly id: ShopId; readonly name: string; readonly timeZone: string };
/** Where a shop's order stands: its last number, and the mark of everything up to there. */
export type Order = { readonly epoch: string; readonly lastSeq: number; readonly mark: string };

type OrderRow = { readonly epoch: string; readonly last_seq: string; readonly last_mark: string };
const rowToOrder = (row: OrderRow): Order => ({
  epoch: row.epoch,
  lastSeq: Number(row.last_seq),
  mark: row.last_mark,
});
const order = 'select epoch, last_seq, last_mark from shop where id = $1';
const hold = `${order} for no key update`;

export async function insertShop(sql: Sql, shop: Shop): Promise<boolean> {
  const text = `insert into shop (id, name, time_zone, epoch, first_epoch)
    select $1, $2, $3, epoch, epoch from (select gen_random_uuid()::text as epoch) as begun
    on conflict (id) do nothing returning id`;
  return (await sql.query(text, [shop.id, shop.name, shop.timeZone])).length === 1;
}

export async function readOrder(sql: Sql, shop: ShopId): Promise<Order> {
  return only(await sql.repeat<OrderRow>(order, [shop]));
}

/**
 * Holds the shop's order until the transaction ends: numbers are handed out only meanwhile, so whoever can read
 * number k+1 can read k. `no key update` still lets rows that refer to the shop be inserted.
 */
export async function holdOrder(sql: Sql, shop: ShopId): Promise<Order> {
  return only(await sql.repeat<OrderRow>(hold, [shop]));
}

export async function advanceOrder(sql: Sql, shop: ShopId, { lastSeq, mark }: Order): Promise<void> {
  await sql.repeat('update shop set last_seq = $2, last_mark = $3 where id = $1', [shop, lastSeq, mark]);
}

/** Says that the numbers of every shop may be handed out again: each PC looks how far its past is still true. */
export async function renewEpochs(sql: Sql): Promise<void> {
  await sql.query('update shop set epoch = gen_random_uuid()::text');
}

function only(rows: readonly OrderRow[]): Order {
  const [row] = rows;
  if (row === undefined) throw new Error('the tenant has no shop');
  return rowToOrder(row);
}
