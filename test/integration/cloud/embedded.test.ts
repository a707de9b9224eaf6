/** The embedded database in a folder: one process alone, and nothing acknowledged is lost to a kill. */
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../src-cloud/db/database.ts';
import { FolderLocked } from '../../../src-cloud/db/folder-lock.ts';
import { startCloud } from '../../../src-cloud/server.ts';
import { joinShop, openShop } from '../../../src-cloud/services/shops.ts';
import type { EditId, ShopId } from '../../../src-shared/base/ids.ts';
import { type CloudProcess, cloudFolder, freshId, spawnTestCloud } from '../../support/cloud.ts';
import { openPc, Pc } from '../../support/cloud-pc.ts';
import { newSheet } from '../../support/cloud-records.ts';

const secret = 'the secret of a cloud that is killed in tests';
const who = { name: 'Casey Moor', email: 'casey@example.com', password: 'a long enough secret' };

let folder: string;
let remove: () => Promise<void>;
/** Starts and kills; a busy machine makes each of them slow. */
const patience = { timeout: 240_000 };
const running = new Set<CloudProcess>();
beforeEach(async () => {
  ({ folder, remove } = await cloudFolder());
});
afterEach(async () => {
  for (const one of running) await one.kill();
  running.clear();
  await remove();
});

async function start(): Promise<CloudProcess> {
  const process = await spawnTestCloud({ folder, environment: { SHOPFILE_CLOUD_SECRET: secret } });
  running.add(process);
  return process;
}

/** Makes the folder with one shop and one person. */
async function prepare(): Promise<void> {
  const place = { kind: 'folder', folder } as const;
  const photosFolder = path.join(folder, 'photos');
  const host = '127.0.0.1';
  const cloud = await startCloud({
    place,
    photosFolder,
    secret,
    host,
    port: 0,
    demoWorkfiles: 0,
    log: () => undefined,
  });
  const id = freshId() as ShopId;
  await openShop(cloud.database, { id, name: 'Killed Often', timeZone: 'America/Chicago' });
  await joinShop(cloud.database, id, await cloud.authenticator.ensureUser(who), 'estimator');
  await cloud.close();
}

test('a second opener is refused within a second and told who holds the folder', patience, async () => {
  const place = { kind: 'folder', folder } as const;
  const database = await openDatabase(place);
  const began = performance.now();
  const refused = await openDatabase(place).catch((error: unknown) => error);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(refused).toBeInstanceOf(FolderLocked);
  expect(String(refused)).toContain(`process ${process.pid} since 20`);
  await expect(spawnTestCloud({ folder })).rejects.toThrow(`process ${process.pid}`);
  await database.close();
  await (await openDatabase(place)).close();
});

test('a start that fails says so in one short line', async () => {
  const environment = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', SHOPFILE_CLOUD_SECRET: secret };
  const failed = await spawnTestCloud({ folder, environment }).catch((error: Error) => error);
  if (!(failed instanceof Error)) throw new Error('it started');
  expect(failed.message).toContain('shopfile-cloud: ');
  expect(failed.message.length).toBeLessThan(600);
  const weak = spawnTestCloud({
    folder,
    environment: { DATABASE_URL: 'postgres://x', SHOPFILE_CLOUD_SECRET: 'short' },
  });
  await expect(weak).rejects.toThrow('at least 32 characters');
});

test('asked to end, it ends cleanly, and the folder is free', patience, async () => {
  await prepare();
  const cloud = await start();
  const pc = await openPc(cloud.url, who);
  const stream = await fetch(`${cloud.url}/sync/live`, { headers: { authorization: `Bearer ${pc.token}` } });
  expect(stream.status).toBe(200);
  expect(await cloud.stop()).toBe(0);
  running.delete(cloud);
  await (await openDatabase({ kind: 'folder', folder })).close();
});

test('killed in the middle of pushes, again and again, it has everything it acknowledged', patience, async () => {
  await prepare();
  const acknowledged: EditId[] = [];
  let pc: Pc | undefined;
  for (let life = 0; life < 5; life += 1) {
    const cloud = await start();
    pc = pc === undefined ? await openPc(cloud.url, who) : moved(pc, cloud.url);
    // The next batch is under way when the kill comes: a little later in each life.
    await pushUntilDead(pc, acknowledged, () => setTimeout(() => void cloud.kill(), life * 4));
    await cloud.kill();
    running.delete(cloud);
  }
  if (pc === undefined) throw new Error('nothing ran');
  const cloud = await start();
  const { changes, lastSeq } = await moved(pc, cloud.url).pull();
  const kept = new Set(changes.map((change) => change[2]));
  expect(acknowledged.length).toBeGreaterThan(20);
  expect(acknowledged.filter((edit) => !kept.has(edit))).toEqual([]);
  expect(changes.map((change) => change[1])).toEqual(Array.from({ length: lastSeq }, (_, i) => i + 1));
});

/** The same PC at the address of the restarted cloud. */
const moved = (pc: Pc, url: string): Pc =>
  Object.assign(new Pc(url, pc.token, pc.user, pc.identity), { edits: pc.edits, n: pc.n, prev: pc.prev });

/** A batch without an answer is sent again after the restart, with the same bytes. */
const unanswered = new WeakMap<Pc['identity'], { body: string; edits: readonly EditId[] }>();

async function pushUntilDead(pc: Pc, acknowledged: EditId[], afterFew: () => void): Promise<void> {
  for (let answered = 0; ; answered += 1) {
    const sheet = newSheet(pc).edits;
    const batch = unanswered.get(pc.identity) ?? { body: pc.seal(sheet), edits: sheet.map((edit) => edit[0]) };
    unanswered.set(pc.identity, batch);
    if (answered === 4) afterFew();
    const answer = await pc.pushBody(batch.body).catch(() => undefined);
    if (answer === undefined) return;
    acknowledged.push(...batch.edits);
    unanswered.delete(pc.identity);
  }
}
