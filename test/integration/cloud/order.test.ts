/** One order a shop, without gaps: whoever reads number k+1 has been able to read k, however many PCs push. */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EditId } from '../../../src-shared/base/ids.ts';
import { startTestCloud, type TestCloud, type TestShop } from '../../support/cloud.ts';
import { onServer, serverUrl } from '../../support/cloud-database.ts';
import { openPc } from '../../support/cloud-pc.ts';
import { newSheet } from '../../support/cloud-records.ts';

let cloud: TestCloud;
let shop: TestShop;
beforeAll(async () => {
  cloud = await startTestCloud();
  shop = await cloud.openShop();
});
afterAll(() => cloud.close());

const pushers = 8;
const batchesEach = 15;

test('eight PCs push at once and a reader that polls misses nothing', async () => {
  const who = await shop.hire('estimator');
  const reader = await openPc(cloud.url, who);
  const writers = await Promise.all(Array.from({ length: pushers }, () => openPc(cloud.url, who)));
  const acknowledged: EditId[] = [];
  const writing = Promise.all(
    writers.map(async (pc) => {
      for (let i = 0; i < batchesEach; i += 1) {
        const { edits } = newSheet(pc);
        await pc.push(...edits);
        acknowledged.push(...edits.map((edit) => edit[0]));
      }
    }),
  );
  const failing = writing.then(() => new Promise<never>(() => undefined));
  const seen: { seq: number; edit: EditId }[] = [];
  const total = pushers * batchesEach * 4;
  for (let at: EditId | null = null; seen.length < total; at = seen.at(-1)?.edit ?? null) {
    const { changes, lastSeq, cursor } = await Promise.race([reader.pull({ cursor: seen.length, at }), failing]);
    expect(cursor).toBe(lastSeq);
    seen.push(...changes.map((change) => ({ seq: change[1], edit: change[2] })));
  }
  await writing;
  expect(seen.map((one) => one.seq)).toEqual(Array.from({ length: total }, (_, i) => i + 1));
  expect(new Set(seen.map((one) => one.edit))).toEqual(new Set(acknowledged));
});

test('a long order comes in slices that fit together, with commit points', async () => {
  const pc = await openPc(cloud.url, await shop.hire('estimator'));
  for (let i = 0; i < 7; i += 1)
    await pc.push(
      ...Array.from({ length: 120 }, () => newSheet(pc).edits)
        .flat()
        .slice(0, 500),
    );
  const whole = await pc.pullReply();
  const kinds = whole.text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as [string, number]);
  const commits = kinds.filter(([kind]) => kind === 'commit').map(([, seq]) => seq);
  expect(commits.slice(0, 6)).toEqual([100, 200, 300, 400, 500, 600]);
  const { changes, lastSeq } = await pc.pull();
  expect(changes).toHaveLength(lastSeq);
  const pieces = [];
  for (let cursor = 0; cursor < lastSeq; ) {
    const slice = await pc.pull({ cursor, limit: 777 });
    pieces.push(...slice.changes);
    cursor = slice.cursor;
  }
  expect(pieces).toEqual(changes);
});

test.runIf(onServer)(
  'a database that drops every connection is unavailable for a moment and nothing worse',
  async () => {
    const pc = await openPc(cloud.url, await shop.hire('estimator'));
    const operator = new pg.Client(serverUrl);
    await operator.connect();
    const [named] = await cloud.database.lend((sql) => sql.query<{ own: string }>('select current_database() as own'));
    const own = named?.own;
    const statuses = new Set<number>();
    for (let i = 0; i < 30; i += 1) {
      const asking = pc.pullReply({ limit: 1 });
      await operator.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [own]);
      statuses.add((await asking).status);
    }
    await operator.end();
    expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect((await pc.pullReply({ limit: 1 })).status).toBe(200);
  },
);

test.runIf(onServer)('a plain sequence, for comparison, does lose a row to a reader', async () => {
  const [slow, quick] = [new pg.Client(serverUrl), new pg.Client(serverUrl)];
  await Promise.all([slow.connect(), quick.connect()]);
  await quick.query('create table if not exists plain_order (seq bigserial primary key)');
  await slow.query('begin; insert into plain_order default values');
  await quick.query('insert into plain_order default values');
  const cursor = (await quick.query('select max(seq) as at from plain_order')).rows[0].at;
  await slow.query('commit');
  const read = await quick.query('select 1 from plain_order where seq > $1', [cursor]);
  const all = await quick.query('select 1 from plain_order');
  expect({ read: read.rowCount, all: all.rowCount }).toEqual({ read: 0, all: 2 });
  await quick.query('drop table plain_order');
  await Promise.all([slow.end(), quick.end()]);
});
