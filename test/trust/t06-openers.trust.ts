/** T06: one opener a folder. The second is refused within a second and told who holds it; a dead holder is no holder. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src-cloud/db/database.ts';
import { inShop } from '../../src-cloud/db/tenant.ts';
import { startCloud } from '../../src-cloud/server.ts';
import { openShop } from '../../src-cloud/services/shops.ts';
import type { ShopId } from '../../src-shared/base/ids.ts';
import { type ChildBackend, startChildBackend, startSoundBackend } from '../support/backend-client.ts';
import { type CloudProcess, cloudFolder, freshId, spawnTestCloud } from '../support/cloud.ts';
import { freshFolder, openTrialStore } from '../support/store.ts';
import { suiteOf } from './trust-run.ts';

const suite = suiteOf('T06', { few: 3, byName: 10 });
const attempts = Array.from({ length: suite.count }, (_, n) => n + 1);
const limitMs = 1_000;

type Refusal = { readonly words: string };

/** How long each second opener waited for its refusal. */
const refused: number[] = [];

/** How a second opener is refused; it must be, and in time. */
async function refusalOf(open: () => Promise<{ close(): unknown }>): Promise<Refusal> {
  const from = performance.now();
  const opened = await open().catch((error: Error) => error);
  const ms = performance.now() - from;
  suite.add('attempts', 1);
  if (!(opened instanceof Error)) {
    await opened.close();
    throw new Error('the second opener was let in');
  }
  expect(opened.name).toBe('FolderLocked');
  refused.push(ms);
  suite.most('ms the slowest refusal', ms);
  return { words: opened.message };
}

/** A machine with much else to do makes some slow; who waits too long for a lock is slow every time. */
function expectInTime(): void {
  expect(refused.length).toBeGreaterThan(0);
  expect(Math.min(...refused)).toBeLessThan(limitMs);
  refused.length = 0;
}

describe('the data folder of a PC', () => {
  const place = { folder: '', remove: () => {} };
  const holders = new Set<ChildBackend>();
  beforeEach(() => void Object.assign(place, freshFolder('openers')));
  afterEach(async () => {
    for (const holder of holders) await holder.kill();
    holders.clear();
    place.remove();
  });
  const hold = async () => {
    const holder = await startSoundBackend(place.folder);
    holders.add(holder);
    return holder;
  };
  const tool = () => openTrialStore({ folder: place.folder });
  const note = () => path.join(place.folder, 'folder.lock.txt');

  test(`is refused to a tool ${suite.count} times while the app has it, with the app named`, async () => {
    const { pid } = await hold();
    for (const _ of attempts) expect((await refusalOf(tool)).words).toContain(`process ${pid}`);
    expectInTime();
  });

  test('is refused to a second app, with the first one named', async () => {
    const { pid } = await hold();
    const second = await startChildBackend(place.folder);
    expect(second).toMatchObject({
      failure: { kind: 'locked', what: 'data-folder', holder: expect.stringContaining(`process ${pid}`) },
    });
  });

  test('is refused to the app while a tool has it', async () => {
    const store = await tool();
    const second = await startChildBackend(place.folder);
    store.close();
    expect(second).toMatchObject({ failure: { holder: expect.stringContaining(`process ${process.pid}`) } });
  });

  test('belongs to one of several that start at once', async () => {
    const started = await Promise.all([1, 2, 3].map(() => startChildBackend(place.folder)));
    const opened = started.filter((one): one is ChildBackend => 'pid' in one);
    for (const one of opened) holders.add(one);
    expect(opened).toHaveLength(1);
    for (const one of started) {
      if ('failure' in one) expect(one.failure).toMatchObject({ kind: 'locked', what: 'data-folder' });
    }
  });

  test('is taken over at once from a killed app, whose note names a dead process', async () => {
    const { pid, kill } = await hold();
    await kill();
    expect(readFileSync(note(), 'utf8')).toContain(`process ${pid}`);
    const store = await tool();
    expect(readFileSync(note(), 'utf8')).toContain(`process ${process.pid}`);
    expect((await refusalOf(tool)).words).toContain(`process ${process.pid}`);
    store.close();
  });

  test('is nobody’s when the note names a process that lives and has nothing to do with it', async () => {
    const stranger = await startSoundBackend(freshFolder('stranger').folder);
    holders.add(stranger);
    for (const words of [`process ${stranger.pid}, started 2026-01-01T00:00:00.000Z\n`, `process 1\n`, '\0\0\0', '']) {
      writeFileSync(note(), words);
      const store = await tool();
      expect(readFileSync(note(), 'utf8')).toContain(`process ${process.pid}`);
      store.close();
    }
  });

  test('is refused by its lock alone: a note that was lost or spoilt lets nobody in', async () => {
    await hold();
    for (const words of ['', '\0'.repeat(50), 'x'.repeat(10_000)]) {
      writeFileSync(note(), words);
      expect((await refusalOf(tool)).words).toContain('in use by');
    }
  });
});

describe('the folder of an embedded cloud', () => {
  const place = { folder: '', remove: async (): Promise<void> => undefined };
  const shop = freshId() as ShopId;
  const running = new Set<CloudProcess>();
  const secret = 'the secret of a cloud that is opened twice';
  beforeAll(async () => {
    Object.assign(place, await cloudFolder());
    const database = { kind: 'folder', folder: place.folder } as const;
    const photosFolder = path.join(place.folder, 'photos');
    const options = { host: '127.0.0.1', port: 0, demoWorkfiles: 0, photosFolder, log: () => undefined };
    const cloud = await startCloud({ ...options, place: database, secret });
    await openShop(cloud.database, { id: shop, name: 'Opened Once', timeZone: 'America/Chicago' });
    await cloud.close();
  });
  afterEach(async () => {
    for (const one of running) await one.kill();
    running.clear();
  });
  afterAll(() => place.remove());
  const open = () => openDatabase({ kind: 'folder', folder: place.folder });
  const hold = async () => {
    const environment = { SHOPFILE_CLOUD_SECRET: secret };
    const holder = await spawnTestCloud({ folder: place.folder, environment });
    running.add(holder);
    return holder;
  };

  test(`is refused ${suite.count} times while a cloud has it, with the cloud named, and loses nothing`, async () => {
    const { pid } = await hold();
    for (const _ of attempts) expect((await refusalOf(open)).words).toContain(`process ${pid}`);
    expectInTime();
    const second = await spawnTestCloud({ folder: place.folder }).catch((error: Error) => error.message);
    expect(second).toContain(`process ${pid}`);
  });

  test('is taken over from a killed cloud, is refused again by its new holder, and has its rows', async () => {
    const holder = await hold();
    await holder.kill();
    const database = await open();
    expect((await refusalOf(open)).words).toContain(`process ${process.pid}`);
    expect(await inShop(database, shop, (sql) => sql.query('select name from shop'))).toEqual([
      { name: 'Opened Once' },
    ]);
    await database.close();
  });

  test('is nobody’s when the note names a process that lives and has nothing to do with it', async () => {
    const note = path.join(place.folder, 'holder.json');
    writeFileSync(note, JSON.stringify({ pid: 1 }));
    const database = await open();
    expect(readFileSync(note, 'utf8')).toContain(String(process.pid));
    await database.close();
  });
});
