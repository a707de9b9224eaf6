/** Table device: the PCs of a shop. */
import type { DeviceId, ShopId, UserId } from '../../src-shared/base/ids.ts';
import type { Device } from '../../src-shared/sync/protocol.ts';
import type { Sql } from './database.ts';

export type KnownDevice = { readonly incarnation: string; readonly revoked: boolean };

export async function readDevice(sql: Sql, shop: ShopId, id: DeviceId): Promise<KnownDevice | undefined> {
  const text = 'select incarnation, revoked_at is not null as revoked from device where shop_id = $1 and id = $2';
  const [row] = await sql.query<KnownDevice>(text, [shop, id]);
  return row;
}

/** Notes a PC, or the new name of one that is known under this incarnation. */
export async function saveDevice(sql: Sql, shop: ShopId, device: Device, person: UserId): Promise<void> {
  const text = `insert into device (shop_id, id, incarnation, name, person_id) values ($1, $2, $3, $4, $5)
    on conflict (shop_id, id) do update set name = excluded.name, person_id = excluded.person_id`;
  await sql.query(text, [shop, device.id, device.incarnation, device.name, person]);
}

export async function revokeDevice(sql: Sql, shop: ShopId, id: DeviceId): Promise<void> {
  await sql.query('update device set revoked_at = now() where shop_id = $1 and id = $2', [shop, id]);
}
