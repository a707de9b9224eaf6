/** Streams what is newer than a PC's cursor, after making sure that PC and cloud speak of the same order. */

import type { ShopId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { Mark, PullAsked, PullLine, SyncRefusal } from '../../src-shared/sync/protocol.ts';
import { readBatches } from '../db/batches.ts';
import type { Database, Sql } from '../db/database.ts';
import { type Change, readEditAt, readNewestMark, readStretch, type Stretch } from '../db/log.ts';
import { type Order, readOrder } from '../db/shops.ts';
import { inShop } from '../db/tenant.ts';

type Refused = Extract<SyncRefusal, { reason: 'device-forked' | 'epoch' }>;

const commitEvery = 500;
const pageSize = 2_500;

/** The lines of the answer, read page by page as they are taken; or why the PC's cursor is not of this order. */
export async function pull(
  database: Database,
  shop: ShopId,
  request: PullAsked,
): Promise<Result<AsyncGenerator<PullLine>, Refused>> {
  return inShop(database, shop, async (sql) => {
    const refused = await mismatch(sql, shop, request);
    if (refused !== null) return failed(refused);
    const first = await readStretch(sql, shop, request.cursor, Math.min(pageSize, request.limit));
    const next = (after: number, limit: number) =>
      inShop(database, shop, (later) => readStretch(later, shop, after, limit));
    return ok(lines(first, request, next));
  });
}

async function mismatch(sql: Sql, shop: ShopId, request: PullAsked): Promise<Refused | null> {
  const { last } = request;
  const answered = last === null ? undefined : (await readBatches(sql, shop, request, [last.n])).get(last.n);
  if (last !== null && answered !== undefined && answered.hash !== last.hash) return { reason: 'device-forked' };
  const order = await readOrder(sql, shop);
  const mark = await readNewestMark(sql, shop, request.marks);
  const isKnown = last === null || answered !== undefined;
  if (isKnown && isSameOrder(request, order) && (await isSamePast(sql, shop, request, mark))) return null;
  return { reason: 'epoch', epoch: order.epoch, seq: order.lastSeq, mark };
}

/** An empty epoch asks without one. */
const isSameOrder = ({ epoch, cursor }: PullAsked, order: Order): boolean =>
  (epoch === '' || epoch === order.epoch) && cursor <= order.lastSeq;

/** A restored cloud may hand out numbers again: what stands at the cursor tells. */
async function isSamePast(sql: Sql, shop: ShopId, request: PullAsked, newest: Mark | null): Promise<boolean> {
  const { cursor, at, marks } = request;
  if (cursor === 0) return true;
  if (marks.some(([seq]) => seq === cursor)) return newest?.[0] === cursor;
  return at === null || (await readEditAt(sql, shop, cursor)) === at;
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
  for (; left > 0; page = await next(cursor, Math.min(pageSize, left))) {
    if (page.changes.length === 0) throw new Error('the order has a gap');
    for (const change of page.changes) {
      yield lineOf(change);
      ({ seq: cursor, mark } = change);
      sent += 1;
      if (sent % commitEvery === 0) yield ['commit', cursor, mark];
    }
    left -= page.changes.length;
    if (left <= 0) break;
  }
  if (sent % commitEvery !== 0) yield ['commit', cursor, mark];
  yield ['end', cursor, lastSeq, epoch, mark];
}

const lineOf = ({ seq, edit, kind, id, group, value, base, by, at }: Change): PullLine => [
  'change',
  seq,
  edit,
  kind,
  id,
  group,
  value,
  base,
  { by, at },
];
