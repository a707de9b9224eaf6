// Sealed batches: exact bytes with a number and the hash of the batch before, sent until answered and kept after it.

import { hash } from 'node:crypto';
import {
  type JsonObject,
  maxBatchBytes,
  maxBatchEdits,
  type PushRequest,
  schemaVersion,
} from '../../src-shared/sync/protocol.ts';
import { readIdentity } from './identity.ts';
import { keep } from './kept.ts';
import { oldestSendable, removeUnsent, sealedEdits, sealUnsent, type Unsent } from './outbox.ts';
import { query } from './query.ts';
import { isDamaged } from './record.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

export type SealedBatch = { readonly n: number; readonly body: string; readonly edits: number };

const retainedMs = 30 * 24 * 60 * 60 * 1000;

const unanswered = query<{ n: number; body: string }>(
  'batch.unanswered',
  `select n, body from batch where answered_at is null
     and exists (select 1 from outbox where batch_n = batch.n and author = ?) order by n limit 1`,
);
const last = query<{ n: number; hash: string }>('batch.last', 'select n, hash from batch order by n desc limit 1');
const answered = query<{ n: number; hash: string }>(
  'batch.last-answered',
  'select n, hash from batch where answered_at is not null order by n desc limit 1',
);
const insert = query('batch.insert', 'insert into batch (n, body, hash, sealed_at) values (?, ?, ?, ?)');
const setAnswered = query('batch.mark-answered', 'update batch set answered_at = ? where n = ?');
const forget = query(
  'batch.forget',
  'delete from batch where answered_at < ? and n < (select max(n) from batch where answered_at is not null)',
);

/** Whose edits are sealed: one batch has one author. `most` is how many edits it may hold. */
export type Sealing = { readonly author: string; readonly now: number; readonly most?: number };

/** The batch to send now: the author's unanswered one again, or a new one of the oldest edits; null when nothing can go. */
export function sealNext(store: Store, { author, now, most = maxBatchEdits }: Sealing): SealedBatch | null {
  const again = store.get(unanswered, author);
  if (again !== undefined) return { ...again, edits: sealedEdits(store, again.n).length };
  return transact(store, () => {
    const sound = oldestSendable(store, author, most).filter((edit) => isSound(store, edit, now));
    const edits = fitting(sound, most);
    return edits.length === 0 ? null : seal(store, edits, now);
  });
}

/** Notes that a batch was answered, and forgets those answered long ago. */
export function markAnswered(store: Store, n: number, now: number): void {
  store.run(setAnswered, now, n);
  store.run(forget, now - retainedMs);
}

/** The newest batch that the cloud answered. */
export const lastAnswered = (store: Store): { readonly n: number; readonly hash: string } | null =>
  store.get(answered) ?? null;

/** Whether the edit's row is what was written. The edit of a damaged row is never sent: it is kept for a person. */
function isSound(store: Store, unsent: Unsent, now: number): boolean {
  if (!isDamaged(store, unsent.kind, unsent.id)) return true;
  const { edit, workfileId, kind, id, group, value: mine, base } = unsent;
  keep(store, { edit, workfileId, kind, id, group, reason: 'damaged-row', mine, theirs: null, keptAt: now }, base);
  removeUnsent(store, unsent.n);
  return false;
}

type Wired = { readonly unsent: Unsent; readonly wire: PushRequest['edits'][number]; readonly bytes: number };

const envelopeBytes = 400;

/**
 * The edits that one batch may hold, at least one record's. The edits of a record travel together, because a rule may
 * look at several of its groups and an edit that was written again keeps its early place.
 */
function fitting(edits: readonly Unsent[], most: number): readonly Wired[] {
  const records = new Map<string, Wired[]>();
  for (const edit of edits.map(wired)) {
    const { kind, id } = edit.unsent;
    records.set(`${kind}/${id}`, [...(records.get(`${kind}/${id}`) ?? []), edit]);
  }
  const batch: Wired[] = [];
  let bytes = envelopeBytes;
  for (const record of records.values()) {
    bytes += record.reduce((sum, one) => sum + one.bytes, 0);
    const isFull = batch.length + record.length > most || bytes > maxBatchBytes;
    if (isFull && batch.length > 0) break;
    batch.push(...record);
  }
  return batch.sort((a, b) => a.unsent.n - b.unsent.n);
}

function wired(unsent: Unsent): Wired {
  const { edit, kind, id, group, value, base } = unsent;
  const wire: Wired['wire'] = [edit, kind, id, group, JSON.parse(value) as JsonObject, base];
  return { unsent, wire, bytes: Buffer.byteLength(JSON.stringify(wire)) + 1 };
}

function seal(store: Store, edits: readonly Wired[], now: number): SealedBatch {
  const previous = store.get(last);
  const n = (previous?.n ?? 0) + 1;
  const request: PushRequest = {
    ...readIdentity(store),
    n,
    prev: previous?.hash ?? '',
    schema: schemaVersion,
    edits: edits.map(({ wire }) => wire),
  };
  const body = JSON.stringify(request);
  store.run(insert, n, body, hash('sha256', body), now);
  for (const { unsent } of edits) sealUnsent(store, unsent.n, n);
  return { n, body, edits: edits.length };
}
