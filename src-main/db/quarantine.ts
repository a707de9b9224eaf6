// What could not be used, set aside whole: one bad change never stops the others.

import { query } from './query.ts';
import type { Store } from './store.ts';

export type Quarantined = {
  readonly edit: string;
  readonly kind: string;
  readonly id: string;
  readonly group: string;
  readonly value: string;
};

/** `damaged-row`: the row here fails its hash; `missing`: its record never came; `twice`: created before; `invalid`: breaks a rule. */
export type QuarantineReason = 'damaged-row' | 'missing' | 'twice' | 'invalid';

const insert = query(
  'quarantine.insert',
  `insert or replace into quarantine (edit, kind, id, group_name, value, reason, kept_at) values (?, ?, ?, ?, ?, ?, ?)`,
);
const list = query<{ edit: string; kind: string; id: string; group: string; reason: string }>(
  'quarantine.list',
  'select edit, kind, id, group_name as "group", reason from quarantine order by kept_at, edit',
);

export function quarantine(store: Store, what: Quarantined, reason: QuarantineReason, now: number): void {
  store.run(insert, what.edit, what.kind, what.id, what.group, what.value, reason, now);
}

export const quarantined = (store: Store) => store.all(list);
