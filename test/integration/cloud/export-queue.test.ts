/** What wakes workers: it stands or falls with the transaction that asked for it, and no end of a process forgets it. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../../src-cloud/db/database.ts';
import type { ShopExport } from '../../../src-cloud/db/dms-store.ts';
import { insertShop } from '../../../src-cloud/db/shops.ts';
import { inShop } from '../../../src-cloud/db/tenant.ts';
import { createExportQueue } from '../../../src-cloud/jobs/export-queue.ts';
import type { ShopId } from '../../../src-shared/base/ids.ts';
import { freshId } from '../../support/cloud.ts';
import { freshDatabase, type TestDatabase } from '../../support/cloud-database.ts';

let fresh: TestDatabase;
let database: Database;
const shop = freshId() as ShopId;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase(fresh.place);
  await inShop(database, shop, (sql) => insertShop(sql, { id: shop, name: 'A shop', timeZone: 'America/Chicago' }));
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const leaseMs = 2_000;
const patience = { timeout: 60_000, interval: 50 };
const payment = (): ShopExport => ({ shop, kind: 'payment', subject: freshId() });

/** A process that attends to exports. */
async function open() {
  const attended: string[] = [];
  const troubles: string[] = [];
  const queue = createExportQueue(database, (event) => void troubles.push(event), leaseMs);
  await queue.start(async ({ subject }) => void attended.push(subject));
  const wake = (one: ShopExport, at = 0) => inShop(database, shop, (sql) => queue.wake(sql, one, at));
  return { queue, attended, troubles, wake };
}

test('a transaction that fails wakes nobody, and one that asks twice at one time wakes once', async () => {
  const working = await open();
  const [kept, lost] = [payment(), payment()];
  const failing = inShop(database, shop, async (sql) => {
    await working.queue.wake(sql, lost, 0);
    await sql.query('select 1 / 0');
  });
  await expect(failing).rejects.toThrow();
  await inShop(database, shop, async (sql) => {
    await working.queue.wake(sql, kept, 0);
    await working.queue.wake(sql, kept, 0);
  });
  await vi.waitFor(() => expect(working.attended).toContain(kept.subject), patience);
  const last = payment();
  await working.wake(last);
  await vi.waitFor(() => expect(working.attended).toContain(last.subject), patience);
  expect(working.attended).toEqual([kept.subject, last.subject]);
  expect(working.troubles).toEqual([]);
  await working.queue.close();
});

test('what is due after a process ended is attended to by the next', async () => {
  const [first, one, at] = [await open(), payment(), Date.now() + 3_000];
  await first.wake(one, at);
  await first.queue.close();
  const next = await open();
  await vi.waitFor(() => expect(next.attended).toEqual([one.subject]), patience);
  expect(Date.now()).toBeGreaterThanOrEqual(at);
  expect([...first.attended, ...first.troubles, ...next.troubles]).toEqual([]);
  await next.queue.close();
});

test('one that fails, or whose worker never comes back, is attended to again, however often, and the log names it', async () => {
  const one = payment();
  const tries = { made: 0 };
  const logged: string[] = [];
  const queue = createExportQueue(database, (event, { name }) => void logged.push(`${event} ${name}`), leaseMs);
  await queue.start(async () => {
    tries.made += 1;
    if (tries.made === 1) await new Promise(() => undefined);
    if (tries.made < 5) throw new RangeError('what was sent');
  });
  await inShop(database, shop, (sql) => queue.wake(sql, one, 0));
  await vi.waitFor(() => expect(tries.made).toBe(5), patience);
  expect(logged.filter((line) => line === 'export-failed RangeError')).toHaveLength(3);
  await queue.close();
});
