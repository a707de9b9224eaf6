/** Searching everywhere and views of the list, in a small and in a big shop, beside bare FTS5 and index reads of the same file. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { listHeads } from '../../src-main/db/head-list.ts';
import type { Store } from '../../src-main/db/open.ts';
import { searchEverywhere } from '../../src-main/db/search-everywhere.ts';
import type { HeadFilter } from '../../src-shared/ipc/list-shapes.ts';
import { openStoreIn } from '../support/desktop-signed-in.ts';
import { createBareSearch, createPlainSearchEverywhere } from './bare-search.ts';
import { bigShop } from './big-shop.ts';
import { compare, type Figure, figureOf, printVersions, timeOf } from './measure.ts';

const big = Number(process.env.BENCH_WORKFILES ?? 100_000);
const small = Math.max(1000, big / 100);
const questions = 200;
const looked = 100;
const view: HeadFilter = { stages: ['repair-order'] };

type Known = { readonly label: string; readonly owner: string; readonly vin: string; readonly phones: string };
type Ask = (head: Known) => string;

const kinds: Readonly<Record<string, Ask>> = {
  'Last six of a VIN': ({ vin }) => vin.slice(-6),
  'A surname': ({ owner }) => /\p{L}+/u.exec(owner)?.[0] ?? 'Smith',
  'Three letters of a surname': ({ owner }) => owner.slice(0, 3),
  'An RO number': ({ label }) => label.replaceAll('-', ' '),
  'The end of a phone number': ({ phones }) => phones.slice(-7),
};

printVersions(['better-sqlite3']);
const inSmall = await measure(small);
const inBig = await measure(big);
console.log(
  `\nGrowth from ${small.toLocaleString('en-US')} to ${big.toLocaleString('en-US')} workfiles (wanted: at most 1.2, or as bare FTS5 grows)`,
);
for (const [name, figures] of inBig) {
  const before = inSmall.get(name) ?? figures;
  const grown = (side: keyof Figures) => (figures[side].median / before[side].median).toFixed(2);
  console.log(`  ${name.padEnd(28)} ${grown('product')}, limit ${grown('limit')}`);
}

type Figures = Readonly<Record<'product' | 'limit', Figure>>;

async function measure(count: number): Promise<ReadonlyMap<string, Figures>> {
  const shop = await bigShop(count);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-search-'));
  cpSync(shop.dataDir, folder, { recursive: true });
  const store = await openStoreIn(folder);
  console.log(`\n${count.toLocaleString('en-US')} workfiles in ${shop.megabytes} MB`);
  const heads = store.connection
    .prepare(
      "select label, owner, vin, phones from workfile_head where vin <> '' and phones <> '' order by random() limit ?",
    )
    .all(questions) as readonly Known[];
  const figures = new Map(Object.entries(kinds).map(([name, ask]) => [name, search(store, heads, name, ask)]));
  figures.set('A view', openView(store));
  store.close();
  rmSync(folder, { recursive: true });
  return figures;
}

function search(store: Store, heads: readonly Known[], name: string, ask: Ask): Figures {
  return turns(name, heads.map(ask), {
    product: (text) => void searchEverywhere(store, text),
    limit: createBareSearch(store.connection, looked),
    plain: createPlainSearchEverywhere(store.connection, looked),
  });
}

/** The first page of a view that nobody asked for since the last edit: the order is put together anew each time. */
function openView(store: Store): Figures {
  const bare = store.connection
    .prepare(
      "select * from workfile_head where stage = 'repair-order' and binned_at = 0 order by changed_at desc, row desc limit 100",
    )
    .raw();
  const count = store.connection
    .prepare("select count(*) from workfile_head where stage = 'repair-order' and binned_at = 0")
    .pluck();
  const edit = store.connection.prepare("insert or replace into setting (name, value) values ('bench', ?)");
  const question = { text: '', offset: 0, limit: 100, sort: 'changed', descending: true, filter: view } as const;
  const texts = Array.from({ length: questions }, (_, n) => String(n));
  return turns('A view', texts, {
    before: (text) => void edit.run(text),
    product: () => void listHeads(store, question),
    limit: () => void bare.all(),
    plain: () => void [bare.all(), count.get()],
  });
}

type Asked = (text: string) => void;
type Turns = Readonly<Record<'product' | 'limit', Asked>> & { readonly before?: Asked; readonly plain?: Asked };

function turns(name: string, texts: readonly string[], { before, ...sides }: Turns): Figures {
  const names = Object.keys(sides) as (keyof typeof sides)[];
  const taken = { product: [] as number[], limit: [] as number[], plain: [] as number[] };
  for (const [turn, text] of texts.entries()) {
    before?.(text);
    // Who reads a page of the file first pays for it, so the sides take turns at being first.
    for (const [at] of names.entries()) {
      const side = names[(at + turn) % names.length] ?? 'product';
      taken[side].push(timeOf(() => sides[side]?.(text)));
    }
  }
  const figures = { product: figureOf(taken.product), limit: figureOf(taken.limit) };
  const plain = sides.plain === undefined ? {} : { plain: figureOf(taken.plain) };
  compare(name, { ...figures, ...plain, wanted: 'wanted: at most 2, and p99 at most 5 ms' });
  return figures;
}
