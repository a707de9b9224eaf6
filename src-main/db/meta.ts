// Small facts that this PC alone keeps, by name.

import { query } from './query.ts';
import type { Store } from './store.ts';

const read = query<{ value: string }>('meta.read', 'select value from meta where name = ?');
const write = query('meta.write', 'insert or replace into meta (name, value) values (?, ?)');
const remove = query('meta.remove', 'delete from meta where name = ?');

export type MetaName =
  | 'device'
  | 'incarnation'
  | 'edit-counter'
  | 'unregistered'
  | 'renewals'
  | 'anchor'
  | 'cursor'
  | 'cursor-edit'
  | 'epoch'
  | 'photo-epoch'
  | 'first-sync'
  | 'unworded'
  | 'audit'
  | 'checked'
  | 'restored'
  | 'synced-at'
  | 'written-at'
  | 'session'
  | 'shop';

export const readMeta = (store: Store, name: MetaName): string | null => store.get(read, name)?.value ?? null;

export function writeMeta(store: Store, name: MetaName, value: string | null): void {
  if (value === null) store.run(remove, name);
  else store.run(write, name, value);
}
