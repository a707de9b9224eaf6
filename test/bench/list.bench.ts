/** The list of a shop with 100,000 workfiles, beside bare FTS5 and index queries on the same file. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { type HeadQuery, listHeads } from '../../src-main/db/head-list.ts';
import { chanceOf } from '../../src-shared/demo/chance.ts';
import { openStoreIn } from '../support/desktop-signed-in.ts';
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
  `${count.toLocaleString('en-US')} workfiles in ${big.megabytes} MB, first ${rows} rows, ${rounds} different questions each\n`,
);

const heads = bare
  .prepare('select label, owner, vin from workfile_head order by random() limit ?')
  .all(rounds) as Known[];
type Known = { readonly label: string; readonly owner: string; readonly vin: string };

const match = (index: 'prefix' | 'inside') =>
  bare
    .prepare(`select rowid from search_${index} where search_${index} match ? order by rowid desc limit ${rows}`)
    .raw();
const prefix = match('prefix');
const inside = match('inside');
const newest = bare
  .prepare(`select row from workfile_head order by changed_at desc, row desc limit ${rows} offset ?`)
  .raw();
const chance = chanceOf(20261121);
const surname = ({ owner }: Known) => /\p{L}+/u.exec(owner)?.[0] ?? 'Smith';

measure('Six characters inside a VIN (limit: trigram index)', {
  ask: ({ vin }) => vin.slice(8, 14),
  limit: (text) => inside.all(`"${text}"`),
});
measure('A surname (limit: prefix index)', { ask: surname, limit: (text) => prefix.all(`"${text}"*`) });
measure('The first letter typed (limit: prefix index)', {
  ask: (head) => surname(head).slice(0, 1),
  limit: (text) => prefix.all(`"${text}"*`),
});
measure('Three letters of a surname (limit: prefix index)', {
  ask: (head) => surname(head).slice(0, 3),
  limit: (text) => prefix.all(`"${text}"*`),
});
measure('An RO number from its beginning (limit: prefix index)', {
  ask: ({ label }) => label.slice(0, 5),
  limit: (text) => prefix.all(`"${text.replaceAll('-', ' ')}"*`),
});
measure('Surname and make (limit: prefix index)', {
  ask: (head) => `${surname(head)} ford`,
  limit: (text) =>
    prefix.all(
      text
        .split(' ')
        .map((word) => `"${word}"*`)
        .join(' '),
    ),
});
measure('No text: a page anywhere in the list (limit: the index alone)', {
  ask: () => '',
  offset: () => chance.below(count - rows),
  limit: (_text, offset) => newest.all(Math.min(offset, count - rows - offset)),
});

bare.close();
store.close();
rmSync(folder, { recursive: true });

type Question = {
  readonly ask: (head: Known) => string;
  readonly offset?: () => number;
  readonly limit: (text: string, offset: number) => readonly unknown[];
};

function measure(name: string, { ask, offset = () => 0, limit }: Question): void {
  const taken = { product: [] as number[], limit: [] as number[] };
  for (const head of heads) {
    const asked: HeadQuery = { text: ask(head), offset: offset(), limit: rows, sort: 'changed', descending: true };
    const sides = {
      product: () => void listHeads(store, asked),
      limit: () => void limit(asked.text, asked.offset),
    };
    // Who reads a page of the file first pays for it, so the sides take turns at being first.
    const order = taken.limit.length % 2 === 0 ? (['product', 'limit'] as const) : (['limit', 'product'] as const);
    for (const side of order) taken[side].push(timeOf(sides[side]));
  }
  compare(name, {
    product: figureOf(taken.product),
    limit: figureOf(taken.limit),
    wanted: 'wanted: at most 2, and p99 at most 5 ms',
  });
}
