// Edits made here that the cloud has not answered yet. They survive everything.

import type { EditId, WorkfileId } from '../../src-shared/base/ids.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

export type Unsent = {
  readonly n: number;
  readonly edit: EditId;
  readonly workfileId: WorkfileId;
  readonly kind: RecordKind;
  readonly id: string;
  readonly group: string;
  readonly value: string;
  readonly base: EditId | null;
  readonly theirsValue: string | null;
  readonly theirsEdit: EditId | null;
};

const columns = `n, edit, workfile_id as workfileId, kind, id, group_name as "group", value, base,
  theirs_value as theirsValue, theirs_edit as theirsEdit`;
const count = query<{ count: number }>('outbox.count', 'select count(*) as count from outbox');
const insert = query(
  'outbox.insert',
  `insert into outbox (n, edit, workfile_id, kind, id, group_name, value, base, made_at)
   values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
const findUnsealed = query<Unsent>(
  'outbox.find-unsealed',
  `select ${columns} from outbox where kind = ? and id = ? and group_name = ? and batch_n is null`,
);
const newest = query<Unsent>(
  'outbox.newest',
  `select ${columns} from (
     select * from outbox where kind = ? and id = ? and group_name = ? and batch_n is null
     union all
     select * from outbox where batch_n is not null and kind = ? and id = ? and group_name = ?
   ) order by n desc limit 1`,
);
const setValue = query('outbox.set-value', 'update outbox set value = ? where n = ?');
const setTheirs = query('outbox.set-theirs', 'update outbox set theirs_value = ?, theirs_edit = ? where n = ?');
const oldest = query<Unsent>('outbox.oldest', `select ${columns} from outbox where batch_n is null order by n limit ?`);
const seal = query('outbox.seal', 'update outbox set batch_n = ? where n = ?');
const ofBatch = query<Unsent>('outbox.of-batch', `select ${columns} from outbox where batch_n = ? order by n`);
const remove = query('outbox.remove', 'delete from outbox where n = ?');

/** How many edits wait, sealed ones included. */
export const waitingCount = (store: Store): number => store.get(count)?.count ?? 0;

export type NewUnsent = Omit<Unsent, 'theirsValue' | 'theirsEdit'> & { readonly madeAt: number };

export function addUnsent(store: Store, unsent: NewUnsent): void {
  const { n, edit, workfileId, kind, id, group, value, base, madeAt } = unsent;
  store.run(insert, n, edit, workfileId, kind, id, group, value, base, madeAt);
}

/** The edit of a group that may still be rewritten, because it was not sealed. */
export const unsealedEdit = (store: Store, kind: RecordKind, id: string, group: string): Unsent | undefined =>
  store.get(findUnsealed, kind, id, group);

/** The newest edit of a group that the cloud has not answered. */
export const newestUnsent = (store: Store, kind: RecordKind, id: string, group: string): Unsent | undefined =>
  store.get(newest, kind, id, group, kind, id, group);

export const rewriteUnsent = (store: Store, n: number, value: JsonObject): void => {
  store.run(setValue, JSON.stringify(value), n);
};

/** Notes what the cloud holds of a group while an edit of it waits here; null once the cloud holds the edit itself. */
export const noteTheirs = (store: Store, n: number, theirs: { value: string; edit: EditId } | null): void => {
  store.run(setTheirs, theirs?.value ?? null, theirs?.edit ?? null, n);
};

export const oldestUnsealed = (store: Store, limit: number): readonly Unsent[] => store.all(oldest, limit);

export const sealUnsent = (store: Store, n: number, batch: number): void => {
  store.run(seal, batch, n);
};

/** The edits of a sealed batch in their order. */
export const sealedEdits = (store: Store, batch: number): readonly Unsent[] => store.all(ofBatch, batch);

export const removeUnsent = (store: Store, n: number): void => {
  store.run(remove, n);
};
