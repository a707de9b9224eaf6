// Finding workfiles by what people remember: words from their first letter, and three signs or more inside words.

import { query, rawQuery } from './query.ts';
import type { Store } from './store.ts';

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

export function forgetWords(store: Store, row: number): void {
  store.run(dropPrefix, row);
  store.run(dropInside, row);
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
