// Who of the shop has what open: hints for people.

import { ok, type Result } from '../../src-shared/base/result.ts';
import type { PcPresence, Place } from '../../src-shared/sync/presence.ts';
import { allowed, type Desk } from './desk.ts';

/** Lets the shop's other PCs know what is open here. */
export function showPresence(desk: Desk, open: readonly Place[]): Result<null> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  desk.sync.presence.show(open);
  return ok(null);
}

/** What the shop's other PCs have open. */
export function listPresence(desk: Desk): Result<readonly PcPresence[]> {
  const user = allowed(desk, 'see-workfiles');
  return user.ok ? ok(desk.sync.presence.others()) : user;
}
