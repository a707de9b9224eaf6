/** A cloud that exports to a simulated dealer and dies again and again, with the people who ask it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { ExportState, ExportTiming, Recall } from '../../src-shared/domain/dms/export-job.ts';
import type { CommandAnswer } from '../../src-shared/sync/commands.ts';
import { startTestCloud } from '../support/cloud.ts';
import { type Sent, send } from '../support/cloud-commands.ts';
import { openPc, type Pc } from '../support/cloud-pc.ts';
import { openDealer } from '../support/dealer.ts';
import { put } from '../support/dealer-shop.ts';
import type { DyingCloud } from './dying-cloud.ts';
import type { Death } from './export-points.ts';
import type { OwnPostgres } from './own-postgres.ts';

/** The spans of a cloud that exports `times` as slowly as it can. */
const timingOf = (times: number): ExportTiming => ({
  ...{ leaseMs: 300 * times, timeoutMs: 100 * times, slackMs: 100 * times, lagMs: 60 * times },
});
/** When the dealer books a late request: nobody waits for its answer any more, and nobody looks for it yet. */
export const lateMs = 150;
const dealerLagMs = 40;

// The secret of clouds that are started for tests: a session of one is a session of all.
const secret = 'a secret of at least thirty-two characters';
const program = path.resolve(import.meta.dirname, 'dying-cloud.ts');

export type MortalCloud = Awaited<ReturnType<typeof openMortalCloud>>;
export type StoredJob = { readonly subject: string; readonly reference: string; readonly state: ExportState };

/** How one life of it is: where it ends, how slow it is, and how far its clock jumps when it is asked for a marked receipt. */
export type Life = { readonly death: Death; readonly times: number; readonly jumpMs: number };

export type Living = { readonly isDead: () => boolean; readonly kill: () => Promise<void> };

export async function openMortalCloud(server: OwnPostgres, recall: Recall) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-export-'));
  const dealer = await openDealer(path.join(folder, 'dealer.ndjson'), recall, dealerLagMs);
  const database = await server.fresh();
  const dealing = { dealer: { url: dealer.url }, exportTiming: timingOf(1) };
  const first = await startTestCloud({ ...dealing, database: { ...database, drop: async () => undefined } });
  const shop = await first.openShop();
  const desktop = await openPc(first.url, await shop.hire('manager'));
  const dashboard = await openPc(first.url, await shop.hire('office'));
  await put(desktop, '/dms/connection', { on: true, setup: { partner: 'simulated', settings: { recall } } });
  const records = new pg.Client({ connectionString: database.url });
  await records.connect();
  const options = {
    ...{ ...dealing, secret, host: '127.0.0.1', port: Number(new URL(first.url).port), demoWorkfiles: 0 },
    ...{ place: database.place, photosFolder: path.join(folder, 'photos') },
  };
  const compiled = path.join(folder, 'compiled');
  const living = new Set<Living>();
  return {
    ...{ dealer, desktop, dashboard },
    /** From now on it lives and dies as processes of its own. */
    handOver: () => first.close(),
    /** The next life. */
    async live({ times, ...life }: Life): Promise<Living> {
      const one = await liveOnce({ ...options, ...life, exportTiming: timingOf(times) }, compiled);
      living.add(one);
      return one;
    },
    /** How far the exports are. */
    jobs: async () =>
      (await records.query<StoredJob>('select subject, reference, state from dms_export order by reference')).rows,
    async close() {
      // Where something failed one lives on.
      for (const one of living) await one.kill();
      await records.end();
      await database.drop();
      await dealer.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts it; it may be dead before it listens. Each life leaves its program `compiled` to the next ones. */
async function liveOnce(options: DyingCloud, compiled: string): Promise<Living> {
  const child = spawn(process.execPath, [program, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  const state = { isDead: false };
  const ended = once(child, 'exit').then(([code, signal]) => {
    state.isDead = true;
    if (signal !== 'SIGKILL') throw new Error(`the cloud ended by itself: ${String(code)} ${String(signal)}`);
  });
  await Promise.race([once(child.stdout, 'data'), ended]);
  return {
    isDead: () => state.isDead,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const patienceMs = 240_000;

/** Asks until the cloud answers, however often it dies over it. */
export async function askOn(pc: Pc, sent: Sent): Promise<CommandAnswer> {
  const last: { error: unknown } = { error: undefined };
  for (const end = Date.now() + patienceMs; Date.now() < end; ) {
    const answer = await send(pc, sent).catch((error: unknown) => {
      last.error = error;
      return undefined;
    });
    if (answer?.state === 'done' || answer?.state === 'refused') return answer;
    await pause(200);
  }
  throw new Error(`no answer to ${sent.name}`, { cause: last.error });
}
