/** What no search can leave out: the newest rowids that the indexes have for the words, and the rows of the list behind them. */
import type Database from 'better-sqlite3';
import { searchCap } from '../../src-main/db/search.ts';
import { allWords } from '../../src-main/db/search-inside.ts';

/** FTS5 as it is used at first: an index of trigrams that knows where they stand. The product's own does not. */
function makeInside(connection: Database.Database): void {
  const isThere = connection.prepare("select 1 from sqlite_temp_master where name = 'bare_inside'").get() !== undefined;
  if (isThere) return;
  connection.pragma('temp_store = memory');
  connection.exec(`create virtual table temp.bare_inside using fts5(text, content='', tokenize='trigram remove_diacritics 1');
    insert into temp.bare_inside (rowid, text) select row, ${allWords} from workfile_head order by row;`);
}

/** Asks the index of beginnings, and the one of insides where the first has fewer than wanted and can be helped. */
export function createBareSearch(connection: Database.Database, wanted: number): (text: string) => void {
  makeInside(connection);
  const [prefix, inside] = (['search_prefix', 'bare_inside'] as const).map((index) =>
    connection
      .prepare(
        `select head.* from (select rowid from ${index} where ${index} match ? order by rowid desc limit ${wanted}) found
         cross join workfile_head head on head.row = found.rowid`,
      )
      .raw(),
  );
  return (text) => {
    const words = wordsOf(text);
    const found = prefix?.all(words.map((word) => `"${word}"*`).join(' ')) ?? [];
    if (found.length < wanted && words.every((word) => word.length >= 3)) {
      inside?.all(words.map((word) => `"${word}"`).join(' '));
    }
  };
}

/** The first page of the list's own answer by one statement: the newest that either index has, in the order of their last change. */
export function createPlainSearch(connection: Database.Database, wanted: number): (text: string) => void {
  makeInside(connection);
  const found = (...tables: readonly string[]) =>
    connection
      .prepare(
        `select head.* from (${tables.map((table) => `select rowid from ${table} where ${table} match ?`).join(' union ')}
           order by rowid desc limit ${searchCap}) found
         cross join workfile_head head on head.row = found.rowid where head.binned_at = 0
         order by head.changed_at desc, head.row desc limit ${wanted}`,
      )
      .raw();
  const beginnings = found('search_prefix');
  const both = found('search_prefix', 'bare_inside');
  return (text) => {
    const words = wordsOf(text);
    const begun = words.map((word) => `"${word}"*`).join(' ');
    if (words.some((word) => word.length < 3)) beginnings.all(begun);
    else both.all(begun, words.map((word) => `"${word}"`).join(' '));
  };
}

/** All that the search everywhere asks, and nothing made of it: bare FTS5, and the indexes of RO numbers and of parts. */
export function createPlainSearchEverywhere(connection: Database.Database, looked: number): (text: string) => void {
  const words = createBareSearch(connection, looked);
  const [labels, parts] = [
    'select * from workfile_head where label >= ? and label < ? and binned_at = 0 order by label limit 20',
    `select line.*, head.label, head.owner from line indexed by line_by_part
     join workfile_head head on head.id = line.parent_workfile_id
     where line.part_number >= ? collate nocase and line.part_number < ? collate nocase and line.part_number <> ''
       and line.deleted = 0 and head.binned_at = 0
     order by line.part_number collate nocase limit 8`,
  ].map((sql) => connection.prepare(sql).raw());
  return (text) => {
    const end = `${text}\u{10ffff}`;
    words(text);
    labels?.all(text, end);
    parts?.all(text, end);
  };
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
