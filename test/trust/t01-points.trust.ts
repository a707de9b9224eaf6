/** T01 at named points: a PC dies at one statement of one transaction of its own, nothing after it happens, and nothing is half. */
import { mkdtempSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMigrations } from '../../src-main/db/migrate.ts';
import { startTestCloud, type TestCloud } from '../support/cloud.ts';
import { migrationsDir } from '../support/store.ts';
import { readCloudState } from './cloud-state.ts';
import { comeToRest, oneMoreRound } from './convergence.ts';
import type { Doom } from './doom.ts';
import { openTrustPc, syncRound, type TrustPc } from './faulty-shop.ts';
import { halvesIn } from './half-written.ts';
import { type Mortal, openMortal, writeLines } from './mortal.ts';
import { brokenPromises, differences } from './oracle.ts';
import { aheadOfLog } from './prefix.ts';
import { readReplica } from './replica.ts';
import { suiteOf } from './trust-run.ts';

const suite = suiteOf('T01 at named points', { few: 1, byName: 1 });

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

const before = (sql: string, nth = 1): Doom => ({ sql, nth, when: 'before' });
const after = (sql: string, nth = 1): Doom => ({ sql, nth, when: 'after' });

const whileTyping: readonly (readonly [string, Doom])[] = [
  ['in a save, when the row is written and its edit is not', before('^insert into outbox', 7)],
  ['in a save, when row and edit are written and nothing is committed', after('^insert into outbox', 8)],
  ['in a save that writes its edit anew', after('^update outbox set edit')],
  ['while a batch is sealed, when it is written and no edit is in it', after('^insert into batch ')],
  ['while a batch is sealed, when it is written with its edits and not committed', after('^update outbox set batch_n')],
  ['when the answer to a batch came and its edits begin to leave the outbox', after('^delete from outbox where')],
  ['when the answer to a batch is settled and not committed', after('^update batch set answered_at')],
  ['when its own edits came back and its cursor has not moved', before('^insert or replace into mark')],
];

const dead = async (pc: TrustPc): Promise<boolean> => !(await pc.reply('session.state', {})).ok;
const reached = async (pc: TrustPc): Promise<readonly string[]> => {
  const state = await pc.reply('sync.state', {});
  return state.ok ? [`the point was never reached: ${JSON.stringify(state.value)}`] : [];
};

test.each(whileTyping)('killed %s it has all that it acknowledged and nothing half', async (_, doom) => {
  await mortal.rise({ doom });
  const seen = await mortal.typeUntilDead(async () => undefined, 300);
  expect([...seen, ...(await reached(mortal.pc)), ...mortal.inspect()]).toEqual([]);
});

const whilePulling: readonly (readonly [string, Doom])[] = [
  ['when some lines of a slice are written', after('^insert into line ', 12)],
  ['when a slice is written and its cursor is not', before('^insert or replace into mark')],
  ['when a slice and its cursor are written and not committed', after(`^insert or replace into meta`, 2)],
];

test.each(whilePulling)('killed in a pull %s it holds the log up to its cursor', async (words, doom) => {
  const { shop, pc, other } = mortal;
  await mortal.rise();
  await comeToRest(shop);
  await mortal.rise({ doom });
  await writeLines(mortal, words, 40);
  await syncRound(other);
  for (let n = 0; n < 300 && (await pc.reply('sync.now', {})).ok; n += 1) await pc.reply('sync.state', {});
  expect(await reached(pc)).toEqual([]);
  suite.add('kills', 1);
  const { log } = await readCloudState(cloud.database, shop.id);
  expect([...aheadOfLog(pc.dataDir, log), ...mortal.inspect()]).toEqual([]);
});

test('killed while it stores its first bundles and while it unpacks them a new PC is equal in the end', async () => {
  const { shop, pc, history } = mortal;
  await mortal.rise();
  await comeToRest(shop);
  const dataDir = mkdtempSync(path.join(shop.folder, 'pc-first-'));
  const born = await openTrustPc({ name: 'PC-3', dataDir, network: pc.network, killable: true });
  const { email, password } = shop.who;
  const all = { text: '', offset: 0, limit: 500, sort: 'changed', descending: true } as const;
  const openAll = async () => {
    const listed = await born.reply('workfile.list', all);
    for (const { id } of listed.ok ? listed.value.rows : []) await born.reply('workfile.open', { workfileId: id });
  };
  const lives: readonly (readonly [Doom, () => Promise<unknown>])[] = [
    [after('^insert into bundle ', 2), () => born.reply('session.sign-in', { email, password })],
    [before('^insert or replace into mark'), () => born.reply('session.sign-in', { email, password })],
    [after('^insert into line ', 3), openAll],
    [before('^insert into bundle '), openAll],
  ];
  for (const [doom, provoke] of lives) {
    await born.stop();
    await born.start({ doom });
    for (let n = 0; n < 300 && !(await dead(born)); n += 1) await provoke();
    expect(await reached(born)).toEqual([]);
    suite.add('kills', 1);
    expect(halvesIn(dataDir)).toEqual([]);
  }
  await born.start();
  await syncRound(born);
  await openAll();
  await born.close();
  const state = await readCloudState(cloud.database, shop.id);
  expect(differences({ cloud: state, replicas: new Map([['PC-3', readReplica(dataDir)]]) })).toEqual([]);
  expect(history.deeds.length).toBeGreaterThan(0);
});

test('killed in each of several migrations it has what it had, and the next start ends them', async () => {
  const { shop, pc } = mortal;
  const dataDir = mkdtempSync(path.join(shop.folder, 'pc-old-'));
  const parts = { name: 'PC-4', dataDir, network: pc.network, killable: true } as const;
  const dooms: readonly Doom[] = [
    after('^create table contact'),
    before('create table number_lease'),
    after('^create table bundle_change'),
    after('^alter table', 2),
  ];
  for (const doom of dooms) {
    await expect(openTrustPc({ ...parts, doom })).rejects.toThrow('did not start');
    suite.add('kills', 1);
    const look = new Database(`${dataDir}/shopfile.db`);
    expect(look.pragma('integrity_check', { simple: true })).toBe('ok');
    // Written by the version that was there before: what no migration may lose.
    const version = Number(look.pragma('user_version', { simple: true }));
    if (version > 0) look.prepare(`insert or replace into meta (name, value) values (?, 'kept')`).run(`of-${version}`);
    look.close();
  }
  await (await openTrustPc(parts)).close();
  const look = new Database(`${dataDir}/shopfile.db`, { readonly: true });
  expect(look.pragma('user_version', { simple: true })).toBe(readMigrations(migrationsDir).length);
  const kept = look.prepare(`select name from meta where value = 'kept' order by name`).pluck().all();
  expect(kept).toEqual(['of-3', 'of-4', 'of-5']);
  expect(look.pragma('integrity_check', { simple: true })).toBe('ok');
  look.close();
  expect(readdirSync(path.join(dataDir, 'backups')).filter((name) => name.endsWith('.db'))).not.toEqual([]);
});

test('after all these deaths everything is there once, on both PCs and in the cloud', async () => {
  const { shop, history } = mortal;
  await mortal.rise();
  const rest = await comeToRest(shop);
  expect(rest.differences.slice(0, 5)).toEqual([]);
  expect(brokenPromises({ ...rest, history }).slice(0, 5)).toEqual([]);
  expect(await oneMoreRound(shop)).toEqual([]);
  suite.add('acknowledged', history.deeds.filter(({ told }) => told === 'saved').length);
});
