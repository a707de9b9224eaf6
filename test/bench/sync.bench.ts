/** Sync beside PouchDB, RxDB, TinyBase and the raw limit: `npm run bench -- sync [--only t1,t3] [--systems product,raw]`. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import pg from 'pg';
import { printVersions } from './measure.ts';
import {
  type Cloud,
  type ContestantName,
  contestants,
  openCloud,
  type Round,
  runRound,
  type Work,
} from './sync/contestants.ts';
import { measurePushTransaction } from './sync/push-transaction.ts';
import { peerVersion, printBytes, printInitial, printPulls, printPushes, type Rounds } from './sync/report.ts';
import { collectVerdicts, type Verdicts } from './sync/verdicts.ts';
import { measureTyping, measureVisible } from './sync/visible.ts';
import { readDocuments, writeDocuments } from './sync/workload.ts';

const targets = ['t1', 't3', 't4', 't5', 't7', 't12', 't13'] as const;
type Target = (typeof targets)[number];
const all = Object.keys(contestants) as ContestantName[];

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string', default: targets.join() },
    systems: { type: 'string', default: all.join() },
    workfiles: { type: 'string', default: '10000' },
    edits: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
  },
});
const wanted = new Set(chosen(asked.only.toLowerCase(), targets));
const systems = chosen(asked.systems, all);
const rounds = Number(asked.rounds);
const isWanted = (...some: readonly Target[]): boolean => some.some((target) => wanted.has(target));
const steps = { pulls: isWanted('t3', 't12'), pushes: isWanted('t4', 't12') };

const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-sync-bench-'));
try {
  await measure(collectVerdicts());
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function chosen<T extends string>(list: string, known: readonly T[]): readonly T[] {
  const names = list.split(',').map((name) => name.trim());
  const strange = names.find((name) => !known.includes(name as T));
  if (strange !== undefined) throw new Error(`there is no ${strange}: choose from ${known.join()}`);
  return known.filter((name) => names.includes(name));
}

async function measure(verdicts: Verdicts): Promise<void> {
  await sayWhat();
  if (isWanted('t5')) await measurePushTransaction(folder, rounds, verdicts);
  const isRace = isWanted('t1', 't3', 't4', 't12');
  if (isRace || isWanted('t7', 't13')) await measureSystems(isRace, verdicts);
  verdicts.print();
}

async function measureSystems(isRace: boolean, verdicts: Verdicts): Promise<void> {
  const work = makeWork();
  const clouds: Cloud[] = [];
  try {
    for (const name of isRace ? systems : (['product'] as const)) clouds.push(await opened(name, work));
    if (isRace) show(await race(clouds, work), work, verdicts);
    const product = clouds.find(({ name }) => name === 'product');
    if (product !== undefined && isWanted('t7')) await measureTyping(product, work, verdicts);
    if (product !== undefined && isWanted('t13')) await measureVisible(product, work, verdicts);
  } finally {
    for (const { worker } of clouds) await worker.end();
  }
}

async function opened(name: ContestantName, work: Work): Promise<Cloud> {
  const from = performance.now();
  const cloud = await openCloud(name, work);
  console.log(`  ${name}: the cloud was filled in ${((performance.now() - from) / 1000).toFixed(0)} s`);
  return cloud;
}

function show(done: Rounds, work: Work, verdicts: Verdicts): void {
  const shown = { rounds: done, workfiles: work.documents.length, edits: work.edits, verdicts };
  if (isWanted('t1')) printInitial(shown);
  if (isWanted('t3')) printPulls(shown);
  if (isWanted('t4')) printPushes(shown);
  if (isWanted('t12')) printBytes(shown);
}

function makeWork(): Work {
  const file = path.join(folder, 'workfiles.ndjson');
  const bytes = writeDocuments(file, Number(asked.workfiles));
  const documents = readDocuments(file);
  const counted = documents.length.toLocaleString('en-US');
  console.log(`${counted} workfiles of ${bytes} bytes of JSON, ${asked.edits} edits, ${rounds} rounds`);
  return { folder, file, documents, edits: Number(asked.edits) };
}

async function sayWhat(): Promise<void> {
  const sqlite = new Database(':memory:');
  const client = new pg.Client({ connectionString: process.env.BENCH_DATABASE_URL });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  await client.end();
  const peers = { pouchdb: ['pouchdb', 'express-pouchdb'], rxdb: ['rxdb'], tinybase: ['tinybase', 'ws'] };
  const installed = Object.entries(peers).flatMap(([name, packages]) =>
    systems.includes(name as ContestantName) ? packages : [],
  );
  printVersions(['better-sqlite3', 'pg', 'fastify', '@electric-sql/pglite'], {
    SQLite: String(sqlite.prepare('select sqlite_version()').pluck().get()),
    PostgreSQL: rows[0]?.server_version ?? '?',
    ...Object.fromEntries(installed.map((name) => [name, peerVersion(name)])),
  });
  sqlite.close();
  const load = os.loadavg()[0] ?? 0;
  const others = load > 0.5 ? ', others work here too: trust the ratios, not the times' : '';
  console.log(`${os.cpus().length} processors, load ${load.toFixed(1)}${others}`);
}

/** All systems in turns; each round begins with another one. */
async function race(clouds: readonly Cloud[], work: Work): Promise<Rounds> {
  const done = new Map<ContestantName, Round[]>(clouds.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const first = round % clouds.length;
    const from = performance.now();
    for (const cloud of [...clouds.slice(first), ...clouds.slice(0, first)]) {
      done.get(cloud.name)?.push(await runRound(cloud, work, steps));
    }
    console.log(`  round ${round + 1} of ${rounds}: ${((performance.now() - from) / 1000).toFixed(0)} s`);
  }
  return done;
}
