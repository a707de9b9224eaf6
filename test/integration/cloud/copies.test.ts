/** Copies of the embedded database: taken while it works, few, and put in the place of a damaged one. */
import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listCopies, writeCopy } from '../../../src-cloud/db/copies.ts';
import { type Database, openDatabase } from '../../../src-cloud/db/database.ts';
import { openEmbedded } from '../../../src-cloud/db/embedded.ts';
import { inShop } from '../../../src-cloud/db/tenant.ts';
import { openShop } from '../../../src-cloud/services/shops.ts';
import type { ShopId } from '../../../src-shared/base/ids.ts';
import { cloudFolder, freshId } from '../../support/cloud.ts';

const patience = { timeout: 240_000 };
const shop = freshId() as ShopId;
let folder: string;
let remove: () => Promise<void>;
let epoch: string;

const epochOf = (database: Database): Promise<string> =>
  inShop(database, shop, async (sql) => (await sql.query<{ epoch: string }>('select epoch from shop'))[0]?.epoch ?? '');
const copiesIn = async (place: string) => (await listCopies(path.join(place, 'copies'))).join();

beforeAll(async () => {
  ({ folder, remove } = await cloudFolder());
  const database = await openDatabase({ kind: 'folder', folder, copyEveryMs: 300 });
  await openShop(database, { id: shop, name: 'Copied', timeZone: 'America/Chicago' });
  epoch = await epochOf(database);
  await vi.waitUntil(async () => {
    const before = await copiesIn(folder);
    await new Promise((later) => setTimeout(later, 2_500));
    return before !== '' && (await copiesIn(folder)) === before;
  }, 60_000);
  await database.close();
}, 240_000);
afterAll(() => remove());

test('only the last four copies stay, and none of them is half written', async () => {
  const place = path.join(folder, 'many');
  for (let i = 0; i < 7; i += 1) await writeCopy(place, new Blob([`copy ${i}`]));
  expect((await readdir(place)).sort()).toEqual([4, 5, 6, 7].map((n) => `copy-00000${n}.tar.gz`));
  expect(await readFile(path.join(place, 'copy-000007.tar.gz'), 'utf8')).toBe('copy 6');
});

/** Each takes a database apart in a way that disks and people do. */
const damages: Readonly<Record<string, (database: string) => Promise<void>>> = {
  'its control file cut short': (database) => truncate(path.join(database, 'global/pg_control'), 100),
  'a page of a table overwritten': async (database) => {
    const base = path.join(database, 'base/5');
    const tables = (await readdir(base)).filter((name) => /^\d+$/.test(name) && Number(name) > 16_000);
    for (const name of tables) {
      const bytes = await readFile(path.join(base, name));
      await writeFile(path.join(base, name), bytes.fill(0xab));
    }
  },
  'a bit of its control file changed': async (database) => {
    const file = path.join(database, 'global/pg_control');
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0xab, 40, 44));
  },
  'its log of writes gone': async (database) => {
    await rm(path.join(database, 'pg_wal'), { recursive: true });
    await mkdir(path.join(database, 'pg_wal'));
  },
  'the file of a system table gone': (database) => rm(path.join(database, 'base/5/1259')),
  'its first file gone': (database) => rm(path.join(database, 'PG_VERSION')),
};

test.each(Object.entries(damages))('a database with %s is restored and said to be', patience, async (_, damage) => {
  const { folder: hurt, remove: discard } = await cloudFolder();
  await cp(folder, hurt, { recursive: true });
  await damage(path.join(hurt, 'database'));
  const said: string[] = [];
  const database = await openDatabase({ kind: 'folder', folder: hurt }, (event, { words }) => {
    said.push(`${event}: ${words}`);
  });
  const renewed = await epochOf(database);
  expect(renewed).not.toBe('');
  expect(renewed).not.toBe(epoch);
  expect(said).toEqual([
    expect.stringMatching(
      /^database-restored: The database was damaged \(.+\)\. The copy of 20.+ was restored; its PCs are asked to compare\./,
    ),
  ]);
  expect((await readdir(hurt)).filter((name) => /^(restor|damaged-)/.test(name))).toEqual(['damaged-1']);
  await database.close();
  await discard();
});

test('a damaged newest copy is passed over for an older one, and the next start says nothing', patience, async () => {
  const { folder: hurt, remove: discard } = await cloudFolder();
  await cp(folder, hurt, { recursive: true });
  await writeCopy(path.join(hurt, 'copies'), new Blob(['not an archive']));
  await rm(path.join(hurt, 'database'), { recursive: true });
  const said: string[] = [];
  const open = () => openDatabase({ kind: 'folder', folder: hurt }, (event) => void said.push(event));
  const database = await open();
  const renewed = await epochOf(database);
  await database.close();
  const again = await open();
  expect(await epochOf(again)).toBe(renewed);
  expect(said).toEqual(['database-restored']);
  await again.close();
  await discard();
});

test('a damaged database without a readable copy stays as it is, and the start fails in words', patience, async () => {
  const { folder: hurt, remove: discard } = await cloudFolder();
  await cp(path.join(folder, 'database'), path.join(hurt, 'database'), { recursive: true });
  await truncate(path.join(hurt, 'database/global/pg_control'), 100);
  await mkdir(path.join(hurt, 'copies'));
  await writeFile(path.join(hurt, 'copies/copy-000001.tar.gz'), 'not an archive');
  await expect(openDatabase({ kind: 'folder', folder: hurt })).rejects.toThrow('none of its copies can be read');
  expect(await readdir(hurt)).toContain('database');
  expect((await readFile(path.join(hurt, 'database/global/pg_control'))).length).toBe(100);
  await discard();
});

/** Nothing is lost here: another start may well succeed. */
const obstructions: Readonly<Record<string, readonly [file: string, content: string, words: string]>> = {
  'whose settings cannot be read': ['postgresql.conf', 'rubbish = \n', 'contains errors'],
  'that another version made': ['PG_VERSION', '99\n', 'incompatible with server'],
};

test.each(Object.entries(obstructions))('a database %s is not restored', patience, async (_, obstruction) => {
  const [file, content, words] = obstruction;
  const { folder: hurt, remove: discard } = await cloudFolder();
  await cp(folder, hurt, { recursive: true });
  const before = await readdir(hurt);
  await writeFile(path.join(hurt, 'database', file), content);
  await expect(openDatabase({ kind: 'folder', folder: hurt })).rejects.toThrow(words);
  expect(await readdir(hurt)).toEqual(before);
  expect(await readFile(path.join(hurt, 'database', file), 'utf8')).toBe(content);
  await discard();
});

test('a process that dies between a restore and its new epochs leaves them to the next start', patience, async () => {
  const { folder: hurt, remove: discard } = await cloudFolder();
  await cp(folder, hurt, { recursive: true });
  await rm(path.join(hurt, 'database'), { recursive: true });
  await (await openEmbedded({ kind: 'folder', folder: hurt }, () => undefined)).close();
  const epochs: string[] = [];
  for (let start = 0; start < 2; start += 1) {
    const database = await openDatabase({ kind: 'folder', folder: hurt });
    epochs.push(await epochOf(database));
    await database.close();
  }
  expect(epochs[0]).not.toBe(epoch);
  expect(epochs[1]).toBe(epochs[0]);
  await discard();
});
