/** Table session: which PC a session belongs to; the rest of it is the authentication library's. */
import type { DeviceId } from '../../src-shared/base/ids.ts';
import type { Sql } from './database.ts';

export async function bindSession(sql: Sql, token: string, device: DeviceId): Promise<void> {
  await sql.query('update session set device_id = $2 where token = $1', [token, device]);
}
