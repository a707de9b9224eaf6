/** Backups and checks through the door: whole copies while somebody types, seven days of them, and what a check finds. */
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { UserFiles } from '../../../src-shared/ipc/host.ts';
import { writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { freshFolder } from '../../support/store.ts';
import { noFiles } from '../../support/user-files.ts';

let place: ReturnType<typeof freshFolder>;
let trial: BackendTrial;
const chosen = { folder: null as string | null };
const files: UserFiles = { ...noFiles, choose: async () => chosen.folder };

beforeEach(async () => {
  place = freshFolder('backups');
  chosen.folder = null;
  trial = await open();
});
afterEach(async () => {
  await trial.close();
  place.remove();
});

const open = (role: 'estimator' | 'technician' = 'estimator'): Promise<BackendTrial> =>
  openBackendTrial({ folder: path.join(place.folder, 'data'), system: { files }, role });
const backups = () => path.join(place.folder, 'data', 'backups');

test('a backup is a whole database that says what it is, and nothing half lies beside it', async () => {
  await writeWorkfile(trial, 5);
  const done = await trial.ask('backup.make', {});
  expect(done).toMatchObject({ working: null, failure: null });
  const [name = '', ...others] = fs.readdirSync(backups());
  expect(others).toEqual([]);
  expect(name).toMatch(/^\d{8}-\d{6}-hand\.db$/);
  const copy = new Database(path.join(backups(), name), { readonly: true });
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(copy.pragma('journal_mode', { simple: true })).toBe('delete');
  expect(copy.prepare('select count(*) from line').pluck().get()).toBe(5);
  copy.close();
  const { backups: listed, storage } = await trial.ask('pc.read', {});
  expect(listed).toMatchObject([{ id: name, note: { kind: 'hand', workfiles: 1 } }]);
  expect(listed[0]?.note?.unsent).toBeGreaterThan(0);
  expect(storage.backups).toBe(listed[0]?.bytes);
});

test('two backups made in one second are two, each as it was made', async () => {
  await writeWorkfile(trial, 2);
  await trial.ask('backup.make', {});
  await writeWorkfile(trial, 3);
  await trial.ask('backup.make', {});
  const { backups: listed } = await trial.ask('pc.read', {});
  expect(listed.map(({ note }) => note?.workfiles)).toEqual([2, 1]);
});

test('typing goes on while a backup is made, and the copy holds what was there when it began', async () => {
  const sheet = await writeWorkfile(trial, 200);
  const making = trial.ask('backup.make', {});
  const waits: number[] = [];
  for (const line of sheet.lines.slice(0, 60)) {
    const from = performance.now();
    await trial.ask('line.change', { lineId: line.id, group: 'text', value: { description: 'typed meanwhile' } });
    waits.push(performance.now() - from);
  }
  expect((await making).failure).toBeNull();
  expect(waits.toSorted((a, b) => a - b)[30]).toBeLessThan(50);
  const shares = trial.told.flatMap(({ name, data }) => (name === 'upkeep.changed' ? [data.working] : []));
  expect(shares.at(0)).toMatchObject({ task: 'backup' });
  expect(shares.at(-1)).toBeNull();
});

test('one thing is done at a time', async () => {
  await writeWorkfile(trial, 2);
  await Promise.all([trial.ask('backup.make', {}), trial.ask('backup.make', {}), trial.ask('pc.check', {})]);
  expect(fs.readdirSync(backups())).toHaveLength(1);
});

test('a check reads every row and says so; one flipped letter in a row is found', async () => {
  await writeWorkfile(trial, 3);
  const whole = await trial.ask('pc.check', {});
  expect(whole.health).toMatchObject({ damagedRows: 0, faults: [] });
  expect(whole.health?.rows).toBeGreaterThan(8);
  await trial.close();
  const database = new Database(path.join(place.folder, 'data', 'shopfile.db'));
  database.exec("update line set text_description = 'Line X' where text_description = 'Line 2'");
  database.close();
  trial = await open();
  const { health } = await trial.ask('pc.check', {});
  expect(health?.damagedRows).toBe(1);
  expect(health?.faults[0]).toMatch(/^row of line [0-9a-f-]{36}$/);
  expect((await trial.ask('pc.read', {})).health).toEqual(health);
});

test('a backup that cannot be read any more is shown as such and counts for none', async () => {
  await writeWorkfile(trial, 2);
  fs.mkdirSync(backups(), { recursive: true });
  fs.writeFileSync(path.join(backups(), '20261101-120000-daily.db'), 'not a database');
  fs.writeFileSync(path.join(backups(), 'letter.txt'), 'somebody else’s');
  const { backups: listed } = await trial.ask('pc.read', {});
  expect(listed).toEqual([{ id: '20261101-120000-daily.db', bytes: 14, note: null }]);
});

test('each backup is copied to a folder of choice under the name of the PC', async () => {
  await writeWorkfile(trial, 2);
  await trial.ask('backup.make', {});
  const outside = path.join(place.folder, 'stick');
  fs.mkdirSync(outside);
  const underway = 'Shopfile PC-1 2 20261119-120000-hand.db.new';
  for (const name of [underway, 'Shopfile PC-1 20261119-120000-hand.db.new']) {
    fs.writeFileSync(path.join(outside, name), 'half');
  }
  await trial.ask('backup.choose-folder', {});
  expect((await trial.ask('pc.read', {})).secondPlace).toBeNull();
  chosen.folder = outside;
  await trial.ask('backup.choose-folder', {});
  const names = fs.readdirSync(outside);
  expect(names).toHaveLength(2);
  expect(names).toContain(underway);
  const copy = names.find((name) => name !== underway);
  expect(copy).toMatch(/^Shopfile PC-1 \d{8}-\d{6}-hand\.db$/);
  expect((await trial.ask('pc.read', {})).secondPlace).toMatchObject({ folder: outside, failed: false });
  fs.rmSync(outside, { recursive: true });
  await trial.ask('backup.make', {});
  expect((await trial.ask('pc.read', {})).secondPlace).toMatchObject({ folder: outside, failed: true });
  await trial.ask('backup.forget-folder', {});
  expect((await trial.ask('pc.read', {})).secondPlace).toBeNull();
});

test('who may only look may make a backup, but not say where copies go', async () => {
  await writeWorkfile(trial, 1);
  await trial.close();
  trial = await open('technician');
  expect((await trial.ask('backup.make', {})).failure).toBeNull();
  expect(await trial.reply('backup.choose-folder', {})).toEqual({
    ok: false,
    failure: { kind: 'forbidden', need: 'restore-backups' },
  });
});

test('it tells who this PC is, what it holds and what it runs', async () => {
  const facts = await trial.ask('pc.read', {});
  expect(facts.name).toBe('PC-1');
  expect(facts.device).not.toBe('');
  expect(facts.numbers).toEqual([]);
  expect(facts.storage.database).toBeGreaterThan(100_000);
  expect(facts.storage.free).toBeGreaterThan(0);
  expect(facts.versions).toMatchObject({ app: '0.1.0', runtime: 'Node' });
});

test('a backup that lies elsewhere is chosen by the person, looked at, and refused where it is none or of another shop', async () => {
  await writeWorkfile(trial, 2);
  await trial.ask('backup.make', {});
  expect(await trial.ask('backup.choose', {})).toBeNull();
  const [name = ''] = fs.readdirSync(backups());
  const stick = path.join(place.folder, 'stick.db');
  fs.copyFileSync(path.join(backups(), name), stick);
  chosen.folder = stick;
  expect(await trial.ask('backup.choose', {})).toMatchObject({ id: 'chosen', note: { kind: 'hand', workfiles: 1 } });
  expect(await trial.ask('backup.preview', { id: 'chosen' })).toMatchObject({
    missing: 0,
    older: 0,
    unsent: { photos: 0 },
  });
  const other = new Database(stick);
  other.exec("update meta set value = 'another-shop' where name = 'shop'");
  other.close();
  const refused = { ok: false, failure: { kind: 'conflict', what: 'backup-other-shop' } };
  expect(await trial.reply('backup.preview', { id: 'chosen' })).toEqual(refused);
  expect(await trial.reply('backup.restore', { id: 'chosen', carry: true })).toEqual(refused);
  fs.writeFileSync(stick, 'a letter');
  expect(await trial.reply('backup.choose', {})).toMatchObject({ failure: { what: 'backup-unreadable' } });
});
