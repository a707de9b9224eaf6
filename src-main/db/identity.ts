// Who this PC is to the cloud, and the numbers of its edits, which are never used twice.

import type { Random } from '../../src-shared/base/clock.ts';
import { type DeviceId, deviceIdOf, type EditId, editIdOf, uuidV7 } from '../../src-shared/base/ids.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

export type Identity = { readonly device: DeviceId; readonly incarnation: string };

/** Gives a new database its identity; an older one keeps its own. */
export function ensureIdentity(store: Store, random: Random, now: number): void {
  if (readMeta(store, 'device') !== null) return;
  transact(store, () => {
    writeMeta(store, 'device', deviceIdOf(random(10)));
    writeMeta(store, 'incarnation', uuidV7(now, random(16)));
    writeMeta(store, 'edit-counter', '0');
  });
}

export function readIdentity(store: Store): Identity {
  const device = readMeta(store, 'device') as DeviceId | null;
  const incarnation = readMeta(store, 'incarnation');
  if (device === null || incarnation === null) throw new Error('the database has no identity');
  return { device, incarnation };
}

/** The id of the next edit, inside the transaction that writes the edit. */
export function takeEditId(store: Store): { readonly edit: EditId; readonly counter: number } {
  const counter = Number(readMeta(store, 'edit-counter')) + 1;
  writeMeta(store, 'edit-counter', String(counter));
  return { edit: editIdOf(readIdentity(store).device, counter), counter };
}
