// What the exchange with the cloud left in the tables, for people to read: what waits, what went, what was set aside.

import type { DocumentId, EditId, PhotoId, WorkfileId } from '../../src-shared/base/ids.ts';
import type { Sha256 } from '../../src-shared/domain/photo/photo.ts';
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

export type WaitingAttachment = {
  readonly kind: 'photo' | 'document';
  readonly id: PhotoId | DocumentId;
  readonly sha256: Sha256;
  readonly workfileId: WorkfileId;
  readonly bytes: number;
  readonly by: string;
  readonly addedAt: number;
};

// Two photos of one content are one file, which is sent once.
const photosWaiting = `from photo p where p.deleted = 0 and p.content_sha256 in
  (select sha256 from photo_file where here = 1 and sent = 0 and damaged = 0)`;
const documentsWaiting = `from document d where d.deleted = 0 and d.content_sha256 in
  (select sha256 from photo_file where here = 1 and sent = 0 and damaged = 0)`;
const attachments = query<WaitingAttachment>(
  'facts.waiting-attachments',
  `select 'photo' as kind, min(p.id) as id, p.content_sha256 as sha256, p.parent_workfile_id as workfileId,
     p.content_bytes as bytes, p.taken_by as by, p.taken_at as addedAt ${photosWaiting} group by p.content_sha256
   union all select 'document', min(d.id), d.content_sha256, d.parent_workfile_id, d.content_bytes, d.added_by,
     d.added_at ${documentsWaiting} group by d.content_sha256 order by 2 limit ?`,
);
const photoCount = query<{ count: number }>(
  'facts.waiting-photo-count',
  `select count(distinct p.content_sha256) as count ${photosWaiting}`,
);
const documentCount = query<{ count: number }>(
  'facts.waiting-document-count',
  `select count(distinct d.content_sha256) as count ${documentsWaiting}`,
);

/** The photos and documents that lie here and are not wholly in the cloud, the oldest first. */
export const waitingAttachments = (store: Store, limit: number): readonly WaitingAttachment[] =>
  store.all(attachments, limit);
export const waitingPhotoCount = (store: Store): number => store.get(photoCount)?.count ?? 0;
export const waitingDocumentCount = (store: Store): number => store.get(documentCount)?.count ?? 0;

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

export type MendedWorkfile = { readonly workfileId: WorkfileId; readonly replaced: number; readonly at: number };
const mended = query<MendedWorkfile>(
  'facts.mendings',
  `select workfile_id as workfileId, json_array_length(replaced) as replaced, mended_at as at from mending
   order by n desc limit ?`,
);

/** The workfiles that were fetched whole because they were not what the cloud had, the last first. */
export const mendedWorkfiles = (store: Store, limit: number): readonly MendedWorkfile[] => store.all(mended, limit);
export const damagedPhotoCount = (store: Store): number => store.get(damaged)?.count ?? 0;
