// The shop's connection to its dealer's system, as a manager sets it up: only the cloud keeps it, and it is written there.

import { ok, type Result } from '../../../src-shared/base/result.ts';
import type { ConnectionInput } from '../../../src-shared/domain/dms/settings/connection.ts';
import type { ConnectionAnswer, ConnectionTest } from '../../../src-shared/sync/dms.ts';
import { allowed, type Desk } from '../desk.ts';

/** The connection without its secrets. */
export async function showConnection(desk: Desk): Promise<Result<ConnectionAnswer>> {
  const user = allowed(desk, 'configure-dms');
  return user.ok ? desk.sync.dms.connection() : user;
}

/** Writes it; every PC of the shop hears of it with the next round. */
export async function saveConnection(desk: Desk, written: ConnectionInput): Promise<Result<null>> {
  const user = allowed(desk, 'configure-dms');
  if (!user.ok) return user;
  const saved = await desk.sync.dms.saveConnection(written);
  if (!saved.ok) return saved;
  desk.sync.now();
  return ok(null);
}

/** How far a question to the partner comes. */
export async function testConnection(desk: Desk): Promise<Result<ConnectionTest>> {
  const user = allowed(desk, 'configure-dms');
  return user.ok ? desk.sync.dms.testConnection() : user;
}
