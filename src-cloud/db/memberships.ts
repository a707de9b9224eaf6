/** Table membership: who belongs to which shop, and as what. */
import type { ShopId, UserId } from '../../src-shared/base/ids.ts';
import type { Role } from '../../src-shared/domain/access/role.ts';
import type { Sql } from './database.ts';
import { present } from './tenant.ts';

/** A person's place in a shop, with the PC they use. */
export type Seat = {
  readonly shopId: ShopId;
  readonly shopName: string;
  readonly timeZone: string;
  readonly role: Role;
};

type Member = Pick<Seat, 'shopId' | 'role'>;

export async function insertMembership(sql: Sql, shop: ShopId, person: UserId, role: Role): Promise<void> {
  const text = `insert into membership (shop_id, person_id, role) values ($1, $2, $3)
    on conflict (shop_id, person_id) do update set role = excluded.role`;
  await sql.query(text, [shop, person, role]);
}

// The tenant is set by the row that was found, so that no other value can ever get there.
const enter = `select set_config('app.shop', shop_id::text, true), shop_id as "shopId", role from (
  select shop_id, role from membership where person_id = $1 order by created_at, shop_id limit 1) first`;
const here = `select name as "shopName", time_zone as "timeZone" from shop where id = ${present}`;

/** Enters the shop of the person's first membership: the transaction goes on inside its walls. */
export async function enterShop(sql: Sql, person: UserId): Promise<Seat | undefined> {
  const [[member], [shop]] = await Promise.all([
    sql.repeat<Member>(enter, [person]),
    sql.repeat<Omit<Seat, keyof Member>>(here, []),
  ]);
  return member && shop && { shopId: member.shopId, role: member.role, ...shop };
}
