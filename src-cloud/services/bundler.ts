/** Keeps the bundles of workfiles fresh: some time after a push, outside of the shop's lock, from where it was left. */
import type { ShopId } from '../../src-shared/base/ids.ts';
import { packRecords, stateHash } from '../db/bundle-bytes.ts';
import {
  advanceBundled,
  type Bundle,
  readStale,
  readWorkfiles,
  saveBundles,
  type WorkfileRecord,
} from '../db/bundles.ts';
import type { Database } from '../db/database.ts';
import { inShop } from '../db/tenant.ts';
import { headerOf } from './bundle-header.ts';
import type { Calm } from './calm.ts';

export type BundlerDeps = {
  readonly database: Database;
  /** Waited for between pieces of work that nobody waits for. */
  readonly calm?: Pick<Calm, 'wait'>;
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
};

export type Bundler = {
  /** Says that a shop's order moved; its bundles follow soon. */
  readonly touch: (shop: ShopId) => void;
  /** Brings the bundles of a shop up to its order now; resolves when that is done, or after this time. */
  readonly reach: (shop: ShopId, patienceMs: number) => Promise<void>;
  /** Packs these workfiles as they are at this moment, however far behind the others are. */
  readonly pack: (shop: ShopId, workfiles: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Pushes come in bursts: a workfile is packed once for all of them, when nobody has pushed for a while or it is time. */
const quietMs = 2_000;
const longestMs = 30_000;
const retryMs = 30_000;
const editsAtOnce = 2_000;
/** So many workfiles keep the process for a moment; then whoever waits for an answer is served, and first. */
const workfilesAtOnce = 20;

export function createBundler(deps: BundlerDeps): Bundler {
  const timers = new Map<ShopId, { readonly quiet: NodeJS.Timeout; readonly longest: NodeJS.Timeout }>();
  const running = new Map<ShopId, Promise<void>>();
  /** How many wait for a shop's bundles. */
  const awaited = new Map<ShopId, number>();
  const life = { closed: false };
  const rest = async (shop: ShopId): Promise<void> => {
    if (!life.closed && (awaited.get(shop) ?? 0) === 0) await deps.calm?.wait();
  };

  const stopWaiting = (shop: ShopId): void => {
    clearTimeout(timers.get(shop)?.quiet);
    clearTimeout(timers.get(shop)?.longest);
    timers.delete(shop);
  };
  const run = (shop: ShopId): Promise<void> => {
    stopWaiting(shop);
    const work = running.get(shop) ?? follow(shop).finally(() => running.delete(shop));
    running.set(shop, work);
    return work;
  };
  const follow = async (shop: ShopId): Promise<void> => {
    try {
      while (!life.closed && (await bundleSome(deps.database, shop, () => rest(shop))));
    } catch (error) {
      if (life.closed) return;
      deps.log('bundling-failed', { name: error instanceof Error ? error.name : typeof error });
      wait(shop, retryMs);
    }
  };
  const wait = (shop: ShopId, ms: number): void => {
    if (life.closed) return;
    const known = timers.get(shop);
    clearTimeout(known?.quiet);
    const go = () => void run(shop);
    timers.set(shop, { quiet: setTimeout(go, ms), longest: known?.longest ?? setTimeout(go, longestMs) });
  };
  return {
    touch: (shop) => wait(shop, quietMs),
    async reach(shop, patienceMs) {
      // What runs already may have looked before the last edit came.
      const work = (running.get(shop) ?? Promise.resolve()).then(() => run(shop));
      const enough = new AbortController();
      awaited.set(shop, (awaited.get(shop) ?? 0) + 1);
      await Promise.race([work.finally(() => enough.abort()), patience(patienceMs, enough.signal)]);
      awaited.set(shop, (awaited.get(shop) ?? 1) - 1);
    },
    pack: (shop, workfiles) => packAll(deps.database, shop, workfiles),
    async close() {
      life.closed = true;
      for (const shop of timers.keys()) stopWaiting(shop);
      await Promise.allSettled(running.values());
    },
  };
}

const patience = (ms: number, enough: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    enough.addEventListener('abort', () => clearTimeout(timer));
  });

type Rest = () => Promise<void>;

/** Packs the workfiles of the next piece of the order; answers whether there was one. */
async function bundleSome(database: Database, shop: ShopId, rest: Rest): Promise<boolean> {
  const { upTo, workfiles } = await inShop(database, shop, (sql) => readStale(sql, shop, editsAtOnce));
  if (upTo === 0) return false;
  await packAll(database, shop, workfiles, rest);
  await inShop(database, shop, (sql) => advanceBundled(sql, shop, upTo));
  return true;
}

async function packAll(database: Database, shop: ShopId, workfiles: readonly string[], rest?: Rest): Promise<void> {
  for (let at = 0; at < workfiles.length; at += workfilesAtOnce) {
    await rest?.();
    const part = workfiles.slice(at, at + workfilesAtOnce);
    const records = await inShop(database, shop, (sql) => readWorkfiles(sql, shop, part));
    const bundles = await Promise.all(byWorkfile(records).map(bundleOf));
    await inShop(database, shop, (sql) => saveBundles(sql, shop, bundles));
  }
}

function byWorkfile(records: readonly WorkfileRecord[]): readonly (readonly WorkfileRecord[])[] {
  const found = new Map<string, WorkfileRecord[]>();
  for (const record of records) {
    const own = found.get(record.workfile);
    if (own === undefined) found.set(record.workfile, [record]);
    else own.push(record);
  }
  return [...found.values()];
}

async function bundleOf(records: readonly WorkfileRecord[]): Promise<Bundle> {
  const packed = await packRecords(
    records.map(({ kind, id, deleted, edit, edits, value }) => [kind, id, deleted, edit, edits, value]),
  );
  return {
    workfile: records[0]?.workfile ?? '',
    seq: Math.max(...records.map(({ seq }) => seq)),
    header: headerOf(records),
    hash: stateHash(records),
    ...packed,
  };
}
