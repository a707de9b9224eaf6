/** T01: a PC is killed while somebody types and edits travel: what was acknowledged is there, and nothing is half. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chanceOf } from '../../src-shared/demo/chance.ts';
import { startTestCloud, type TestCloud } from '../support/cloud.ts';
import { type DesktopOptions, until } from '../support/desktop.ts';
import type { Fault, Route } from '../support/fault-proxy/fault.ts';
import { readCloudState } from './cloud-state.ts';
import { comeToRest, oneMoreRound } from './convergence.ts';
import { openTrustPc, syncRound } from './faulty-shop.ts';
import { halvesIn } from './half-written.ts';
import { type Mortal, openMortal, writeLines } from './mortal.ts';
import { brokenPromises } from './oracle.ts';
import { aheadOfLog } from './prefix.ts';
import { seedsOf, suiteOf } from './trust-run.ts';

const suite = suiteOf('T01', { few: 3, byName: 2_000 });

let cloud: TestCloud;
let mortal: Mortal;
beforeAll(async () => {
  cloud = await startTestCloud();
  mortal = await openMortal(cloud, suite);
});
afterAll(async () => {
  await mortal.shop.close();
  await cloud.close();
});

test.each(seedsOf(suite))(
  'killed at a random moment (seed %i) it has all that it acknowledged and nothing half',
  (seed) =>
    suite.seeded(seed, async () => {
      const moment = 5 + chanceOf(seed).below(396);
      await mortal.rise();
      expect(await mortal.typeUntilDead(() => pause(moment).then(() => mortal.pc.stop()))).toEqual([]);
      expect(mortal.inspect()).toEqual([]);
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
  const { pc } = mortal;
  await mortal.rise();
  const kill = async () => {
    await pc.network.next(route, fault);
    await pc.stop();
  };
  expect(await mortal.typeUntilDead(kill, 40)).toEqual([]);
  expect(mortal.inspect()).toEqual([]);
});

test.each([1, 10, 40])('killed right after %i acknowledgements it has all of them', async (count) => {
  const { pc, history } = mortal;
  await mortal.rise();
  const before = history.deeds.length;
  const kill = async () => {
    await until('so many edits were acknowledged', () => history.deeds.length >= before + count, 60_000);
    await pc.stop();
  };
  expect(await mortal.typeUntilDead(kill)).toEqual([]);
  expect(mortal.inspect()).toEqual([]);
});

test.each([10, 60, 200])(
  'killed %i ms into a backup it has all that it acknowledged, and backs up again',
  async (ms) => {
    const { pc } = mortal;
    await mortal.rise();
    const kill = async () => {
      const going = pc.reply('backup.make', {});
      await pause(ms);
      await pc.stop();
      await going;
    };
    expect(await mortal.typeUntilDead(kill)).toEqual([]);
    expect(mortal.inspect()).toEqual([]);
    await mortal.rise();
    expect(await pc.ask('backup.make', {})).toMatchObject({ working: null, failure: null });
  },
);

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
  const { shop, pc } = mortal;
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
  const { shop, pc, other } = mortal;
  await mortal.rise();
  await comeToRest(shop);
  for (const at of [60_000, 200_000]) {
    await mortal.rise();
    const stalled = pc.network.next(pull, { kind: 'stall', side: 'answer', at });
    await writeLines(mortal, `pulled ${at}`, 600);
    await syncRound(other);
    await pc.ask('sync.now', {});
    await stalled;
    await pause(30);
    await pc.stop();
    suite.add('kills', 1);
    const { log } = await readCloudState(cloud.database, shop.id);
    expect(aheadOfLog(pc.dataDir, log), `${at} bytes of the answer`).toEqual([]);
    expect(mortal.inspect()).toEqual([]);
  }
});

test('killed while it starts it has all that it had', async () => {
  const { pc } = mortal;
  await pc.stop();
  for (const ms of [200, 350, 500]) {
    await killStarting({ dataDir: pc.dataDir, cloudUrl: pc.network.url, name: pc.name }, ms);
  }
  expect(mortal.inspect()).toEqual([]);
});

test('after all these kills everything is there once, on both PCs and in the cloud', async () => {
  const { shop, history } = mortal;
  await mortal.rise();
  const rest = await comeToRest(shop);
  expect(rest.differences.slice(0, 5)).toEqual([]);
  expect(brokenPromises({ ...rest, history }).slice(0, 5)).toEqual([]);
  expect(await oneMoreRound(shop)).toEqual([]);
  suite.add('acknowledged', history.deeds.filter(({ told }) => told === 'saved').length);
  expect(suite.figure('looks')).toBeGreaterThan(100);
});
