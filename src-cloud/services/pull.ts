/** Streams what is newer than a PC's cursor, after making sure that PC and cloud speak of the same order. */

import type { ShopId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { Mark, PullAsked, PullLine, SyncRefusal } from '../../src-shared/sync/protocol.ts';
import type { Change, Stretch } from '../db/log.ts';
import type { ShopStore, Shops } from '../db/shop-store.ts';
import type { Order } from '../db/shops.ts';

type Refused = Exclude<SyncRefusal, { reason: 'upgrade' }>;

/** A PC that lacks more changes than this may fetch the workfiles as they are instead. */
const longPull = 50_000;

/** A PC applies what it has while the next is on its way. */
const commitEvery = 100;
const firstPage = 250;
const pageSize = 2_500;

/** The lines of the answer, read page by page as they are taken; or why the PC's cursor is not of this order. */
export async function pull(
  shops: Shops,
  shop: ShopId,
  request: PullAsked,
): Promise<Result<AsyncGenerator<PullLine>, Refused>> {
  return shops(shop, async (store) => {
    const refused = await mismatch(store, request);
    if (refused !== null) return failed(refused);
    const first = await store.readStretch(request.cursor, Math.min(firstPage, request.limit));
    if (await isTooOld(store, request.cursor, first.lastSeq)) return failed({ reason: 'cursor-too-old' });
    const next = (after: number, limit: number) => shops(shop, (later) => later.readStretch(after, limit));
    return ok(lines(first, request, next));
  });
}

/** Who asks from the very beginning wants the log itself. */
const isTooOld = async (store: ShopStore, cursor: number, lastSeq: number): Promise<boolean> =>
  cursor > 0 && lastSeq - cursor > longPull && store.isSnapshotShorter(cursor, lastSeq - cursor);

async function mismatch(store: ShopStore, request: PullAsked): Promise<Refused | null> {
  const { last } = request;
  const [batches, order, mark] = await Promise.all([
    store.readBatches(request, last === null ? [] : [last.n]),
    store.readOrder(),
    store.readNewestMark(request.marks),
  ]);
  const answered = last === null ? undefined : batches.get(last.n);
  if (last !== null && answered !== undefined && answered.hash !== last.hash) return { reason: 'device-forked' };
  const isKnown = last === null || answered !== undefined;
  if (isKnown && isSameOrder(request, order) && (await isSamePast(store, request, mark))) return null;
  return { reason: 'epoch', epoch: order.epoch, seq: order.lastSeq, mark };
}

/** An empty epoch asks without one. */
const isSameOrder = ({ epoch, cursor }: PullAsked, order: Order): boolean =>
  (epoch === '' || epoch === order.epoch) && cursor <= order.lastSeq;

/** A restored cloud may hand out numbers again: what stands at the cursor tells. */
async function isSamePast(store: ShopStore, request: PullAsked, newest: Mark | null): Promise<boolean> {
  const { cursor, at, marks } = request;
  if (cursor === 0) return true;
  if (marks.some(([seq]) => seq === cursor)) return newest?.[0] === cursor;
  return at === null || (await store.readEditAt(cursor)) === at;
}

/** What stood at the first page is the end; later edits wait for the next pull. */
async function* lines(
  first: Stretch,
  request: PullAsked,
  next: (after: number, limit: number) => Promise<Stretch>,
): AsyncGenerator<PullLine> {
  const { lastSeq, epoch } = first;
  let { cursor } = request;
  let { mark } = first;
  let left = Math.min(request.limit, lastSeq - cursor);
  let page: Stretch = first;
  let sent = 0;
  while (left > 0) {
    const newest = page.changes.at(-1);
    if (newest === undefined) throw new Error('the order has a gap');
    left -= page.changes.length;
    const following = left > 0 ? next(newest.seq, Math.min(pageSize, left)) : undefined;
    // A PC that goes away leaves nobody to wait for it.
    following?.catch(() => undefined);
    for (const change of page.changes) {
      yield lineOf(change);
      ({ seq: cursor, mark } = change);
      sent += 1;
      if (sent % commitEvery === 0) yield ['commit', cursor, mark];
    }
    if (following !== undefined) page = await following;
  }
  if (sent % commitEvery !== 0) yield ['commit', cursor, mark];
  yield ['end', cursor, lastSeq, epoch, mark];
}

const lineOf = ({ seq, edit, kind, id, group, value, base, by, at, workfile }: Change): PullLine => [
  'change',
  seq,
  edit,
  kind,
  id,
  group,
  value,
  base,
  { by, at, ...(workfile !== undefined && { workfile }) },
];
