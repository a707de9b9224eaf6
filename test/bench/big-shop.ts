/** The database of a big shop, made once through the PC's own first sync and kept in the cache folder for later runs. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import {
  type ArrivedBundle,
  beginFirstSync,
  endFirstSync,
  readFirstSync,
  storeBundles,
} from '../../src-main/db/first-sync.ts';
import { indexSome } from '../../src-main/db/search.ts';
import type { Store } from '../../src-main/db/store.ts';
import { openStoreIn, signInWithoutCloud } from '../support/desktop-signed-in.ts';
import { packedWorkfiles } from './packed-shop.ts';

const projectFolder = path.resolve(import.meta.dirname, '../..');
const from = Date.UTC(2026, 10, 21, 12);
const slice = 500;

export type BigShop = { readonly dataDir: string; readonly megabytes: number };

/** A data folder with that many workfiles and somebody signed in, to be copied before use. */
export async function bigShop(count: number): Promise<BigShop> {
  const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'shopfile-bench');
  const dataDir = path.join(
    cache,
    `workfiles-${count}-${fingerprint(['migrations/local', demo, 'src-shared/sync', 'test/bench/packed-shop.ts'])}`,
  );
  if (!existsSync(dataDir)) await make(count, cache, dataDir);
  return { dataDir, megabytes: Math.round(statSync(path.join(dataDir, 'shopfile.db')).size / 2 ** 20) };
}

async function make(count: number, cache: string, dataDir: string): Promise<void> {
  console.log(`Making a database of ${count.toLocaleString('en-US')} workfiles, once…`);
  const began = performance.now();
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(path.join(cache, 'work-'));
  const store = await openStoreIn(work);
  signInWithoutCloud(store);
  takeAll(store, await packedShop(count, cache));
  while (indexSome(store, 1000));
  store.connection.exec('analyze');
  store.close();
  renameSync(work, dataDir);
  console.log(`  made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

/** As a first sync takes them: the newest first, slice by slice. */
function takeAll(store: Store, bundles: readonly ArrivedBundle[]): void {
  const planned = readFirstSync(store);
  if (planned === null) throw new Error('a new folder has a first sync to begin');
  const place = [bundles[0]?.seq ?? 0, ''] as const;
  let sync = beginFirstSync(store, planned, { epoch: 'bench', place: [...place], count: bundles.length });
  for (let at = 0; at < bundles.length; at += slice) {
    ({ sync } = storeBundles(store, sync, bundles.slice(at, at + slice), from));
  }
  endFirstSync(store, sync);
}

/** The packed workfiles of a shop: packing them takes most of the time, and another schema changes nothing about them. */
async function packedShop(count: number, cache: string): Promise<readonly ArrivedBundle[]> {
  const file = path.join(
    cache,
    `packed-${count}-${fingerprint([demo, 'src-shared/sync', 'test/bench/packed-shop.ts'])}`,
  );
  if (existsSync(file)) return deserialize(readFileSync(file)) as readonly ArrivedBundle[];
  const bundles: ArrivedBundle[] = [];
  for await (const bundle of packedWorkfiles(count)) bundles.push(bundle);
  bundles.reverse();
  const begun = `${file}.${process.pid}`;
  writeFileSync(begun, serialize(bundles));
  renameSync(begun, file);
  return bundles;
}

const demo = 'src-shared/demo';

/** What files say, those of a folder in their order: another schema or another generator makes another shop. */
function fingerprint(places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const place of places.map((one) => path.join(projectFolder, one))) {
    const files = statSync(place).isDirectory() ? readdirSync(place).sort() : [''];
    for (const file of files) hash.update(readFileSync(path.join(place, file)));
  }
  return hash.digest('hex').slice(0, 12);
}
