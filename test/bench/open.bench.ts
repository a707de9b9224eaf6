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
  compare('First open: unpack and read (limit: inflate, parse, put and read the rows of the lines)', {
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
    const bundle = bare.bundleOf(id);
    const product = timeOf(() => {
      unpack(store, id);
      readSheet(store, id);
    });
    const rows = bare.rowsOf(id);
    const limit = timeOf(() => bare.open(id, bundle, rows));
    if (at < warm) continue;
    taken.limit.push(limit);
    taken.product.push(product);
  }
  return { product: figureOf(taken.product), limit: figureOf(taken.limit) };
}

type Bundle = { readonly dictionary: number; readonly bytes: Buffer };

/** What no program can leave out: inflate the bytes, parse their text, put the rows of the lines into such a table, read them. */
function bareOpening({ connection }: Store) {
  const schema = "select sql from sqlite_master where tbl_name = 'line' and sql is not null order by type = 'index'";
  for (const sql of connection.prepare(schema).pluck().all() as readonly string[]) {
    connection.exec(sql.replaceAll(/\b(line_by_\w+|line)\b/g, 'bare_$1'));
  }
  const bundle = connection.prepare('select dictionary, bytes from bundle where workfile_id = ?');
  const made = connection.prepare('select * from line where parent_workfile_id = ?').raw();
  const columns = connection.prepare('select * from bare_line').columns().length;
  const insert = connection.prepare(`insert into bare_line values (${Array(columns).fill('?').join()})`);
  const read = connection.prepare('select * from bare_line where parent_workfile_id = ?');
  const put = connection.transaction((rows: readonly unknown[][]) => {
    for (const row of rows) insert.run(...row);
  });
  return {
    bundleOf: (id: WorkfileId) => bundle.get(id) as Bundle,
    rowsOf: (id: WorkfileId) => made.all(id) as unknown[][],
    open: (id: WorkfileId, { dictionary, bytes }: Bundle, rows: readonly unknown[][]): void => {
      const text = zlib.inflateSync(bytes, { dictionary: Buffer.from(bundleDictionaries.get(dictionary) ?? '') });
      JSON.parse(text.toString());
      put(rows);
      read.all(id);
    },
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
