/** What no search can leave out: the newest rowids that the indexes have for the words, and the rows of the list behind them. */
import type Database from 'better-sqlite3';

/** Asks the index of beginnings, and the one of insides where the first has fewer than wanted and can be helped. */
export function createBareSearch(connection: Database.Database, wanted: number): (text: string) => void {
  const [prefix, inside] = (['prefix', 'inside'] as const).map((index) =>
    connection
      .prepare(
        `select head.* from (select rowid from search_${index} where search_${index} match ? order by rowid desc limit ${wanted}) found
         cross join workfile_head head on head.row = found.rowid`,
      )
      .raw(),
  );
  return (text) => {
    const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
    const found = prefix?.all(words.map((word) => `"${word}"*`).join(' ')) ?? [];
    if (found.length < wanted && words.every((word) => word.length >= 3)) {
      inside?.all(words.map((word) => `"${word}"`).join(' '));
    }
  };
}
