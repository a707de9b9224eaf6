// Finding workfiles by what people remember: words from their first letter, and three signs or more inside words.

import { type Query, query, rawQuery } from './query.ts';
import type { Store } from './store.ts';
import { transactHurriedly } from './transact.ts';

const tables = ['prefix', 'inside'] as const;
const addPrefix = query('search.add-prefix', 'insert into search_prefix (rowid, text) values (?, ?)');
const addInside = query('search.add-inside', 'insert into search_inside (rowid, text) values (?, ?)');
const dropPrefix = query('search.drop-prefix', 'delete from search_prefix where rowid = ?');
const dropInside = query('search.drop-inside', 'delete from search_inside where rowid = ?');
const byPrefix = rawQuery<readonly [number]>(
  'search.by-prefix',
  'select rowid from search_prefix where search_prefix match ? order by rowid desc limit ?',
);
const byInside = rawQuery<readonly [number]>(
  'search.by-inside',
  'select rowid from search_inside where search_inside match ? order by rowid desc limit ?',
);

/** How many of the newest matches a search looks at. */
export const searchCap = 500;

export function indexWords(store: Store, row: number, words: string): void {
  store.run(addPrefix, row, words);
  store.run(addInside, row, words);
}

// What a row says may have changed since it came: its words may be there already.
const addRows = tables.map((table) =>
  query(
    `search.add-rows-${table}`,
    `insert or replace into search_${table} (rowid, text)
     select row, concat_ws(char(10), label, owner, vin, plate, claim, insurer, vehicle, phones) from workfile_head
     where row >= ? and row < ? order by row`,
  ),
);

/** Adds the words of the rows from `first` to the one before `end`. */
export function indexRows(store: Store, first: number, end: number): void {
  for (const one of addRows) store.run(one, first, end);
}

export function forgetWords(store: Store, row: number): void {
  store.run(dropPrefix, row);
  store.run(dropInside, row);
}

// Every commit that brings words adds a piece to the index, and pieces are joined to larger ones as they come. While a
// whole shop comes that is half of the work, and it can be done afterwards: a search looks into some hundred pieces in no
// time. The index takes two thousand.
const settings = (name: string, joined: number, most: number) =>
  tables.flatMap((table) =>
    Object.entries({ automerge: joined, crisismerge: most }).map(([setting, value]) =>
      query(
        `search.${name}-${setting}-${table}`,
        `insert into search_${table} (search_${table}, rank) values ('${setting}', ${value})`,
      ),
    ),
  );
const later = settings('later', 0, 1_900);
const asTheyCome = settings('as-they-come', 4, 16);
const areApart = query<{ n: number }>(
  'search.are-apart',
  "select 1 as n from search_inside_config where k = 'automerge' and v = 0",
);
const pagesAtOnce = 64;
const joins = tables.map((table) =>
  query(`search.join-${table}`, `insert into search_${table} (search_${table}, rank) values ('merge', ${pagesAtOnce})`),
);
const changed = query<{ count: number }>('search.changed', 'select total_changes() as count');

/** From here on the pieces of the index are joined by `joinWords` alone. */
export const joinWordsLater = (store: Store): void => {
  for (const one of later) store.run(one);
};

/** Joins some pieces of the index; answers whether some are left. Afterwards they are joined as they come. */
export function joinWords(store: Store): boolean {
  if (store.get(areApart) === undefined) return false;
  return transactHurriedly(store, () => {
    if (joins.some((one) => isWork(store, one))) return true;
    for (const one of asTheyCome) store.run(one);
    return false;
  });
}

/** A step that finds nothing to join writes one row at most. */
function isWork(store: Store, join: Query): boolean {
  const before = store.get(changed)?.count ?? 0;
  store.run(join);
  return (store.get(changed)?.count ?? 0) - before > 1;
}

export type Found = { readonly rows: readonly number[]; readonly capped: boolean };

/** The newest rows that hold all words of the text. */
export function findRows(store: Store, text: string): Found {
  const words = wordsOf(text);
  if (words.length === 0) return { rows: [], capped: false };
  const prefix = store.all(byPrefix, words.map((word) => `"${word}"*`).join(' '), searchCap);
  // The inner index knows nothing shorter than three signs, and adds nothing to a list that is full of beginnings.
  const asksInside = prefix.length < searchCap && words.every((word) => [...word].length >= 3);
  const inside = asksInside ? store.all(byInside, words.map((word) => `"${word}"`).join(' '), searchCap) : [];
  const rows = new Set([...prefix, ...inside].map(([row]) => row));
  return { rows: [...rows], capped: prefix.length === searchCap || inside.length === searchCap };
}

const mostWords = 8;
const longestWord = 40;

/** Letters and digits only: nothing a person types can be read as an operator of the index. */
const wordsOf = (text: string): readonly string[] =>
  (text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords).map((word) => word.slice(0, longestWord));
