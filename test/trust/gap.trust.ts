/** The gap test: two API processes, four writers on each, a poller on each; a plain sequence must lose rows beside it. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EditId } from '../../src-shared/base/ids.ts';
import { type CloudProcess, type Credentials, freshId, spawnTestCloud, startTestCloud } from '../support/cloud.ts';
import type { TestDatabase } from '../support/cloud-database.ts';
import { openPc, type Pc } from '../support/cloud-pc.ts';
import { type OwnPostgres, ownPostgres } from './own-postgres.ts';
import { suiteOf } from './trust-run.ts';

const suite = suiteOf('gap', { few: 30, byName: 1_250 });
const nodeCount = 2;
const writersEach = 4;
const commits = nodeCount * writersEach * suite.count;
// The secret of clouds that are started for tests: a session of one is a session of all.
const secret = 'a secret of at least thirty-two characters';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-gap-'));
const nodes: CloudProcess[] = [];
let server: OwnPostgres;
let database: TestDatabase & { readonly url: string };
let who: Credentials;
beforeAll(async () => {
  server = await ownPostgres();
  database = await server.fresh();
  const cloud = await startTestCloud({ database: { ...database, drop: async () => undefined } });
  who = await (await cloud.openShop()).hire('estimator');
  await cloud.close();
  const environment = { DATABASE_URL: database.url, SHOPFILE_CLOUD_SECRET: secret };
  for (let n = 0; n < nodeCount; n += 1) nodes.push(await spawnTestCloud({ folder, environment }));
});
afterAll(async () => {
  for (const node of nodes) await node.stop();
  await database.drop();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** How many of so many were never seen, and how many were seen twice. */
type Count = { readonly lost: number; readonly twice: number };

const countOf = (made: ReadonlySet<unknown>, seen: readonly unknown[]): Count => {
  const known = new Set(seen);
  return { lost: [...made].filter((one) => !known.has(one)).length, twice: seen.length - known.size };
};

test(`of ${commits} commits by eight writers on two processes a poller on each misses none and meets none twice`, async () => {
  const pcs = await Promise.all(
    nodes.flatMap(({ url }) => Array.from({ length: writersEach }, () => openPc(url, who))),
  );
  const made = new Set<EditId>();
  const writing = { over: false };
  const pollers = nodes.map(async ({ url }) => poll(await openPc(url, who), () => writing.over));
  await Promise.all(pcs.map((pc) => write(pc, made)));
  writing.over = true;
  const counts = (await Promise.all(pollers)).map((seen) => countOf(made, seen));
  suite.add('commits', made.size);
  for (const { lost, twice } of counts) {
    suite.add('lost', lost);
    suite.add('twice', twice);
  }
  expect(made.size).toBe(commits);
  expect(counts).toEqual(nodes.map(() => ({ lost: 0, twice: 0 })));
});

async function write(pc: Pc, made: Set<EditId>): Promise<void> {
  for (let n = 0; n < suite.count; n += 1) {
    const edit = pc.create('workfile', freshId(), { opened: { at: n, by: 'Someone' } });
    const [verdict] = await pc.push(edit);
    expect(verdict?.verdict).toBe('applied');
    made.add(edit[0]);
  }
}

/** Reads the order from cursor to cursor until the writers have ended and nothing is newer. */
async function poll(pc: Pc, isOver: () => boolean): Promise<readonly EditId[]> {
  const seen: EditId[] = [];
  for (let cursor = 0; ; ) {
    const last = isOver();
    const pulled = await pc.pull({ cursor, at: seen.at(-1) ?? null });
    expect(pulled.changes.map(([, seq]) => seq)).toEqual(pulled.changes.map((_, i) => cursor + i + 1));
    seen.push(...pulled.changes.map(([, , edit]) => edit));
    cursor = pulled.cursor;
    if (last && cursor === pulled.lastSeq) return seen;
  }
}

test('a plain sequence, polled in the same way, does lose rows; else the test above proves nothing', async () => {
  const lost = { rows: 0, of: 0 };
  for (let round = 0; round < 10 && lost.rows === 0; round += 1) {
    const count = await plainSequence(Math.max(suite.count, 100));
    lost.rows += count.lost;
    lost.of += nodeCount * writersEach * Math.max(suite.count, 100);
  }
  suite.add(`of ${lost.of} lost by a plain sequence`, lost.rows);
  expect(lost.rows).toBeGreaterThan(0);
});

/** The same writers and pollers on a table that a `bigserial` numbers. */
async function plainSequence(each: number): Promise<Count> {
  const connect = async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    return client;
  };
  const poller = await connect();
  await poller.query('create table plain (seq bigserial primary key); create table effect (seq bigint primary key)');
  const writers = await Promise.all(Array.from({ length: nodeCount * writersEach }, connect));
  const made = new Set<string>();
  const writing = { over: false };
  const polling = (async () => {
    const seen: string[] = [];
    for (let cursor = '0'; ; ) {
      const last = writing.over;
      const { rows } = await poller.query<{ seq: string }>('select seq from plain where seq > $1 order by seq', [
        cursor,
      ]);
      seen.push(...rows.map(({ seq }) => seq));
      cursor = rows.at(-1)?.seq ?? cursor;
      if (last && rows.length === 0) return seen;
    }
  })();
  await Promise.all(
    writers.map(async (client) => {
      for (let n = 0; n < each; n += 1) {
        await client.query('begin');
        const { rows } = await client.query<{ seq: string }>('insert into plain default values returning seq');
        // Whatever else a push writes in the same transaction.
        await client.query('insert into effect values ($1)', [rows[0]?.seq]);
        await client.query('commit');
        made.add(rows[0]?.seq ?? '');
      }
    }),
  );
  writing.over = true;
  const count = countOf(made, await polling);
  await poller.query('drop table plain, effect');
  await Promise.all([poller, ...writers].map((client) => client.end()));
  return count;
}
