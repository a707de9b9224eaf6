/** Has workers look at exports when their time comes: a queue in the same database, so that a crash forgets none. */
import { PgBoss } from 'pg-boss';
import type { Database, Sql } from '../db/database.ts';
import type { ShopExport, Wake } from '../db/dms-store.ts';

export type ExportQueue = {
  readonly wake: Wake;
  /** From now on workers attend to what wakes them. */
  readonly start: (attend: (one: ShopExport) => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Log = (event: string, fields: { readonly name: string }) => void;

const queue = 'export';
/** A worker asks so often, in seconds, and takes so many at once. */
const everyS = 0.5;
export const exportsAtOnce = 10;

/** However often processes die over one, or fail at it. */
const tries = { retryLimit: 1_000_000, retryDelay: 1, retryBackoff: true, retryDelayMax: 60 };

/**
 * Tables and queue were made by a migration: whoever works here owns nothing. `leaseMs`: how long one may be attended to;
 * then its worker is taken for dead, and another one is called.
 */
export function createExportQueue(database: Database, log: Log, leaseMs: number): ExportQueue {
  const expireInSeconds = Math.ceil(leaseMs / 1_000);
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.lend((sql) => ask(sql, text, values)) },
    ...{ schema: 'jobs', migrate: false, createSchema: false, schedule: false, reindex: false, monitorVacuum: false },
    ...{ superviseIntervalSeconds: expireInSeconds, monitorIntervalSeconds: expireInSeconds },
  });
  boss.on('error', (error) => log('queue-failed', { name: error.name }));
  return {
    async wake(sql, { shop, kind, subject }, at) {
      // What is asked for twice at one time is done once.
      const singletonKey = [shop, kind, subject, at].join(' ');
      const startAfter = new Date(at);
      const db = { executeSql: (text: string, values?: unknown[]) => ask(sql, text, values) };
      const due = at === 0 ? {} : { startAfter };
      await boss.send(queue, { shop, kind, subject }, { singletonKey, db, expireInSeconds, ...tries, ...due });
    },
    async start(attend) {
      await boss.start();
      const options = { pollingIntervalSeconds: everyS, batchSize: exportsAtOnce, burstWhenBatchFull: true };
      await boss.work<ShopExport>(queue, options, async (jobs) => {
        const done = await Promise.allSettled(jobs.map(({ data }) => attend(data)));
        const lost = done.filter((one) => one.status === 'rejected').map(({ reason }): unknown => reason);
        for (const reason of lost) log('export-failed', { name: nameOf(reason) });
        // The queue calls again: whoever was attended to finds nothing to do.
        if (lost.length > 0) throw lost[0];
      });
    },
    close: () => boss.stop({ graceful: true, close: false, timeout: 5_000 }),
  };
}

/** No words of an error: they may hold what was sent. */
const nameOf = (reason: unknown): string => (reason instanceof Error ? reason.name : typeof reason);

async function ask(sql: Sql, text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }> {
  // Several statements in one text have no rows of their own; only the queue's own upkeep asks so.
  const rows: unknown = await sql.query<Record<string, unknown>>(text, values);
  return { rows: Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [] };
}
