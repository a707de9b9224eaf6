// Finding workfiles by what people remember: words from their first letter, and three signs or more inside words.

import { foldText } from '../../src-shared/domain/workfile/match-heading.ts';
import { type Query, query, rawQuery, valueQuery } from './query.ts';
import { allWords, findInside, forgetInside, indexInside, type Matches } from './search-inside.ts';
import type { Store } from './store.ts';
import { transactHurriedly } from './transact.ts';
import { takeUnworded, unwordedRows } from './unworded.ts';

const tables = ['prefix', 'inside'] as const;
const addPrefix = query('search.add-prefix', 'insert into search_prefix (rowid, text) values (?, ?)');
const dropPrefix = query('search.drop-prefix', 'delete from search_prefix where rowid = ?');
const byPrefix = valueQuery<number>(
  'search.by-prefix',
  'select rowid from search_prefix where search_prefix match ? order by rowid desc limit ?',
);

/** How many of the newest matches a search looks at. */
export const searchCap = 500;

export function indexWords(store: Store, row: number, words: string): void {
  store.run(addPrefix, row, words);
  indexInside(store, row, words);
}

// What a row says may have changed since it came: its words may be there already.
const addRows = tables.map((table) =>
  query(
    `search.add-rows-${table}`,
    `insert or replace into search_${table} (rowid, text)
     select row, ${allWords} from workfile_head where row >= ? and row < ? order by row`,
  ),
);

export function forgetWords(store: Store, row: number): void {
  store.run(dropPrefix, row);
  forgetInside(store, row);
}

// Every commit that brings words adds a piece to the index, and pieces are joined to larger ones as they come, however long
// that takes. While the words of a whole shop come they are joined step by step instead.
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

const rowsAtOnce = 16;

/** Indexes words that were left for later and joins pieces, for some milliseconds; answers whether there is more to do. */
export function indexSome(store: Store, forMs: number): boolean {
  const isBehind = unwordedRows(store).length > 0;
  const isApart = store.get(areApart) !== undefined;
  if (!isBehind && !isApart) return false;
  return transactHurriedly(store, () => {
    if (isBehind && !isApart) for (const one of later) store.run(one);
    const from = store.stopwatch();
    while (addNext(store) && store.stopwatch() - from < forMs);
    const isJoined = joins.map((one) => isWork(store, one)).includes(true);
    if (isBehind || isJoined) return true;
    for (const one of asTheyCome) store.run(one);
    return false;
  });
}

function addNext(store: Store): boolean {
  const stretch = takeUnworded(store, rowsAtOnce);
  if (stretch === undefined) return false;
  for (const one of addRows) store.run(one, ...stretch);
  return true;
}

/** A step that finds nothing to join writes one row at most. */
function isWork(store: Store, join: Query): boolean {
  const before = store.get(changed)?.count ?? 0;
  store.run(join);
  return (store.get(changed)?.count ?? 0) - before > 1;
}

export type Found = { readonly rows: readonly number[]; readonly capped: boolean };

/** The newest rows that hold all words of the text. Those that the index does not know yet are read through. */
export function findRows(store: Store, text: string, cap = searchCap): Found {
  const words = wordsOf(text);
  if (words.length === 0) return { rows: [], capped: false };
  const prefix = store.all(byPrefix, words.map((word) => `"${word}"*`).join(' '), cap);
  // The inner index knows nothing shorter than three signs, and adds nothing to a list that is full of beginnings.
  const isLong = words.every((word) => [...word].length >= 3);
  const matches = isLong ? holdsAll(words) : beginsAll(words);
  const asksInside = isLong && prefix.length < cap;
  const inside = asksInside ? findInside(store, words, { most: cap, known: prefix, matches }) : [];
  const through = readThrough(store, matches);
  // Beginnings alone come in their order.
  const others = [...inside, ...through];
  const rows = others.length === 0 ? prefix : newestOf([...prefix, ...others]).slice(0, cap);
  return { rows, capped: rows.length === cap };
}

const newestOf = (rows: readonly number[]): number[] => [...new Set(rows)].sort((a, b) => b - a);

const stretch = rawQuery<readonly [row: number, words: string]>(
  'search.stretch',
  `select row, ${allWords} from workfile_head where row >= ? and row < ?`,
);

/** The rows without words in the index that match. */
const readThrough = (store: Store, matches: Matches): readonly number[] =>
  unwordedRows(store).flatMap(([first, end]) =>
    store.all(stretch, first, end).flatMap(([row, text]) => (matches(text) ? [row] : [])),
  );

function holdsAll(words: readonly string[]): Matches {
  const wanted = words.map(foldText);
  return (text) => {
    const folded = foldText(text);
    return wanted.every((word) => folded.includes(word));
  };
}

function beginsAll(words: readonly string[]): Matches {
  const wanted = words.map(foldText);
  return (text) => {
    const own = foldText(text).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((word) => own.some((one) => one.startsWith(word)));
  };
}

const mostWords = 8;
const longestWord = 40;

/** Letters and digits only: nothing a person types can be read as an operator of the index. */
const wordsOf = (text: string): readonly string[] =>
  (text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords).map((word) => word.slice(0, longestWord));
