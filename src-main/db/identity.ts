// Who this PC is to the cloud, and the numbers of its edits, which are never used twice.

import type { Random } from '../../src-shared/base/clock.ts';
import { type DeviceId, deviceIdOf, type EditId, editIdOf, uuidV7 } from '../../src-shared/base/ids.ts';
import { readMeta, writeMeta } from './meta.ts';
import { noteRenewal } from './renewals.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

export type Identity = { readonly device: DeviceId; readonly incarnation: string };

/** Gives a new database its identity; an older one keeps its own. Answers whether it was new. */
export function ensureIdentity(store: Store, random: Random, now: number): boolean {
  if (readMeta(store, 'device') !== null) return false;
  transact(store, () => {
    writeMeta(store, 'device', deviceIdOf(random(10)));
    writeMeta(store, 'incarnation', uuidV7(now, random(16)));
    writeMeta(store, 'edit-counter', '0');
  });
  return true;
}

/** Another device to the cloud from now on; the numbers of edits go on, so that their order stays. */
export function takeNewIdentity(store: Store, now: number): void {
  writeMeta(store, 'device', deviceIdOf(store.random(10)));
  writeMeta(store, 'incarnation', uuidV7(now, store.random(16)));
  writeMeta(store, 'unregistered', '1');
  noteRenewal(store, { event: 'new-device', at: now });
}

/** Whether the cloud has not heard of this identity yet. */
export const isUnregistered = (store: Store): boolean => readMeta(store, 'unregistered') !== null;
export const markRegistered = (store: Store): void => writeMeta(store, 'unregistered', null);

export function readIdentity(store: Store): Identity {
  const device = readMeta(store, 'device') as DeviceId | null;
  const incarnation = readMeta(store, 'incarnation');
  if (device === null || incarnation === null) throw new Error('the database has no identity');
  return { device, incarnation };
}

// A copy of this folder counts on from the same number: chance keeps its ids apart from those made here.
const chances = 1_000_000;

/** The id of the next edit, inside the transaction that writes the edit; counters only grow. */
export function takeEditId(store: Store): { readonly edit: EditId; readonly counter: number } {
  const next = Math.floor(Number(readMeta(store, 'edit-counter')) / chances) + 1;
  const counter = next * chances + chanceBelow(store.random, chances);
  writeMeta(store, 'edit-counter', String(counter));
  return { edit: editIdOf(readIdentity(store).device, counter), counter };
}

/** Whatever is made from now on comes behind this place. */
export function countOnFrom(store: Store, place: number): void {
  if (place > Number(readMeta(store, 'edit-counter'))) writeMeta(store, 'edit-counter', String(place));
}

const chanceBelow = (random: Random, bound: number): number =>
  [...random(4)].reduce((sum, byte) => (sum * 256 + byte) % 4_294_967_296, 0) % bound;
