/** Table device: the PCs of a shop. */
import type { ShopDevice } from '../../src-shared/api/contract.ts';
import type { DeviceId, ShopId, UserId } from '../../src-shared/base/ids.ts';
import type { Device } from '../../src-shared/sync/protocol.ts';
import type { Sql } from './database.ts';
import { present } from './tenant.ts';

/** `seen`: whether it was noted within the last minute that it asked for something. */
export type KnownDevice = {
  readonly incarnation: string;
  readonly name: string;
  readonly revoked: boolean;
  readonly seen: boolean;
  /** Which of the shop's PCs it is, in the order in which they came; null where that was not asked yet. */
  readonly place: number | null;
};

const known = `
  select incarnation, name, revoked_at is not null as revoked, seen_at > now() - interval '1 minute' as seen, place
  from device where shop_id = ${present} and id = $1`;

/** A PC of the shop that the transaction is in. */
export async function readDevice(sql: Sql, id: DeviceId): Promise<KnownDevice | undefined> {
  const [row] = await sql.repeat<KnownDevice>(known, [id]);
  return row;
}

/** Notes that a PC asked for something. */
export async function noteSeen(sql: Sql, shop: ShopId, id: DeviceId): Promise<void> {
  await sql.query('update device set seen_at = now() where shop_id = $1 and id = $2', [shop, id]);
}

/** The PCs of a shop, the one seen last first, with the names of those who signed in there last. */
export async function listDevices(sql: Sql, shop: ShopId): Promise<readonly ShopDevice[]> {
  const text = `select d.id, d.name, coalesce(p.name, '') as by, round(extract(epoch from d.seen_at) * 1000) as "seenAt",
      d.revoked_at is not null as "isRevoked"
    from device d left join person p on p.id = d.person_id where d.shop_id = $1 order by d.seen_at desc, d.id`;
  const rows = await sql.query<Omit<ShopDevice, 'seenAt'> & { seenAt: string }>(text, [shop]);
  return rows.map((row) => ({ ...row, seenAt: Number(row.seenAt) }));
}

/** Notes a PC, or the new name of one that is known under this incarnation; each gets a place that no other ever had. */
export async function saveDevice(sql: Sql, shop: ShopId, device: Device, person: UserId): Promise<void> {
  // Two PCs that sign in at once wait for each other here.
  await sql.query('select 1 from shop where id = $1 for update', [shop]);
  const text = `insert into device (shop_id, id, incarnation, name, person_id, place)
    select $1, $2, $3, $4, $5, coalesce(max(place), 0) + 1 from device where shop_id = $1
    on conflict (shop_id, id) do update set name = excluded.name, person_id = excluded.person_id, seen_at = now(),
      place = coalesce(device.place, excluded.place)`;
  await sql.query(text, [shop, device.id, device.incarnation, device.name, person]);
}

export async function revokeDevice(sql: Sql, shop: ShopId, id: DeviceId): Promise<void> {
  await sql.query('update device set revoked_at = now() where shop_id = $1 and id = $2', [shop, id]);
}
