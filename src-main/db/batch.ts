// Sealed batches: exact bytes with a number and the hash of the batch before, sent until answered and kept after it.

import { hash } from 'node:crypto';
import { maxBatchBytes, maxBatchEdits, type PushRequest, schemaVersion } from '../../src-shared/sync/protocol.ts';
import { oldestAgain, sealAgain, sendAgain } from './again.ts';
import { readIdentity } from './identity.ts';
import { keep } from './kept.ts';
import { oldestSendable, removeUnsent, sealUnsent, type Unsent } from './outbox.ts';
import { query } from './query.ts';
import { isDamaged } from './record.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

export type SealedBatch = { readonly n: number; readonly body: string; readonly edits: number };

const retainedMs = 30 * 24 * 60 * 60 * 1000;

const unanswered = query<{ n: number; body: string }>(
  'batch.unanswered',
  `select n, body from batch where answered_at is null
     and (exists (select 1 from outbox where batch_n = batch.n and author = ?)
       or exists (select 1 from again where batch_n = batch.n and author = ?)) order by n limit 1`,
);
const last = query<{ n: number; hash: string; moved: 0 | 1 }>(
  'batch.last',
  'select n, hash, moved from batch order by n desc limit 1',
);
const answered = query<{ n: number; hash: string }>(
  'batch.last-answered',
  'select n, hash from batch where answered_at is not null and moved = 0 order by n desc limit 1',
);
const retained = query<{ body: string; author: string; authorName: string }>(
  'batch.retained',
  `select body, author, author_name as authorName from batch
   where answered_at is not null and moved = 0 order by n`,
);
// An unanswered one is opened again: its edits are still in the outbox.
const setMoved = query('batch.set-moved', 'update batch set moved = 1 where moved = 0');
const removeAll = query('batch.remove-all', 'delete from batch');
const insert = query(
  'batch.insert',
  'insert into batch (n, body, hash, sealed_at, author, author_name) values (?, ?, ?, ?, ?, ?)',
);
const setAnswered = query('batch.mark-answered', 'update batch set answered_at = ? where n = ?');
const forget = query(
  'batch.forget',
  'delete from batch where answered_at < ? and n < (select max(n) from batch where answered_at is not null)',
);

/** Whose edits are sealed: one batch has one author. `most` is how many edits it may hold. */
export type Sealing = { readonly author: string; readonly now: number; readonly most?: number };

/** The batch to send now: the author's unanswered one again, or a new one of the oldest edits; null when nothing can go. */
export function sealNext(store: Store, { author, now, most = maxBatchEdits }: Sealing): SealedBatch | null {
  const again = store.get(unanswered, author, author);
  if (again !== undefined) return { ...again, edits: countOf(again.body) };
  return transact(store, () => {
    const once = fitting(alike(oldestAgain(store, author, most)), most);
    if (once.length > 0) return seal(store, once, now, sealAgain);
    const sound = oldestSendable(store, author, most).filter((edit) => isSound(store, edit, now));
    const edits = fitting(alike(sound), most);
    return edits.length === 0 ? null : seal(store, edits, now, sealUnsent);
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

/** Takes the edits of every answered batch over to be sent once more: the cloud may have lost them. */
export function sendRetainedAgain(store: Store): void {
  for (const { body, author, authorName } of store.all(retained)) {
    const request = JSON.parse(body) as PushRequest;
    // What was brought back of others lies among what was heard of them.
    if (request.brought !== true) sendAgain(store, request, { id: author, name: authorName });
  }
  store.run(setMoved);
}

/** Forgets all batches and their numbers, once their edits are in `again` and the outbox: a new identity starts at 1. */
export const forgetBatches = (store: Store): void => void store.run(removeAll);

const countOf = (body: string): number => (JSON.parse(body) as PushRequest).edits.length;

/** Whether the edit's row is what was written. The edit of a damaged row is never sent: it is kept for a person. */
function isSound(store: Store, unsent: Unsent, now: number): boolean {
  if (!isDamaged(store, unsent.kind, unsent.id)) return true;
  const { edit, workfileId, kind, id, group, value: mine, base } = unsent;
  keep(store, { edit, workfileId, kind, id, group, reason: 'damaged-row', mine, theirs: null, keptAt: now }, base);
  removeUnsent(store, unsent.n);
  return false;
}

type Sendable = Pick<Unsent, 'n' | 'edit' | 'kind' | 'id' | 'group' | 'value' | 'base' | 'author' | 'schema'> & {
  readonly authorName: string;
  readonly brought?: 0 | 1;
};
type Wired = { readonly unsent: Sendable; readonly wire: string; readonly bytes: number };

const envelopeBytes = 400;

/** The first edits, as far as one batch can say of all of them which version wrote them and whether they are brought back. */
function alike<E extends Sendable>(edits: readonly E[]): readonly E[] {
  const [first] = edits;
  const other = edits.findIndex(({ schema, brought }) => schema !== first?.schema || brought !== first.brought);
  return other < 0 ? edits : edits.slice(0, other);
}

/**
 * The edits that one batch may hold, at least one record's. The edits of a record travel together, because a rule may
 * look at several of its groups and an edit that was written again keeps its early place.
 */
function fitting(edits: readonly Sendable[], most: number): readonly Wired[] {
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

function wired(unsent: Sendable): Wired {
  const { edit, kind, id, group, value, base } = unsent;
  const names = JSON.stringify([edit, kind, id, group]).slice(0, -1);
  const wire = `${names},${value},${JSON.stringify(base)}]`;
  return { unsent, wire, bytes: Buffer.byteLength(wire) + 1 };
}

function seal(
  store: Store,
  edits: readonly Wired[],
  now: number,
  mark: (store: Store, edits: readonly number[], batch: number) => void,
): SealedBatch {
  const previous = store.get(last);
  const n = (previous?.n ?? 0) + 1;
  const [first] = edits;
  const envelope: Omit<PushRequest, 'edits'> = {
    ...readIdentity(store),
    n,
    // After the cloud lost batches a new chain begins: it cannot know the one before.
    prev: previous === undefined || previous.moved === 1 ? '' : previous.hash,
    schema: first?.unsent.schema ?? schemaVersion,
    ...(first?.unsent.brought === 1 && { brought: true }),
  };
  const body = `${JSON.stringify(envelope).slice(0, -1)},"edits":[${edits.map(({ wire }) => wire).join()}]}`;
  const { author = '', authorName = '' } = first?.unsent ?? {};
  store.run(insert, n, body, hash('sha256', body), now, author, authorName);
  mark(
    store,
    edits.map(({ unsent }) => unsent.n),
    n,
  );
  return { n, body, edits: edits.length };
}
