/** T08, schedules by hand: lines that break, rows that are damaged or gone. Each was a loss or a plague somewhere else. */
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/cloud.ts';
import { syncStates, until } from '../support/desktop.ts';
import { peekInto } from '../support/desktop-database.ts';
import { linesOf, sheetOf } from '../support/desktop-estimate.ts';
import type { Fault, Route } from '../support/fault-proxy/fault.ts';
import { readCloudState } from './cloud-state.ts';
import { syncRound, type TrustPc } from './faulty-shop.ts';
import { createHistory } from './history.ts';
import { differences } from './oracle.ts';
import { aheadOfLog } from './prefix.ts';
import { readReplica } from './replica.ts';
import { decisionsOn, hoursOf, lineAt, lineOn, openTwoPcs, priceOf, type TwoPcs, textOf } from './two-pcs.ts';

let cloud: TestCloud;
let pcs: TwoPcs;
beforeAll(async () => {
  cloud = await startTestCloud();
  pcs = await openTwoPcs(cloud);
});
afterAll(async () => {
  await pcs.shop.close();
  await cloud.close();
});

const push: Route = 'POST /sync/push';
const pull: Route = 'POST /sync/pull';

/** Everything that may come back instead of an answer. */
const nonsense: readonly Fault[] = [
  { kind: 'drop-request' },
  { kind: 'cut-request', at: 60 },
  { kind: 'drop-answer' },
  { kind: 'reset-after-headers' },
  { kind: 'cut-answer', at: 40 },
  { kind: 'wrong-length', by: -9 },
  { kind: 'wrong-length', by: 9 },
  { kind: 'captive-portal' },
  { kind: 'bomb', megabytes: 64 },
  ...([429, 500, 502, 503, 504] as const).map((status) => ({ kind: 'status', status, retryAfterS: 1 }) as const),
];

/** Has one request of a route meet a fault, and waits until the PC has noticed. */
async function meet(pc: TrustPc, route: Route, fault: Fault): Promise<void> {
  const before = syncStates(pc).length;
  const played = pc.network.next(route, fault);
  await pc.ask('sync.now', {});
  await played;
  await until(
    `${pc.name} is offline after ${fault.kind}`,
    async () => (await pc.ask('sync.state', {})).phase !== 'syncing',
  );
  const told = syncStates(pc).slice(before);
  expect(told.filter(({ phase, waiting }) => phase === 'synced' && waiting > 0)).toEqual([]);
}

test('a sync that fails in any way costs nothing here and nothing there', async () => {
  const { first, second, workfile, atRest } = pcs;
  const { id, lines } = await workfile();
  const history = createHistory();
  first.network.play((route) => (route === push ? { kind: 'drop-request' } : null));
  await first.ask('line.change', priceOf(lineAt(lines, 0), 12_300));
  const look = peekInto(first.dataDir);
  const own = ['meta', 'batch'];
  const held = look.dump(own).line;
  for (const fault of nonsense) {
    await meet(first, push, fault);
    expect(look.dump(own).line, `after ${fault.kind}`).toEqual(held);
    expect((await first.ask('sync.state', {})).decisions).toBe(0);
  }
  look.close();
  await atRest(history);
  expect((await lineOn(second, id, lineAt(lines, 0)))?.part.priceCents).toBe(12_300);
});

test('a PC is never told that it is equal while it is not', async () => {
  const { first, second, workfile, atRest } = pcs;
  const { id, lines } = await workfile();
  for (const fault of nonsense) {
    const before = syncStates(second).length;
    second.network.play((route) => (route === pull ? fault : null));
    await first.ask('line.change', textOf(lineAt(lines, 0), `behind ${fault.kind}`));
    await syncRound(first);
    const tried = second.network.count(pull);
    await until('the other PC tried to pull', async () => {
      await second.ask('sync.now', {});
      return second.network.count(pull) > tried + 1;
    });
    const told = syncStates(second).slice(before);
    const held = (await lineOn(second, id, lineAt(lines, 0)))?.text.description;
    if (held !== `behind ${fault.kind}`) {
      expect(told.at(-1)?.phase, `after ${fault.kind}`).not.toBe('synced');
      expect((await second.ask('sync.state', {})).phase, `after ${fault.kind}`).not.toBe('synced');
    }
    second.network.play(null);
    await syncRound(second);
  }
  await atRest();
});

test.each([push, pull])('an answer to %s that unpacks to very much is given up in no time', async (route) => {
  const { first, atRest } = pcs;
  const times: number[] = [];
  // The first time the bomb is made.
  for (const _ of ['made', 'thrown']) {
    await first.ask('workfile.create', {});
    const before = syncStates(first).length;
    const from = performance.now();
    void first.network.next(route, { kind: 'bomb', megabytes: 128 });
    await first.ask('sync.now', {});
    await until(
      'the answer was given up',
      () =>
        syncStates(first)
          .slice(before)
          .some(({ phase }) => phase === 'offline'),
      60_000,
    );
    times.push(performance.now() - from);
    await syncRound(first);
  }
  expect(times.at(-1)).toBeLessThan(10_000);
  await atRest();
});

test('a field with a newer edit here is not replaced by what comes from elsewhere', async () => {
  const { first, second, workfile, atRest } = pcs;
  const { id, lines } = await workfile();
  const line = lineAt(lines, 0);
  const held = first.network.next(pull, { kind: 'delay', ms: 400 });
  await second.ask('line.change', textOf(line, 'from elsewhere'));
  await syncRound(second);
  await first.ask('sync.now', {});
  const before = first.heard.length;
  await first.ask('line.change', textOf(line, 'typed meanwhile'));
  await held;
  await until('the pull was applied', async () => (await decisionsOn(first, id)).length === 1);
  const shown = first.heard
    .slice(before)
    .flatMap((notice) =>
      notice.name === 'workfile.changed'
        ? notice.data.changes.flatMap((one) =>
            one.kind === 'line' && one.record.id === line.id ? one.record.text : [],
          )
        : [],
    );
  // What stands in the cloud shows only with the verdict that set the edit aside.
  expect(shown.map(({ description }) => description)).toEqual(['typed meanwhile', 'from elsewhere']);
  expect(JSON.stringify(await decisionsOn(first, id))).toContain('typed meanwhile');
  await atRest();
});

test('typing on a slow line is one push at a time and no conflict with oneself', async () => {
  const { first, second, workfile, atRest } = pcs;
  const { id, lines } = await workfile();
  const decided = (await first.ask('sync.state', {})).decisions;
  first.network.play((route) => (route === push ? { kind: 'delay', ms: 40 } : null));
  for (let n = 1; n <= 60; n += 1) {
    await first.ask('line.change', textOf(lineAt(lines, 0), 'typed letter by letter'.slice(0, 1 + (n % 22)) + n));
    if (n % 3 === 0) await first.ask('sync.now', {});
    if (n % 10 === 0) await until('a push passed', () => first.network.count(push) > 0);
  }
  await atRest();
  expect(first.network.busiest(push)).toBe(1);
  expect((await first.ask('sync.state', {})).decisions).toBe(decided);
  expect((await lineOn(second, id, lineAt(lines, 0)))?.text.description).toMatch(/60$/);
});

test('somebody who never stops typing still gets what the other PC wrote', async () => {
  const { first, second, workfile, atRest } = pcs;
  const { id, lines } = await workfile();
  first.network.play((route) => (route === push ? { kind: 'delay', ms: 150 } : null));
  const typing = { over: false };
  const typed = (async () => {
    for (let n = 0; !typing.over; n += 1) {
      await first.ask('line.change', textOf(lineAt(lines, 0), `without a pause ${n}`));
      await pause(80);
    }
  })();
  await until('the typist’s edits are on their way', () => first.network.busiest(push) > 0);
  await second.ask('line.change', priceOf(lineAt(lines, 1), 8_800));
  const heard = await until('the typist has the price', async () => {
    return (await lineOn(first, id, lineAt(lines, 1)))?.part.priceCents === 8_800;
  }).finally(() => {
    typing.over = true;
  });
  expect(heard).toBe(true);
  await typed;
  await atRest();
});

test('a day without a network makes no duplicates, however often it is sent', async () => {
  const { first, second, atRest } = pcs;
  const all = { text: '', offset: 0, limit: 500, sort: 'changed', descending: true } as const;
  const before = (await second.ask('workfile.list', all)).total;
  first.network.cut();
  for (const word of ['morning', 'noon', 'night']) {
    const id = await first.ask('workfile.create', {});
    const { estimate } = await sheetOf(first, id);
    const lines = Array.from({ length: 5 }, (_, n) => ({ text: { description: `${word} ${n}` } }));
    await first.ask('line.add', { estimateId: estimate.id, after: null, lines });
  }
  first.network.restore();
  const repeats: readonly Fault[] = [
    { kind: 'drop-answer' },
    { kind: 'reset-after-headers' },
    { kind: 'duplicate' },
    { kind: 'late-copy', afterMs: 50 },
  ];
  for (const fault of repeats) {
    void first.network.next(push, fault);
    await first.ask('sync.now', {});
    await until('the push was made', async () => (await first.ask('sync.state', {})).phase !== 'syncing');
  }
  const { cloud: state } = await atRest();
  expect((await second.ask('workfile.list', all)).total).toBe(before + 3);
  const words = state.log.flatMap(
    ({ value }) => (value as { text?: { description?: string } }).text?.description ?? [],
  );
  for (const word of ['morning', 'noon', 'night']) expect(words.filter((one) => one.startsWith(word))).toHaveLength(5);
});

test('a batch or a pull that broke leaves every counter as it was', async () => {
  const { first, second, shop, workfile, atRest } = pcs;
  const { id } = await workfile();
  second.network.cut();
  const { estimate } = await sheetOf(first, id);
  const lines = Array.from({ length: 1_000 }, (_, n) => ({ text: { description: `counted ${n}` } }));
  await first.ask('line.add', { estimateId: estimate.id, after: null, lines });
  for (const fault of [{ kind: 'status', status: 500, retryAfterS: null }, { kind: 'drop-answer' }] as const) {
    await meet(first, push, fault);
  }
  await syncRound(first);
  const { log } = await readCloudState(cloud.database, shop.id);
  const { device } = readReplica(first.dataDir);
  const numbers = log.filter(({ edit }) => edit.startsWith(device)).map(({ edit }) => Number(edit.split('-')[1]));
  expect(new Set(numbers).size).toBe(numbers.length);

  second.network.restore();
  for (const at of [0, 500, 40_000, 150_000, 250_000]) {
    await meet(second, pull, { kind: 'cut-answer', at });
    expect(aheadOfLog(second.dataDir, log), `cut after ${at} bytes`).toEqual([]);
  }
  await atRest();
  expect(await linesOf(second, id)).toHaveLength(1_003);
});

/** Does to a PC's file what no program of ours does. */
function tamper(pc: TrustPc, sql: string): void {
  const database = new Database(`${pc.dataDir}/shopfile.db`);
  database.exec(sql);
  database.close();
}

test('a row that was damaged on the disk is never sent, and everything else is', async () => {
  const own = await openTwoPcs(cloud);
  const { first, second, workfile } = own;
  const { id, lines } = await workfile();
  const [damaged, sound] = [lineAt(lines, 0), lineAt(lines, 1)];
  tamper(first, `update line set text_description = '', part_price_cents = 7 where id = '${damaged.id}'`);
  await first.ask('line.change', hoursOf(damaged, 33));
  await first.ask('line.change', hoursOf(sound, 44));
  await syncRound(first);
  await syncRound(second);
  const kept = await lineOn(second, id, damaged);
  expect([kept?.text.description, kept?.part.priceCents, kept?.labor.tenths]).toEqual([damaged.text.description, 0, 0]);
  expect((await lineOn(second, id, sound))?.labor.tenths).toBe(44);
  const place = { recordId: damaged.id, group: 'labor' };
  expect(await decisionsOn(first, id)).toMatchObject([{ place, reason: 'damaged-row' }]);
  await own.shop.close();
});

test('a record that is gone on one PC holds up nothing there, and is no endless loop', async () => {
  const own = await openTwoPcs(cloud);
  const { first, second, workfile, shop } = own;
  const { id, lines } = await workfile();
  const [gone, present] = [lineAt(lines, 0), lineAt(lines, 1)];
  tamper(second, `delete from line where id = '${gone.id}'`);
  await first.ask('line.change', priceOf(gone, 500));
  await first.ask('line.change', priceOf(present, 600));
  await syncRound(first);
  await syncRound(second);
  expect((await lineOn(second, id, present))?.part.priceCents).toBe(600);
  const pulls = second.network.count(pull);
  for (let n = 0; n < 3; n += 1) await syncRound(second);
  expect(second.network.count(pull) - pulls).toBeLessThanOrEqual(12);
  const state = await readCloudState(cloud.database, shop.id);
  const replicas = new Map([[second.name, readReplica(second.dataDir)]]);
  expect(differences({ cloud: state, replicas }).every((one) => one.includes(gone.id))).toBe(true);
  await own.shop.close();
});
