/** The stream of hints: the newest number at once, and again whenever somebody of the shop pushes. */
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { liveHint } from '../../../src-shared/sync/protocol.ts';
import { startTestCloud, type TestCloud, type TestShop } from '../../support/cloud.ts';
import { onServer } from '../../support/cloud-database.ts';
import { call, openPc, type Pc } from '../../support/cloud-pc.ts';
import { newSheet } from '../../support/cloud-records.ts';

let cloud: TestCloud;
let shop: TestShop;
let pc: Pc;
let other: Pc;
beforeAll(async () => {
  cloud = await startTestCloud();
  shop = await cloud.openShop();
  pc = await openPc(cloud.url, await shop.hire('estimator'));
  other = await openPc(cloud.url, await shop.hire('manager'));
});
afterAll(() => cloud.close());

/** Opens the stream and answers how to take the next hint. */
async function listen(who: Pc) {
  const ending = new AbortController();
  const headers = { authorization: `Bearer ${who.token}` };
  const answer = await fetch(`${who.url}/sync/live`, { headers, signal: ending.signal });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const reader = answer.body?.getReader();
  let text = '';
  const next = async (): Promise<number> => {
    for (;;) {
      const found = /^data: (.*)\n\n/m.exec(text);
      if (found !== null) {
        text = text.slice(found.index + found[0].length);
        return liveHint.parse(JSON.parse(found[1] ?? '')).seq;
      }
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) throw new Error('the stream ended');
      text += new TextDecoder().decode(chunk.value);
    }
  };
  return { next, close: () => ending.abort() };
}

test('a listener hears the newest number at once, and a push of another PC within a second', async () => {
  const hints = await listen(other);
  const before = await hints.next();
  await pc.push(...newSheet(pc).edits);
  const began = performance.now();
  expect(await hints.next()).toBe(before + 4);
  expect(performance.now() - began).toBeLessThan(1_000);
  hints.close();
});

test('a push that changed nothing gives no hint', async () => {
  const hints = await listen(other);
  const { edits } = newSheet(pc);
  const before = await hints.next();
  await pc.push(...edits);
  await pc.push(...edits);
  await pc.push(...newSheet(pc).edits);
  expect([await hints.next(), await hints.next()]).toEqual([before + 4, before + 8]);
  hints.close();
});

test('another shop hears nothing', async () => {
  const stranger = await openPc(cloud.url, await (await cloud.openShop()).hire('estimator'));
  const hints = await listen(stranger);
  expect(await hints.next()).toBe(0);
  await pc.push(...newSheet(pc).edits);
  await stranger.push(...newSheet(stranger).edits);
  expect(await hints.next()).toBe(4);
  hints.close();
});

test('a listener that left disturbs nobody', async () => {
  for (let i = 0; i < 20; i += 1) (await listen(other)).close();
  const verdicts = await pc.push(...newSheet(pc).edits);
  expect(verdicts.every((one) => one.verdict === 'applied')).toBe(true);
});

test.runIf(onServer)('a push through one server process is heard on another within a second', async () => {
  const beside = await cloud.beside();
  const there = await openPc(beside.url, await shop.hire('estimator'));
  const hints = await listen(there);
  const before = await hints.next();
  await pc.push(...newSheet(pc).edits);
  const began = performance.now();
  expect(await hints.next()).toBe(before + 4);
  expect(performance.now() - began).toBeLessThan(1_000);
  hints.close();
  await beside.close();
});

test.runIf(onServer)('a hundred moves at once are one word to the other processes', async () => {
  const { signals } = cloud.database;
  const ear = new pg.Client(cloud.databaseUrl);
  await ear.connect();
  const heard: string[] = [];
  ear.on('notification', ({ payload }) => void heard.push(payload ?? ''));
  await ear.query('listen shop_order');
  for (let seq = 1; seq <= 100; seq += 1) signals.send(shop.id, seq);
  await vi.waitFor(() => expect(heard).toEqual([JSON.stringify([[shop.id, 100]])]));
  signals.send(shop.id, 101);
  await vi.waitFor(() => expect(heard).toHaveLength(2));
  await ear.end();
});

test.runIf(onServer)('after its connection was cut, a process tells its listeners what they missed', async () => {
  const beside = await cloud.beside();
  const there = await openPc(beside.url, await shop.hire('estimator'));
  const hints = await listen(there);
  const before = await hints.next();
  const operator = new pg.Client(cloud.databaseUrl);
  await operator.connect();
  const others = 'select pg_terminate_backend(pid) from pg_stat_activity';
  await operator.query(`${others} where datname = current_database() and pid <> pg_backend_pid()`);
  await operator.end();
  while ((await pc.pullReply({ limit: 1 })).status !== 200);
  await pc.push(...newSheet(pc).edits);
  let heard = before;
  while (heard < before + 4) heard = await hints.next();
  expect(heard).toBe(before + 4);
  hints.close();
  await beside.close();
});

test('nobody listens without a session', async () => {
  expect((await call(`${cloud.url}/sync/live`, 'GET')).status).toBe(401);
});
