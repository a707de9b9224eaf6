/** Streams the bundles of a shop to a PC that is new or far behind, from one place in the order. */
import type { ShopId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { SnapshotLine, SnapshotRequest } from '../../src-shared/sync/snapshot.ts';
import { type Bundled, readBundled, readBundleLines, type Wanted } from '../db/bundles.ts';
import type { Database } from '../db/database.ts';
import { inShop } from '../db/tenant.ts';
import type { Bundler } from './bundler.ts';

export type SnapshotDeps = { readonly database: Database; readonly bundler: Pick<Bundler, 'reach' | 'pack'> };
type Refused = { readonly reason: 'epoch'; readonly epoch: string; readonly seq: number; readonly mark: null };

const patienceMs = 10_000;
/** So many edits may be missing in the bundles: the PC hears of them by its next pull. */
const editsBehind = 20_000;
/** The first page is small, so that the list is of use soon. */
const firstPage = 100;
const pageSize = 400;

/** The lines of the answer; `unavailable` while the bundles are far behind. */
export async function snapshot(
  { database, bundler }: SnapshotDeps,
  shop: ShopId,
  request: SnapshotRequest,
): Promise<Result<AsyncGenerator<string>, Refused | 'unavailable'>> {
  // Whoever names workfiles mends by them: a bundle older than what a PC has would put the older values back there.
  await (request.only === null ? bundler.reach(shop, patienceMs) : bundler.pack(shop, request.only));
  const reached = await inShop(database, shop, (sql) => readBundled(sql, shop, request));
  const { epoch, lastSeq, bundledSeq } = reached;
  if (request.epoch !== '' && request.epoch !== epoch)
    return failed({ reason: 'epoch', epoch, seq: lastSeq, mark: null });
  if (request.only === null && lastSeq - bundledSeq > editsBehind) return failed('unavailable');
  const page = (wanted: Wanted, limit: number) =>
    inShop(database, shop, (sql) => readBundleLines(sql, shop, wanted, limit));
  return ok(lines(reached, request, page));
}

type Page = (wanted: Wanted, limit: number) => ReturnType<typeof readBundleLines>;

async function* lines({ epoch, mark, count }: Bundled, request: SnapshotRequest, page: Page): AsyncGenerator<string> {
  yield textOf(['begin', epoch, mark, count]);
  const { since, only } = request;
  let { after } = request;
  let sent = 0;
  let next = page({ since, after, only }, firstPage);
  for (;;) {
    const bundles = await next;
    const last = bundles.at(-1);
    if (last === undefined) break;
    after = last.workfile;
    // The database reads the next page while this one travels.
    next = page({ since, after, only }, pageSize);
    next.catch(() => undefined);
    for (const { line } of bundles) yield line;
    sent += bundles.length;
    yield textOf(['progress', sent]);
  }
  yield textOf(['end']);
}

const textOf = (line: SnapshotLine): string => JSON.stringify(line);
