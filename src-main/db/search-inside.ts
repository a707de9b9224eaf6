// Three signs or more inside words: an index says which rows hold some of their trigrams, and their text whether all is there.

import { query, rawQuery, valueQuery } from './query.ts';
import type { Store } from './store.ts';

export type Matches = (text: string) => boolean;

/** All that a row of the list is found by. */
export const allWords =
  'concat_ws(char(10), label, owner, vin, plate, claim, insurer, vehicle, phones, receipts, names)';

const add = query('search.add-inside', 'insert into search_inside (rowid, text) values (?, ?)');
const drop = query('search.drop-inside', 'delete from search_inside where rowid = ?');
const byTrigrams = valueQuery<number>(
  'search.by-inside',
  'select rowid from search_inside where search_inside match ? and rowid < ? order by rowid desc limit ?',
);
const texts = rawQuery<readonly [row: number, words: string]>(
  'search.texts',
  `select row, ${allWords} from (select value as row from json_each(?)) found cross join workfile_head head using (row)`,
);

export function indexInside(store: Store, row: number, words: string): void {
  store.run(add, row, words);
}

export function forgetInside(store: Store, row: number): void {
  store.run(drop, row);
}

/** The newest rows that hold all the words, as many as are wanted; those in `known` need not be looked at. */
export function findInside(
  store: Store,
  words: readonly string[],
  { most, known, matches }: { readonly most: number; readonly known: readonly number[]; readonly matches: Matches },
): readonly number[] {
  const isKnown = new Set(known);
  const found: number[] = [];
  let trigrams = words.flatMap(edgesOf);
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const some = store.all(byTrigrams, trigrams.map((one) => `"${one}"`).join(' '), before, most);
    const held = new Set(
      holding(
        store,
        some.filter((row) => !isKnown.has(row)),
        matches,
      ),
    );
    const real = some.filter((row) => isKnown.has(row) || held.has(row));
    found.push(...real);
    before = some.at(-1) ?? 0;
    if (some.length < most || found.length >= most) return found.slice(0, most);
    // Where the edges of the words mislead, all of their trigrams are asked for.
    if (real.length * 2 < some.length) trigrams = words.flatMap(trigramsOf);
  }
}

const holding = (store: Store, rows: readonly number[], matches: Matches): readonly number[] =>
  rows.length === 0
    ? []
    : store.all(texts, JSON.stringify(rows)).flatMap(([row, text]) => (matches(text) ? [row] : []));

const trigramsOf = (word: string): readonly string[] => {
  const signs = [...word];
  return signs.slice(2).map((_sign, at) => signs.slice(at, at + 3).join(''));
};

/** Reading two lists takes half as long as reading those of a whole word, and leaves few rows too many. */
const edgesOf = (word: string): readonly string[] => {
  const all = trigramsOf(word);
  return [...new Set([...all.slice(0, 1), ...all.slice(-1)])];
};
