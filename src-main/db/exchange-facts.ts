// What the exchange with the cloud left in the tables, for people to read: what waits, what went, what was set aside.

import type { EditId, WorkfileId } from '../../src-shared/base/ids.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

export type WaitingEdit = {
  readonly edit: EditId;
  /** The user id and the name of the person who made it. */
  readonly author: string;
  readonly authorName: string;
  readonly workfileId: WorkfileId;
  readonly kind: RecordKind;
  readonly id: string;
  readonly group: string;
  readonly bytes: number;
  readonly isSealed: 0 | 1;
  /** 0 where nobody knows: it goes once more. */
  readonly madeAt: number;
};

const waitingColumns = `edit, author, author_name as authorName, workfile_id as workfileId, kind, id,
  group_name as "group", length(cast(value as blob)) as bytes, batch_n is not null as isSealed`;
const waiting = query<WaitingEdit>(
  'facts.waiting',
  `select ${waitingColumns}, 0 as madeAt, 0 as place, n from again
   union all select ${waitingColumns}, made_at, 1, n from outbox order by place, n limit ?`,
);
const totals = query<WaitingTotals>(
  'facts.waiting-totals',
  `select count(*) as total, coalesce(sum(length(cast(value as blob))), 0) as bytes,
     coalesce((select min(made_at) from outbox), 0) as oldestAt
   from (select value from outbox union all select value from again)`,
);

export type WaitingTotals = { readonly total: number; readonly bytes: number; readonly oldestAt: number };

/** The oldest edits that the cloud has not answered. */
export const waitingEdits = (store: Store, limit: number): readonly WaitingEdit[] => store.all(waiting, limit);
export const waitingTotals = (store: Store): WaitingTotals => store.get(totals) ?? { total: 0, bytes: 0, oldestAt: 0 };

export type AnsweredBatch = {
  readonly n: number;
  readonly sealedAt: number;
  readonly answeredAt: number;
  readonly body: string;
};

const answered = query<AnsweredBatch>(
  'facts.answered',
  `select n, sealed_at as sealedAt, answered_at as answeredAt, body from batch
   where answered_at >= ? order by answered_at desc, n desc limit ?`,
);

/** The batches answered since an instant, the newest first. */
export const answeredBatches = (store: Store, since: number, limit: number): readonly AnsweredBatch[] =>
  store.all(answered, since, limit);

export type AsideChange = {
  readonly edit: string;
  readonly kind: string;
  readonly id: string;
  readonly group: string;
  readonly reason: string;
  readonly keptAt: number;
};

const aside = query<AsideChange>(
  'facts.aside',
  `select edit, kind, id, group_name as "group", reason, kept_at as keptAt from quarantine
   order by kept_at desc, edit limit ?`,
);
const damaged = query<{ count: number }>(
  'facts.damaged-photos',
  'select count(distinct sha256) as count from photo_file where damaged = 1',
);

/** The changes from the cloud that were set aside last. */
export const asideChanges = (store: Store, limit: number): readonly AsideChange[] => store.all(aside, limit);
export const damagedPhotoCount = (store: Store): number => store.get(damaged)?.count ?? 0;
