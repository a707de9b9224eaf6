/** Table dms_connection: which dealer's system a shop has, and its secrets under their seal. */
import type { ShopId, UserId } from '../../src-shared/base/ids.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { Sql } from './database.ts';

export type StoredConnection = {
  readonly on: boolean;
  readonly setup: JsonObject;
  /** Sealed. */
  readonly secrets: string;
};

export async function readConnection(sql: Sql, shop: ShopId): Promise<StoredConnection | undefined> {
  const text = 'select is_on as "on", setup, secrets from dms_connection where shop_id = $1';
  const [row] = await sql.query<StoredConnection>(text, [shop]);
  return row;
}

export async function saveConnection(
  sql: Sql,
  shop: ShopId,
  person: UserId,
  connection: StoredConnection,
): Promise<void> {
  const { on, setup, secrets } = connection;
  const text = `
    insert into dms_connection (shop_id, is_on, setup, secrets, person_id)
    values ($1, $2, $3::jsonb, $4, $5)
    on conflict (shop_id) do update set is_on = excluded.is_on, setup = excluded.setup, secrets = excluded.secrets,
      person_id = excluded.person_id, updated_at = current_timestamp`;
  await sql.query(text, [shop, on, JSON.stringify(setup), secrets, person]);
}
