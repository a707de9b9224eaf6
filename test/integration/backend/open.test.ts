/** Opening a data folder: one opener, in a place that is safe, on a file that is whole; refusals name what is wrong. */
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isNewEnough } from '../../../src-main/db/driver.ts';
import { refuseUnsafePlace } from '../../../src-main/db/folder-place.ts';
import { openStore } from '../../../src-main/db/open.ts';
import { writeSetting } from '../../../src-main/db/settings.ts';
import { sqliteFailure } from '../../../src-main/db/sqlite-failure.ts';
import { FolderLocked, StartFailure } from '../../../src-main/db/start-failure.ts';
import { type ChildBackend, startChildBackend, startSoundBackend } from '../../support/backend-client.ts';
import { signInOn } from '../../support/backend-trial.ts';
import { freshFolder, migrationsDir, openTrialStore, seededRandom, steppingClock } from '../../support/store.ts';

const place = { folder: '', remove: () => {} };
beforeEach(() => void Object.assign(place, freshFolder('open')));
afterEach(() => place.remove());

const open = () => openTrialStore({ folder: place.folder });
const failureOf = async (opening: Promise<unknown>) => {
  const error = await opening.catch((thrown: unknown) => thrown);
  return error instanceof StartFailure ? error.failure : error;
};
const database = () => path.join(place.folder, 'shopfile.db');

test('a second opener of the folder is refused within a second and told who holds it', async () => {
  const store = await open();
  const from = performance.now();
  const refused = await open().catch((error: unknown) => error);
  expect(performance.now() - from).toBeLessThan(1000);
  expect(refused).toBeInstanceOf(FolderLocked);
  expect(refused).toMatchObject({
    failure: { kind: 'locked', what: 'data-folder', holder: expect.stringContaining(`process ${process.pid}`) },
  });
  store.close();
  (await open()).close();
});

test('after the holder was killed the folder opens at once', async () => {
  await signInOn(place.folder);
  const holder = await startSoundBackend(place.folder);
  expect(await failureOf(open())).toMatchObject({
    kind: 'locked',
    holder: expect.stringContaining(`process ${holder.pid}`),
  });
  await holder.kill();
  const from = performance.now();
  const store = await open();
  expect(performance.now() - from).toBeLessThan(1000);
  store.close();
});

test('of two processes that start on one folder at the same time one is refused', async () => {
  const started = await Promise.all([startChildBackend(place.folder), startChildBackend(place.folder)]);
  const refused = started.filter((one) => 'failure' in one);
  expect(refused).toMatchObject([{ failure: { kind: 'locked', what: 'data-folder' } }]);
  const [holder] = started.filter((one): one is ChildBackend => 'pid' in one);
  await holder?.close();
});

test('a file that is not a database is refused as damaged and kept as it is', async () => {
  fs.writeFileSync(database(), 'this was a database once '.repeat(1000));
  const before = fs.readFileSync(database());
  expect(await failureOf(open())).toEqual({ kind: 'unavailable', what: 'database-damaged' });
  expect(fs.readFileSync(database()).equals(before)).toBe(true);
  expect(fs.existsSync(path.join(place.folder, 'folder.lock.txt'))).toBe(false);
});

test('a database with a torn page is refused as damaged', async () => {
  const store = await open();
  store.connection.exec("insert into setting values ('filler', hex(zeroblob(200000)))");
  store.close();
  const bytes = fs.readFileSync(database());
  bytes.fill(0x5a, 4096 * 10, 4096 * 14);
  fs.writeFileSync(database(), bytes);
  expect(await failureOf(open())).toEqual({ kind: 'unavailable', what: 'database-damaged' });
});

test.each([0, 7, 2 ** 30])(
  'a head that says schema %i of present data is damaged, and no update begins',
  async (number) => {
    const store = await open();
    writeSetting(store, 'kept', 'as it was');
    store.connection.pragma(`user_version = ${number}`);
    store.close();
    expect(await failureOf(open())).toEqual({ kind: 'unavailable', what: 'database-damaged' });
  },
);

test('a folder that may not be written is named as the trouble', async () => {
  fs.writeFileSync(path.join(place.folder, 'file'), '');
  const inside = openTrialStore({ folder: path.join(place.folder, 'file', 'data') });
  expect(await failureOf(inside)).toEqual({ kind: 'unavailable', what: 'data-folder' });
});

test.each(['\\\\server\\share\\shopfile', '//server/share/shopfile'])('the network share %s is refused', (folder) => {
  expect(() => refuseUnsafePlace(folder, { env: {} })).toThrow(StartFailure);
});

test.each([
  '/home/dana/OneDrive/shopfile',
  '/home/dana/OneDrive - Harbor Collision/shopfile',
  '/home/dana/Dropbox (Personal)/shopfile',
  '/home/dana/Google Drive/shopfile',
  '/home/dana/Library/CloudStorage/GoogleDrive-dana@example.com/shopfile',
  'C:\\Users\\dana\\Box\\shopfile',
  'C:\\Users\\dana\\iCloudDrive\\shopfile',
  'D:\\SynologyDrive\\shop',
  '/home/dana/Nextcloud/shop',
])('the synchronised folder %s is refused', (folder) => {
  expect(() => refuseUnsafePlace(folder, { env: {} })).toThrow('synchronised');
});

test('a folder inside the OneDrive that the system names is refused, whatever it is called', () => {
  const env = { OneDriveCommercial: '/data/Cloud Files' };
  expect(() => refuseUnsafePlace('/data/Cloud Files/shop', { env })).toThrow('synchronised');
  expect(() => refuseUnsafePlace('/data/Cloud Files 2/shop', { env })).not.toThrow();
});

test('a folder of another name is known by what the program leaves in it', () => {
  const deep = path.join(place.folder, 'shop', 'data');
  expect(() => refuseUnsafePlace(deep, { env: {} })).not.toThrow();
  fs.mkdirSync(path.join(place.folder, '.stfolder'));
  expect(() => refuseUnsafePlace(deep, { env: {} })).toThrow('synchronised');
});

test('a person who is called Box may keep data', () => {
  expect(() => refuseUnsafePlace('C:\\Users\\Box\\AppData\\Local\\shopfile', { env: {} })).not.toThrow();
  expect(() => refuseUnsafePlace('/home/dana/Toolbox/shop', { env: {} })).not.toThrow();
});

test('a link into a synchronised folder is refused', () => {
  const synchronised = path.join(place.folder, 'Dropbox');
  fs.mkdirSync(synchronised);
  const link = path.join(place.folder, 'innocent');
  fs.symlinkSync(synchronised, link);
  expect(() => refuseUnsafePlace(path.join(link, 'data'), { env: {} })).toThrow('synchronised');
});

test('the SQLite inside is new enough, and an older one would be refused', async () => {
  const store = await open();
  expect(isNewEnough(store.connection)).toBe(true);
  const pretend = (version: string) =>
    isNewEnough({ prepare: () => ({ pluck: () => ({ get: () => version }) }) } as never);
  expect(['3.51.2', '3.50.9', '2.99.99', '3.51'].map(pretend)).toEqual([false, false, false, false]);
  expect(['3.51.3', '3.51.10', '3.52.0', '4.0.0'].map(pretend)).toEqual([true, true, true, true]);
  store.close();
});

test('a full disk is called a full disk and nothing is half-written', async () => {
  const store = await open();
  const pages = Number(store.connection.pragma('page_count', { simple: true }));
  store.connection.pragma(`max_page_count = ${pages}`);
  const error = (() => {
    try {
      store.connection.exec("insert into setting values ('filler', hex(zeroblob(2000000)))");
      return undefined;
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(sqliteFailure(error)).toEqual({ kind: 'unavailable', what: 'disk-full' });
  expect(store.connection.prepare('select count(*) from setting').pluck().get()).toBe(0);
  store.close();
});

test.each([
  ['ENOSPC', 'disk-full'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_WRITE', 'disk'],
  ['SQLITE_CANTOPEN', 'data-folder'],
  ['SQLITE_BUSY', 'database-busy'],
  ['SQLITE_CORRUPT_INDEX', 'database-damaged'],
  ['SQLITE_NOTADB', 'database-damaged'],
])('the error %s is told as %s', (code, what) => {
  expect(sqliteFailure(Object.assign(new Error('x'), { code }))).toEqual({ kind: 'unavailable', what });
});

test('an error of our own is no failure of the disk', () => {
  expect(sqliteFailure(new Error('x'))).toBeUndefined();
  expect(sqliteFailure('x')).toBeUndefined();
});

test('statements that take longer than 40 ms are logged by name and without values', async () => {
  const lines: unknown[] = [];
  const ticks = { now: 0 };
  const store = await openStore({
    dataDir: place.folder,
    migrationsDir,
    pid: 1,
    env: {},
    clock: steppingClock(),
    random: seededRandom(1),
    stopwatch: () => {
      ticks.now += 41;
      return ticks.now;
    },
    log: (event, fields) => void lines.push({ event, fields }),
  });
  lines.length = 0;
  writeSetting(store, 'window', 'Sharon Turpin');
  expect(lines).toEqual([{ event: 'query.slow', fields: { query: 'settings.write', ms: 41 } }]);
  store.close();
});
