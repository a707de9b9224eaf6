/** Sync beside PouchDB, RxDB, TinyBase and the raw limit: `npm run bench -- sync [--only peers,raw,ours,server,typing,visible]`. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import pg from 'pg';
import { printVersions } from './measure.ts';
import { type Cloud, type ContestantName, openCloud, type Round, runRound, type Work } from './sync/contestants.ts';
import { measurePushTransaction } from './sync/push-transaction.ts';
import { peerVersion, printRounds, type Rounds } from './sync/report.ts';
import { measureTyping, measureVisible } from './sync/visible.ts';
import { readDocuments, writeDocuments } from './sync/workload.ts';

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string', default: 'peers,raw,ours,server,typing,visible' },
    workfiles: { type: 'string', default: '10000' },
    edits: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
  },
});
const parts = new Set(asked.only.split(','));
const members: Readonly<Record<string, readonly ContestantName[]>> = {
  ours: ['product'],
  raw: ['raw'],
  peers: ['pouchdb', 'rxdb', 'tinybase'],
};
const rounds = Number(asked.rounds);
const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-sync-bench-'));
try {
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function measure(): Promise<void> {
  const work = makeWork();
  await sayWhat();
  const wanted = Object.entries(members).flatMap(([part, names]) => (parts.has(part) ? names : []));
  const needsProduct = parts.has('typing') || parts.has('visible');
  const clouds: Cloud[] = [];
  try {
    const names = new Set<ContestantName>([...wanted, ...(needsProduct ? (['product'] as const) : [])]);
    for (const name of names) clouds.push(await openCloud(name, work));
    const racing = clouds.filter(({ name }) => wanted.includes(name));
    if (racing.length > 0) printRounds(await race(racing, work), work.documents.length, work.edits);
    const product = clouds.find(({ name }) => name === 'product');
    if (product !== undefined && parts.has('typing')) await measureTyping(product, work);
    if (product !== undefined && parts.has('visible')) await measureVisible(product, work);
  } finally {
    for (const { worker } of clouds) await worker.end();
  }
  if (parts.has('server')) await measurePushTransaction(folder, rounds);
}

function makeWork(): Work {
  const file = path.join(folder, 'workfiles.ndjson');
  const bytes = writeDocuments(file, Number(asked.workfiles));
  const documents = readDocuments(file);
  console.log(
    `${documents.length.toLocaleString('en-US')} workfiles of ${bytes} bytes of JSON, ${asked.edits} edits, ${rounds} rounds`,
  );
  return { folder, file, documents, edits: Number(asked.edits) };
}

async function sayWhat(): Promise<void> {
  const sqlite = new Database(':memory:');
  const client = new pg.Client({ connectionString: process.env.BENCH_DATABASE_URL });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  await client.end();
  const peers = parts.has('peers') ? ['pouchdb', 'express-pouchdb', 'rxdb', 'tinybase', 'ws'] : [];
  printVersions(['better-sqlite3', 'pg', 'fastify', '@electric-sql/pglite'], {
    SQLite: String(sqlite.prepare('select sqlite_version()').pluck().get()),
    PostgreSQL: rows[0]?.server_version ?? '?',
    ...Object.fromEntries(peers.map((name) => [name, peerVersion(name)])),
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
    for (const cloud of [...clouds.slice(first), ...clouds.slice(0, first)]) {
      done.get(cloud.name)?.push(await runRound(cloud, work));
    }
  }
  return done;
}
