// Asks for more RO numbers in time, so that some are left when the network is gone.

import { uuidV7 } from '../../src-shared/base/ids.ts';
import { can, permissionForCommand } from '../../src-shared/domain/access/permissions.ts';
import { newestCommand, openCommand, writeCommand } from './command.ts';
import { heldNumbers } from './number-lease.ts';
import { readSession } from './session.ts';
import type { Store } from './store.ts';

/** Fewer are too few for a day without a network. */
const fewest = 10;
const blockSize = 20;
/** How long a refusal is taken for an answer. */
const patienceMs = 60 * 60 * 1000;

/** Writes the question for a block, when few numbers are left and the signed-in person may use them. */
export function renewLease(store: Store, now: number): void {
  const user = readSession(store)?.user;
  if (user === undefined || !can(user.role, permissionForCommand('lease-numbers'))) return;
  const held = heldNumbers(store);
  if (held.reduce((sum, [first, last]) => sum + last - first + 1, 0) >= fewest) return;
  if (openCommand(store, 'lease-numbers', null) !== undefined || wasRefused(store, now)) return;
  writeCommand(store, {
    id: uuidV7(now, store.random(16)),
    name: 'lease-numbers',
    params: { series: 'ro', count: blockSize, unused: held.map(([first, last]) => [first, last]) },
    workfileId: null,
    author: { id: user.userId, name: user.name },
    now,
  });
}

function wasRefused(store: Store, now: number): boolean {
  const last = newestCommand(store, 'lease-numbers');
  return last?.state === 'refused' && Math.abs(now - (last.settledAt ?? 0)) < patienceMs;
}
