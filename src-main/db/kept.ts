// Edits that did not reach the cloud. None is dropped without a person; a follow-up of a kept edit takes its place.

import type { EditId, WorkfileId } from '../../src-shared/base/ids.ts';
import { deletion, type JsonObject, type RefusalCode, wholeRecord } from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

export type Kept = {
  readonly edit: EditId;
  readonly workfileId: WorkfileId;
  readonly kind: RecordKind;
  readonly id: string;
  readonly group: string;
  /** `damaged-row`: the row here fails its hash, so the edit was not sent. */
  readonly reason: 'conflict' | 'damaged-row' | RefusalCode;
  /** JSON of both values; `theirs` is null where the cloud has none. */
  readonly mine: string;
  readonly theirs: string | null;
  readonly keptAt: number;
};

const columns = `edit, workfile_id as workfileId, kind, id, group_name as "group", reason, mine, theirs, kept_at as keptAt`;
const count = query<{ count: number }>('kept.count', 'select count(*) as count from kept');
const list = query<Kept>('kept.list', `select ${columns} from kept order by kept_at, edit`);
const read = query<Kept>('kept.read', `select ${columns} from kept where edit = ?`);
const creation = query<Kept>(
  'kept.creation',
  `select ${columns} from kept where kind = ? and id = ? and group_name = '*'`,
);
const insert = query(
  'kept.insert',
  `insert or replace into kept (edit, workfile_id, kind, id, group_name, reason, mine, theirs, kept_at)
   values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
const remove = query('kept.remove', 'delete from kept where edit = ?');

export const keptCount = (store: Store): number => store.get(count)?.count ?? 0;
export const listKept = (store: Store): readonly Kept[] => store.all(list);
export const readKept = (store: Store, edit: string): Kept | undefined => store.get(read, edit);
export const dropKept = (store: Store, edit: string): void => {
  store.run(remove, edit);
};

/** Whether the creation of a record was refused and is kept here. */
export const isCreationKept = (store: Store, kind: RecordKind, id: string): boolean =>
  store.get(creation, kind, id) !== undefined;

/**
 * Keeps an edit; `base` is the edit it was made on, which it replaces if that one was kept too. An edit of a record
 * whose creation is kept becomes part of that creation.
 */
export function keep(store: Store, kept: Kept, base: EditId | null): void {
  const created = kept.group === wholeRecord ? undefined : store.get(creation, kept.kind, kept.id);
  if (created !== undefined) amend(store, created, kept);
  else {
    if (base !== null) dropKept(store, base);
    put(store, kept);
  }
}

function amend(store: Store, created: Kept, kept: Kept): void {
  const { group, mine } = kept;
  const value = JSON.parse(mine) as JsonObject;
  if (group !== deletion) {
    put(store, { ...created, mine: JSON.stringify({ ...(JSON.parse(created.mine) as JsonObject), [group]: value }) });
    return;
  }
  // A copy of this PC made the record too: it is still there, and this deletion was not done.
  if (created.reason === 'once') put(store, kept);
  else if (value.deleted === true) dropKept(store, created.edit);
}

function put(store: Store, kept: Kept): void {
  const { edit, workfileId, kind, id, group, reason, mine, theirs, keptAt } = kept;
  store.run(insert, edit, workfileId, kind, id, group, reason, mine, theirs, keptAt);
}
