/** T01: a PC is killed while somebody types and edits travel: what was acknowledged is there, and nothing is half. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { chanceOf } from '../../src-shared/demo/chance.ts';
import { startTestCloud, type TestCloud } from '../support/cloud.ts';
import { type DesktopOptions, until } from '../support/desktop.ts';
import { sheetOf } from '../support/desktop-estimate.ts';
import type { Fault, Route } from '../support/fault-proxy/fault.ts';
import { canonical } from './canonical.ts';
import { readCloudState } from './cloud-state.ts';
import { comeToRest, oneMoreRound } from './convergence.ts';
import { type FaultyShop, openFaultyShop, openTrustPc, syncRound, type TrustPc } from './faulty-shop.ts';
import { halvesIn } from './half-written.ts';
import { createHistory, type History } from './history.ts';
import { brokenPromises } from './oracle.ts';
import { aheadOfLog } from './prefix.ts';
import { readReplica } from './replica.ts';
import { seedsOf, suiteOf } from './trust-run.ts';
import { openWitness } from './witness.ts';

const suite = suiteOf('T01', 8);
const startLimitMs = 30_000;

let cloud: TestCloud;
let shop: FaultyShop;
let pc: TrustPc;
let other: TrustPc;
const history: History = createHistory();
const typed = { last: 0 };
beforeAll(async () => {
  cloud = await startTestCloud();
  shop = await openFaultyShop(cloud);
  other = await shop.pc({ name: 'PC-2' });
  pc = await shop.pc({ name: 'PC-1', killable: true });
});
afterAll(async () => {
  await shop.close();
  await cloud.close();
});

/** A test that failed leaves the PC dead; the next one is not to blame. */
beforeEach(async () => {
  if (!(await pc.reply('session.state', {})).ok) await pc.start();
});

/** Types lines and prices into a new workfile until the backend is gone, at most so many; a witness looks on. */
async function typeUntilDead(kill: () => Promise<void>, most = 100_000): Promise<readonly string[]> {
  const workfileId = await pc.ask('workfile.create', {});
  history.note({ pc: pc.name, did: 'create', told: 'saved', kind: 'workfile', id: workfileId, group: '', value: {} });
  const { estimate } = await sheetOf(pc, workfileId);
  const witness = openWitness(pc.dataDir);
  const killing = kill();
  const hidden: string[] = [];
  for (let left = most; left > 0; left -= 1) {
    typed.last += 1;
    const n = typed.last;
    const text = { description: `typed ${n}` };
    const added = await pc.reply('line.add', { estimateId: estimate.id, after: null, lines: [{ text }] });
    const id = (added.ok && added.value[0]) || '';
    history.note({
      pc: pc.name,
      did: 'add',
      told: added.ok ? 'saved' : 'unknown',
      kind: 'line',
      id,
      group: 'text',
      value: text,
    });
    if (!added.ok || id === '') break;
    if (!witness.sees(id)) hidden.push(id);
    const value = { type: 'oem', number: '', quantity: 1, priceCents: n, included: false, taxed: true } as const;
    const priced = await pc.reply('line.change', { lineId: id, group: 'part', value });
    history.note({
      pc: pc.name,
      did: 'change',
      told: priced.ok ? 'saved' : 'unknown',
      kind: 'line',
      id,
      group: 'part',
      value,
    });
    if (!priced.ok) break;
  }
  await killing;
  await witness.close();
  suite.add('kills', 1);
  suite.add('looks', witness.looks());
  return [...witness.seen(), ...hidden.map((id) => `acknowledged and not there for everybody: ${id}`)];
}

/** Starts the PC again; answers what of all that was acknowledged is missing or half in its file. */
async function afterDeath(): Promise<readonly string[]> {
  const { groups } = readReplica(pc.dataDir);
  const missing = history.deeds.filter(({ told, kind, id, group, value }) => {
    const isSaved = told === 'saved' && group !== '';
    return isSaved && groups.get(`${kind}/${id}/${group}`)?.includes(canonical(value)) !== true;
  });
  const halves = halvesIn(pc.dataDir);
  const from = performance.now();
  await pc.start();
  const ms = performance.now() - from;
  return [
    ...missing.map(({ kind, id, group }) => `acknowledged and lost: ${kind}/${id}/${group}`),
    ...halves,
    ...(ms < startLimitMs ? [] : [`the next start took ${ms.toFixed(0)} ms`]),
  ];
}

test.each(seedsOf(suite))(
  'killed at a random moment (seed %i) it has all that it acknowledged and nothing half',
  (seed) =>
    suite.seeded(seed, async () => {
      const moment = 5 + chanceOf(seed).below(396);
      await typeUntilDead(() => pause(moment).then(() => pc.stop()));
      expect(await afterDeath()).toEqual([]);
    }),
);

const push: Route = 'POST /sync/push';
const pull: Route = 'POST /sync/pull';
type Moment = readonly [string, Route, Fault];

/** Where on its way a request is when the PC dies. */
const moments: readonly Moment[] = [
  ['while a batch leaves', push, { kind: 'stall', side: 'request', at: 150 }],
  ['when the cloud has a batch and says nothing yet', push, { kind: 'stall', side: 'answer', at: 0 }],
  ['in the middle of the answer to a batch', push, { kind: 'stall', side: 'answer', at: 40 }],
  ['when the answer to a batch has come', push, { kind: 'delay', ms: 1 }],
  ['after a batch whose answer was lost', push, { kind: 'drop-answer' }],
  ['while it asks for changes', pull, { kind: 'stall', side: 'request', at: 20 }],
  ['when changes are about to come', pull, { kind: 'stall', side: 'answer', at: 0 }],
  ['when changes have come', pull, { kind: 'delay', ms: 1 }],
];

test.each(moments)('killed %s it has all that it acknowledged and nothing half', async (_, route, fault) => {
  const kill = async () => {
    await pc.network.next(route, fault);
    await pc.stop();
  };
  expect(await typeUntilDead(kill, 40)).toEqual([]);
  expect(await afterDeath()).toEqual([]);
});

test.each([1, 10, 40])('killed right after %i acknowledgements it has all of them', async (count) => {
  const before = history.deeds.length;
  const kill = async () => {
    await until('so many edits were acknowledged', () => history.deeds.length >= before + count);
    await pc.stop();
  };
  expect(await typeUntilDead(kill)).toEqual([]);
  expect(await afterDeath()).toEqual([]);
});

const childEntry = path.resolve(import.meta.dirname, '../support/desktop-child.ts');

/** Starts a PC and kills it after so many milliseconds, ready or not. */
async function killStarting(options: DesktopOptions, ms: number): Promise<void> {
  const child: ChildProcess = fork(childEntry, [JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  await pause(ms);
  child.kill('SIGKILL');
  await ended;
  suite.add('kills', 1);
}

test('killed while it makes its data folder it starts the next time as if nothing had been', async () => {
  const dataDir = mkdtempSync(path.join(shop.folder, 'pc-new-'));
  for (const ms of [250, 350, 450, 550, 700]) {
    await killStarting({ dataDir, cloudUrl: pc.network.url, name: 'PC-3' }, ms);
  }
  const started = await openTrustPc({ name: 'PC-3', dataDir, network: pc.network });
  expect(await started.ask('session.state', {})).toEqual({ kind: 'signed-out' });
  const { email, password } = shop.who;
  await started.ask('session.sign-in', { email, password });
  await syncRound(started);
  await started.close();
  expect(halvesIn(dataDir)).toEqual([]);
});

test('killed in the middle of a long pull it holds the log up to its cursor, no more and no less', async () => {
  await comeToRest(shop);
  for (const at of [60_000, 200_000]) {
    const workfileId = await other.ask('workfile.create', {});
    history.note({
      pc: other.name,
      did: 'create',
      told: 'saved',
      kind: 'workfile',
      id: workfileId,
      group: '',
      value: {},
    });
    const { estimate } = await sheetOf(other, workfileId);
    const lines = Array.from({ length: 600 }, (_, n) => ({ text: { description: `pulled ${at} ${n}` } }));
    const stalled = pc.network.next(pull, { kind: 'stall', side: 'answer', at });
    await other.ask('line.add', { estimateId: estimate.id, after: null, lines });
    await syncRound(other);
    await pc.ask('sync.now', {});
    await stalled;
    await pause(30);
    await pc.stop();
    suite.add('kills', 1);
    const { log } = await readCloudState(cloud.database, shop.id);
    expect(aheadOfLog(pc.dataDir, log), `${at} bytes of the answer`).toEqual([]);
    expect(await afterDeath()).toEqual([]);
  }
});

test('killed while it starts it has all that it had', async () => {
  await pc.stop();
  for (const ms of [200, 350, 500]) {
    await killStarting({ dataDir: pc.dataDir, cloudUrl: pc.network.url, name: pc.name }, ms);
  }
  expect(await afterDeath()).toEqual([]);
});

test('after all these kills everything is there once, on both PCs and in the cloud', async () => {
  const rest = await comeToRest(shop);
  expect(rest.differences.slice(0, 5)).toEqual([]);
  expect(brokenPromises({ ...rest, history }).slice(0, 5)).toEqual([]);
  expect(await oneMoreRound(shop)).toEqual([]);
  suite.add('acknowledged', history.deeds.filter(({ told }) => told === 'saved').length);
  expect(suite.figure('looks')).toBeGreaterThan(100);
});
