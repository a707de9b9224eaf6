// Records of kinds that this version does not know, kept as they came for the version that does.

import { query } from './query.ts';
import type { Store } from './store.ts';

const write = query(
  'unknown-record.write',
  'insert or replace into unknown_record (kind, id, group_name, value, edit) values (?, ?, ?, ?, ?)',
);

export type UnknownChange = {
  readonly kind: string;
  readonly id: string;
  readonly group: string;
  readonly value: unknown;
  readonly edit: string;
};

export function keepUnknown(store: Store, { kind, id, group, value, edit }: UnknownChange): void {
  store.run(write, kind, id, group, JSON.stringify(value), edit);
}
