// Changes from the cloud that could not be used, set aside whole: one bad change never stops the others.

import type { EditId } from '../../src-shared/base/ids.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

export type Quarantined = {
  readonly seq: number;
  readonly edit: EditId;
  readonly kind: string;
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
  /** When the change was written, by its log. */
  readonly at: number;
};

/** `missing`: its record has not come yet; `twice`: created before; `invalid`: breaks a rule. */
export type QuarantineReason = 'missing' | 'twice' | 'invalid';

const insert = query(
  'quarantine.insert',
  `insert or replace into quarantine (seq, edit, kind, id, group_name, value, reason, made_at, kept_at)
   values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
const list = query<{ edit: string; kind: string; id: string; group: string; reason: string }>(
  'quarantine.list',
  'select edit, kind, id, group_name as "group", reason from quarantine order by kept_at, edit',
);
const count = query<{ count: number }>('quarantine.count', 'select count(*) as count from quarantine');
const waiting = query<Omit<Quarantined, 'value'> & { value: string }>(
  'quarantine.waiting',
  `select seq, edit, kind, id, group_name as "group", value, made_at as at from quarantine
   where reason = 'missing' and kind = ? and id = ? order by seq`,
);
const release = query('quarantine.release', "delete from quarantine where reason = 'missing' and kind = ? and id = ?");
const awaited = query<{ kind: string; id: string }>(
  'quarantine.awaited',
  "select distinct kind, id from quarantine where reason = 'missing'",
);

export function quarantine(store: Store, what: Quarantined, reason: QuarantineReason, now: number): void {
  const { seq, edit, kind, id, group, value, at } = what;
  store.run(insert, seq, edit, kind, id, group, JSON.stringify(value), reason, at, now);
}

export const quarantined = (store: Store) => store.all(list);
export const quarantinedCount = (store: Store): number => store.get(count)?.count ?? 0;

/** The records that changes wait for. */
export const awaitedRecords = (store: Store): readonly { kind: string; id: string }[] => store.all(awaited);

/** Takes out the changes that waited for a record, in their order. */
export function releaseWaiting(store: Store, kind: string, id: string): readonly Quarantined[] {
  const changes = store.all(waiting, kind, id);
  if (changes.length > 0) store.run(release, kind, id);
  return changes.map((change) => ({ ...change, value: JSON.parse(change.value) as JsonObject }));
}
