/** Data that cannot be opened because a part of them is damaged: nothing but their repair works, and it brings everything back. */
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Backend, createBackend } from '../../../src-main/backend.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { seen, sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial, trialOptions } from '../../support/backend-trial.ts';
import { flipLetter, leavesOf, zeroPages } from '../../support/damaged-database.ts';
import { freshFolder, openTrialStore } from '../../support/store.ts';

let place: ReturnType<typeof freshFolder>;
let sheet: WorkfileSheet;
const data = () => path.join(place.folder, 'data');
const file = () => path.join(data(), 'shopfile.db');
const damaged = { ok: false, failure: { kind: 'unavailable', what: 'database-damaged' } };

beforeEach(async () => {
  place = freshFolder('repair');
  const trial = await openBackendTrial({ folder: data() });
  sheet = await writeWorkfile(trial, 150);
  await trial.close();
});
afterEach(() => place.remove());

const restarts = { count: 0 };
const openDamaged = (): Promise<Backend> => {
  restarts.count = 0;
  const restart = (): void => {
    restarts.count += 1;
  };
  return createBackend({ ...trialOptions(data()), restart, notify: () => undefined, log: () => 'ref' });
};

async function expectWhole(trial: BackendTrial): Promise<void> {
  const after = await sheetOf(trial, sheet.workfile.id);
  expect(after.lines.map(({ text }) => text.description)).toEqual(sheet.lines.map(({ text }) => text.description));
  expect((await trial.ask('pc.check', {})).health).toMatchObject({ damagedRows: 0, faults: [] });
}

test('every other request says that the data are damaged, and a second opener is refused', async () => {
  zeroPages(file(), leavesOf(file(), 'line').slice(2, 4));
  const backend = await openDamaged();
  expect(await backend.ask('session.state', {})).toEqual(damaged);
  expect(await backend.ask('workfile.create', {})).toEqual(damaged);
  expect(await backend.ask('repair.read', {})).toMatchObject({
    ok: true,
    value: { name: 'PC-1', folder: path.join(data(), 'aside'), backups: [], refused: null },
  });
  await expect(openTrialStore({ folder: data() })).rejects.toMatchObject({ name: 'FolderLocked' });
  await backend.close();
});

test('a repair takes over what can be read, and brings back what cannot', async () => {
  zeroPages(file(), [...leavesOf(file(), 'line').slice(2, 4), ...leavesOf(file(), 'contact')]);
  const backend = await openDamaged();
  expect(await backend.ask('repair.run', { backup: null })).toEqual({ ok: true, value: null });
  expect(restarts.count).toBe(1);
  await backend.close();
  const trial = await openBackendTrial({ folder: data() });
  await expectWhole(trial);
  const { contacts } = await sheetOf(trial, sheet.workfile.id);
  expect(contacts.map(({ name }) => name.last)).toEqual(sheet.contacts.map(({ name }) => name.last));
  await trial.close();
});

test.each([
  ['how it is written', 18, 77],
  ['the format of its schema', 47, 5],
  ['its text', 59, 2],
])('a file of which only the head is damaged, in %s, is said to be damaged and loses nothing', async (_, at, byte) => {
  const descriptor = fs.openSync(file(), 'r+');
  fs.writeSync(descriptor, Uint8Array.of(byte), 0, 1, at);
  fs.closeSync(descriptor);
  const backend = await openDamaged();
  expect(await backend.ask('session.state', {})).toEqual(damaged);
  expect(await backend.ask('repair.run', { backup: null })).toEqual({ ok: true, value: null });
  await backend.close();
  const trial = await openBackendTrial({ folder: data() });
  await expectWhole(trial);
  await trial.close();
});

test('where nothing can be read a backup is put in place; one that is none is refused', async () => {
  const before = await openBackendTrial({ folder: data() });
  await before.ask('backup.make', {});
  const [backup] = (await before.ask('pc.read', {})).backups;
  const was = seen(await sheetOf(before, sheet.workfile.id));
  await before.close();
  zeroPages(file(), [1, 2, 3]);
  const backend = await openDamaged();
  expect(await backend.ask('repair.run', { backup: null })).toEqual(damaged);
  expect(await backend.ask('repair.run', { backup: '20260101-000000-daily.db' })).toMatchObject({
    failure: { what: 'backup-unreadable' },
  });
  expect(restarts.count).toBe(0);
  expect(await backend.ask('repair.run', { backup: backup?.id ?? '' })).toEqual({ ok: true, value: null });
  await backend.close();
  const trial = await openBackendTrial({ folder: data() });
  expect(seen(await sheetOf(trial, sheet.workfile.id))).toBe(was);
  await trial.close();
});

test('damage that a check found is repaired from the running program too', async () => {
  flipLetter(file(), 'Line 3', 'Line Q');
  const trial = await openBackendTrial({ folder: data() });
  expect((await trial.ask('pc.check', {})).health).toMatchObject({ damagedRows: 1 });
  expect((await trial.ask('repair.read', {})).backups).toEqual([]);
  await trial.ask('repair.run', { backup: null });
  await trial.close();
  const again = await openBackendTrial({ folder: data() });
  expect((await again.ask('pc.read', {})).health).toBeNull();
  await expectWhole(again);
  await again.close();
});

const busy = { ok: false, failure: { kind: 'conflict', what: 'upkeep-busy' } };

test('while data are repaired nothing else begins with them, and one repair comes of it', async () => {
  zeroPages(file(), leavesOf(file(), 'line').slice(2, 4));
  const backend = await openDamaged();
  const first = backend.ask('repair.run', { backup: null });
  expect(await backend.ask('repair.run', { backup: null })).toEqual(busy);
  expect(await first).toEqual({ ok: true, value: null });
  expect(restarts.count).toBe(1);
  expect(fs.readdirSync(path.join(data(), 'backups'))).toHaveLength(1);
  await backend.close();
});

test('a repair in the running program is work that is shown, and is refused while a backup is made', async () => {
  const trial = await openBackendTrial({ folder: data() });
  const making = trial.ask('backup.make', {});
  expect(await trial.reply('repair.run', { backup: null })).toEqual(busy);
  expect((await making).failure).toBeNull();
  expect(await trial.reply('repair.run', { backup: null })).toEqual({ ok: true, value: null });
  const tasks = trial.told.flatMap(({ name, data: told }) => (name === 'upkeep.changed' ? [told.working?.task] : []));
  expect(tasks).toContain('repair');
  await trial.close();
});

/** The file of the only backup, changed by a test. */
async function changedBackup(change: (file: string) => void): Promise<string> {
  const trial = await openBackendTrial({ folder: data() });
  await trial.ask('backup.make', {});
  const id = (await trial.ask('pc.read', {})).backups[0]?.id ?? '';
  await trial.close();
  change(path.join(data(), 'backups', id));
  return id;
}

test('a backup of a newer version is not put in place', async () => {
  const id = await changedBackup((backup) => {
    const database = new Database(backup);
    database.exec("update meta set value = json_set(value, '$.schema', 999) where name = 'backup'");
    database.close();
  });
  zeroPages(file(), leavesOf(file(), 'line').slice(2, 4));
  const backend = await openDamaged();
  expect(await backend.ask('repair.run', { backup: id })).toMatchObject({ failure: { what: 'backup-newer' } });
  expect(restarts.count).toBe(0);
  await backend.close();
});

test('a backup that turns out to be damaged is refused, and the repair says so', async () => {
  const id = await changedBackup((backup) => zeroPages(backup, leavesOf(backup, 'line').slice(0, 2)));
  zeroPages(file(), leavesOf(file(), 'line').slice(2, 4));
  const before = await openDamaged();
  expect(await before.ask('repair.run', { backup: id })).toEqual({ ok: true, value: null });
  await before.close();
  const backend = await openDamaged();
  expect(await backend.ask('repair.read', {})).toMatchObject({
    value: { refused: { kind: 'unavailable', what: 'backup-unreadable' } },
  });
  await backend.close();
});
