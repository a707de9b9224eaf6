/** Opening a workfile of 200 lines, packed and unpacked, in a small and in a big shop, beside the bare reads of the same file. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { readSheet } from '../../src-main/db/sheet.ts';
import type { Store } from '../../src-main/db/store.ts';
import { unpack } from '../../src-main/db/unpack.ts';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { bundleDictionaries } from '../../src-shared/sync/bundle-dictionary.ts';
import { openStoreIn } from '../support/desktop-signed-in.ts';
import { bigShop } from './big-shop.ts';
import { compare, type Figure, figureOf, printVersions, timeOf } from './measure.ts';
import { longWorkfiles } from './packed-shop.ts';

const big = Number(process.env.BENCH_WORKFILES ?? 100_000);
const small = Math.max(1000, big / 100);
const again = 20;
/** The first ones warm both sides up. */
const warm = 10;

printVersions(['better-sqlite3']);
const inSmall = await measure(small);
const inBig = await measure(big);
console.log(
  `Growth from ${small.toLocaleString('en-US')} to ${big.toLocaleString('en-US')} workfiles (wanted: at most 1.2)`,
);
for (const part of ['first', 'again'] as const) {
  console.log(`  ${part.padEnd(6)} ${(inBig[part].median / inSmall[part].median).toFixed(2)}`);
}

type Opened = { readonly first: Figure; readonly again: Figure };

async function measure(count: number): Promise<Opened> {
  const shop = await bigShop(count);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-open-'));
  cpSync(shop.dataDir, folder, { recursive: true });
  const store = await openStoreIn(folder);
  console.log(`\n${count.toLocaleString('en-US')} workfiles in ${shop.megabytes} MB`);
  const ids = longest(store);
  const first = openPacked(store, ids);
  compare('First open: unpack and read (limit: inflate, parse, insert and read the lines)', {
    ...first,
    wanted: 'wanted: at most 2',
  });
  const hydrated = openAgain(store, ids);
  compare('Open again: the whole sheet (limit: the rows of its lines)', { ...hydrated, wanted: 'wanted: at most 3' });
  store.close();
  rmSync(folder, { recursive: true });
  return { first: first.product, again: hydrated.product };
}

function longest({ connection }: Store): readonly WorkfileId[] {
  const byLength = 'select workfile_id from bundle where bytes is not null order by length(bytes) desc limit ?';
  return connection.prepare(byLength).pluck().all(longWorkfiles) as WorkfileId[];
}

type Sides = { readonly product: Figure; readonly limit: Figure };

function openPacked(store: Store, ids: readonly WorkfileId[]): Sides {
  const bare = bareOpening(store);
  const taken = { product: [] as number[], limit: [] as number[] };
  for (const [at, id] of ids.entries()) {
    // The bare side reads the bundle that the other side is about to unpack.
    const limit = timeOf(() => bare(id));
    const product = timeOf(() => {
      unpack(store, id);
      readSheet(store, id);
    });
    if (at < warm) continue;
    taken.limit.push(limit);
    taken.product.push(product);
  }
  return { product: figureOf(taken.product), limit: figureOf(taken.limit) };
}

/** What no program can leave out: the bytes, their text, a row a line in a table of two columns and an index. */
function bareOpening({ connection }: Store): (id: WorkfileId) => void {
  connection.exec(
    'create table bare_line (id text primary key not null, parent text not null, value text not null) strict',
  );
  connection.exec('create index bare_line_by_parent on bare_line (parent)');
  const bundle = connection.prepare('select dictionary, bytes from bundle where workfile_id = ?');
  const insert = connection.prepare('insert into bare_line values (?, ?, ?)');
  const read = connection.prepare('select value from bare_line where parent = ?').pluck();
  const put = connection.transaction((id: WorkfileId, records: readonly (readonly unknown[])[]) => {
    for (const record of records) insert.run(record[1], id, JSON.stringify(record[5]));
  });
  return (id) => {
    const { dictionary, bytes } = bundle.get(id) as { dictionary: number; bytes: Buffer };
    const text = zlib.inflateSync(bytes, { dictionary: Buffer.from(bundleDictionaries.get(dictionary) ?? '') });
    put(id, (JSON.parse(text.toString()) as { records: readonly (readonly unknown[])[] }).records);
    for (const value of read.all(id) as readonly string[]) JSON.parse(value);
  };
}

function openAgain(store: Store, ids: readonly WorkfileId[]): Sides {
  const bare = store.connection.prepare('select * from line where parent_workfile_id = ? and deleted = 0');
  const taken = { product: [] as number[], limit: [] as number[] };
  for (let round = 0; round < again; round += 1) {
    for (const id of ids) {
      const limit = timeOf(() => void bare.all(id));
      const product = timeOf(() => void readSheet(store, id));
      if (round === 0) continue;
      taken.limit.push(limit);
      taken.product.push(product);
    }
  }
  return { product: figureOf(taken.product), limit: figureOf(taken.limit) };
}
