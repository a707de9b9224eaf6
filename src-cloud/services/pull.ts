/** Streams what is newer than a PC's cursor, after making sure that PC and cloud speak of the same order. */

import type { ShopId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { PullLine, PullRequest } from '../../src-shared/sync/protocol.ts';
import { readBatches } from '../db/batches.ts';
import type { Database, Sql } from '../db/database.ts';
import { type Change, readEditAt, readStretch, type Stretch } from '../db/log.ts';
import { type Order, readOrder } from '../db/shops.ts';
import { inShop } from '../db/tenant.ts';

type Refused = 'device-forked' | 'epoch';

const commitEvery = 500;
const pageSize = 2_500;

/** The lines of the answer, read page by page as they are taken; or why the PC's cursor is not of this order. */
export async function pull(
  database: Database,
  shop: ShopId,
  request: PullRequest,
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

async function mismatch(sql: Sql, shop: ShopId, request: PullRequest): Promise<Refused | null> {
  if (request.last !== null) {
    const { n, hash } = request.last;
    const answered = (await readBatches(sql, shop, request, [n])).get(n);
    if (answered === undefined) return 'epoch';
    if (answered.hash !== hash) return 'device-forked';
  }
  return (await isSameOrder(sql, shop, request, await readOrder(sql, shop))) ? null : 'epoch';
}

/** A restored cloud may hand out numbers again: the edit at the cursor tells. An empty epoch asks without one. */
async function isSameOrder(sql: Sql, shop: ShopId, request: PullRequest, order: Order): Promise<boolean> {
  if (request.epoch !== '' && request.epoch !== order.epoch) return false;
  if (request.cursor > order.lastSeq) return false;
  if (request.cursor === 0 || request.at === null) return true;
  return (await readEditAt(sql, shop, request.cursor)) === request.at;
}

/** What stood at the first page is the end; later edits wait for the next pull. */
async function* lines(
  first: Stretch,
  request: PullRequest,
  next: (after: number, limit: number) => Promise<Stretch>,
): AsyncGenerator<PullLine> {
  const { lastSeq, epoch } = first;
  let cursor = request.cursor;
  let left = Math.min(request.limit, lastSeq - cursor);
  let page: Stretch = first;
  let sent = 0;
  for (; left > 0; page = await next(cursor, Math.min(pageSize, left))) {
    if (page.changes.length === 0) throw new Error('the order has a gap');
    for (const change of page.changes) {
      yield lineOf(change);
      cursor = change.seq;
      sent += 1;
      if (sent % commitEvery === 0) yield ['commit', cursor];
    }
    left -= page.changes.length;
    if (left <= 0) break;
  }
  if (sent % commitEvery !== 0) yield ['commit', cursor];
  yield ['end', cursor, lastSeq, epoch];
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
