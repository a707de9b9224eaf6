/** The list of a shop with 100,000 workfiles, beside bare FTS5 and reads of an index of the same file. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { type HeadQuery, listHeads } from '../../src-main/db/head-list.ts';
import { chanceOf } from '../../src-shared/demo/chance.ts';
import { openStoreIn } from '../support/desktop-signed-in.ts';
import { createBareSearch, createPlainSearch } from './bare-search.ts';
import { bigShop } from './big-shop.ts';
import { compare, figureOf, printVersions, timeOf } from './measure.ts';

const count = Number(process.env.BENCH_WORKFILES ?? 100_000);
const rounds = 400;
const rows = 50;

const big = await bigShop(count);
const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-list-'));
cpSync(big.dataDir, folder, { recursive: true });
const store = await openStoreIn(folder);
const bare = new Database(path.join(folder, 'shopfile.db'), { readonly: true });
const sqlite = String(bare.prepare('select sqlite_version()').pluck().get());
printVersions(['better-sqlite3'], { SQLite: sqlite });
console.log(
  `${count.toLocaleString('en-US')} workfiles in ${big.megabytes} MB, first ${rows} rows, ${rounds} different questions each; limit: bare FTS5 for as many, and their rows; plain: the same answer by one statement\n`,
);

const heads = bare
  .prepare('select label, owner, vin from workfile_head order by random() limit ?')
  .all(rounds) as Known[];
type Known = { readonly label: string; readonly owner: string; readonly vin: string };

const search = createBareSearch(bare, rows);
const plain = createPlainSearch(bare, rows);
const newest = bare
  .prepare(
    `select head.* from (select row from workfile_head where binned_at = 0 order by changed_at desc, row desc
     limit ${rows} offset ?) page cross join workfile_head head using (row)`,
  )
  .raw();
const chance = chanceOf(20261121);
const surname = ({ owner }: Known) => /\p{L}+/u.exec(owner)?.[0] ?? 'Smith';

measure('Six characters inside a VIN', { ask: ({ vin }) => vin.slice(8, 14) });
measure('A surname', { ask: surname });
measure('The first letter typed', { ask: (head) => surname(head).slice(0, 1) });
measure('Three letters of a surname', { ask: (head) => surname(head).slice(0, 3) });
measure('An RO number from its beginning', { ask: ({ label }) => label.slice(0, 5) });
measure('Surname and make', { ask: (head) => `${surname(head)} ford` });
measure('No text: a page anywhere in the list (limit: the index, and their rows)', {
  ask: () => '',
  offset: () => chance.below(count - rows),
  limit: (_text, offset) => void newest.all(Math.min(offset, count - rows - offset)),
});

bare.close();
store.close();
rmSync(folder, { recursive: true });

type Question = {
  readonly ask: (head: Known) => string;
  readonly offset?: () => number;
  readonly limit?: (text: string, offset: number) => void;
};

function measure(name: string, { ask, offset = () => 0, limit }: Question): void {
  const taken = { product: [] as number[], limit: [] as number[], plain: [] as number[] };
  for (const [turn, head] of heads.entries()) {
    const asked: HeadQuery = { text: ask(head), offset: offset(), limit: rows, sort: 'changed', descending: true };
    const sides = {
      product: () => void listHeads(store, asked),
      limit: () => (limit ?? search)(asked.text, asked.offset),
      plain: () => plain(asked.text),
    };
    // Who reads a page of the file first pays for it, so the sides take turns at being first.
    const order = limit === undefined ? (['product', 'limit', 'plain'] as const) : (['product', 'limit'] as const);
    for (const [at] of order.entries()) {
      const side = order[(at + turn) % order.length] ?? 'product';
      taken[side].push(timeOf(sides[side]));
    }
  }
  compare(name, {
    product: figureOf(taken.product),
    limit: figureOf(taken.limit),
    ...(limit === undefined ? { plain: figureOf(taken.plain) } : {}),
    wanted: 'wanted: at most 2, and p99 at most 5 ms',
  });
}
