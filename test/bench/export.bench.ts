/** "Export all Ready payments" beside the bare calls of the adapter: `npm run bench -- export [--payments 1000] [--rounds 3]`. */
import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { simulatedPartner } from '../../src-cloud/dms/simulated-partner.ts';
import { exportsAtOnce } from '../../src-cloud/jobs/export-queue.ts';
import { usualTiming } from '../../src-cloud/services/dms/timing.ts';
import { simulatedCapabilities, simulatedSettings } from '../../src-shared/domain/dms/settings/simulated.ts';
import { type DealerShop, openDealerShop, paymentOf, take } from '../support/dealer-shop.ts';
import { payment } from '../support/dms/partner-requests.ts';
import { compare, figureOf, printVersions } from './measure.ts';
import { freshDatabase } from './sync/fresh-database.ts';

const { values: asked } = parseArgs({
  options: { payments: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '3' } },
});
const [payments, rounds] = [Number(asked.payments), Number(asked.rounds)];
/** How long the partner takes over one. */
const partnerMs = 20;
/** How many commands are on their way at once, as from a PC. */
const commandsAtOnce = 8;

const url = await freshDatabase('export');
const database = { place: { kind: 'postgres', url } as const, drop: async () => undefined };
const shop = await openDealerShop({ timing: usualTiming, database });
const records = new pg.Client({ connectionString: url });
await records.connect();
try {
  await measure();
} finally {
  await records.end();
  await shop.close();
}

async function measure(): Promise<void> {
  printVersions(['pg', 'fastify', 'pg-boss']);
  console.log(`${os.cpus().length} processors, load ${(os.loadavg()[0] ?? 0).toFixed(1)}`);
  console.log(`${payments} payments, a partner that takes ${partnerMs} ms over one, ${exportsAtOnce} at once`);
  const [product, limit, asking]: [number[], number[], number[]] = [[], [], []];
  for (let round = 1; round <= rounds; round += 1) {
    limit.push(await rateOf(round, bareCalls));
    product.push(await rateOf(round, (n) => exportAll(n, asking)));
  }
  const sides = {
    product: figureOf(product),
    limit: figureOf(limit),
    wanted: 'each is three commits to the disk, one after the other',
  };
  compare('payments a second, from the first command to the last Posted', { ...sides, unit: '/s' });
  console.log(`  of that the commands alone: ${figureOf(asking).median.toFixed(0)} /s`);
}

/** Payments a second. */
async function rateOf(round: number, work: (round: number) => Promise<number>): Promise<number> {
  for (let left = payments; left > 0; left -= 1) await shop.dealer.lay({ kind: 'slow', ms: partnerMs });
  return (payments * 1_000) / (await work(round));
}

async function bareCalls(round: number): Promise<number> {
  const capabilities = simulatedCapabilities(simulatedSettings.parse({}));
  const { send } = simulatedPartner(shop.dealer.url, capabilities, usualTiming.timeoutMs);
  const requests = Array.from({ length: payments }, (_, n) => payment({ reference: `bare ${round} ${n}` }));
  const from = performance.now();
  await sideBySide(requests, exportsAtOnce, async (request) => {
    const { kind } = await send(request.reference, request);
    if (kind !== 'accepted') throw new Error(`the partner's answer was ${kind}`);
  });
  return performance.now() - from;
}

/** Answers the milliseconds until all are posted; how fast they were asked for is noted. */
async function exportAll(round: number, asking: number[]): Promise<number> {
  const receipts = await takeAll(shop, round);
  const from = performance.now();
  await sideBySide(receipts, commandsAtOnce, async (receipt) => {
    const answer = await shop.ask(paymentOf(shop.pc, receipt));
    if (answer.state !== 'done') throw new Error(`not asked for: ${JSON.stringify(answer)}`);
  });
  asking.push((payments * 1_000) / (performance.now() - from));
  while ((await posted()) < payments * round) await pause(20);
  return performance.now() - from;
}

async function takeAll({ pc, begin }: DealerShop, round: number): Promise<readonly string[]> {
  const workfile = await begin();
  const receipts: string[] = [];
  for (let n = 0; n < payments; n += 1) receipts.push(await take(pc, workfile, {}, `${round} ${n}`));
  return receipts;
}

async function posted(): Promise<number> {
  const text = "select count(*)::int as count from dms_export where state ->> 'kind' = 'posted'";
  return (await records.query<{ count: number }>(text)).rows[0]?.count ?? 0;
}

/** Works on all of them, so many at once. */
async function sideBySide<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const left = all.values();
  const worker = async (): Promise<void> => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
