/** Databases that the disk damaged: pages of a table zeroed, rows with a flipped letter. */
import fs from 'node:fs';
import Database from 'better-sqlite3';

/** The pages that hold the rows of a table, in their order. */
export function leavesOf(file: string, table: string): readonly number[] {
  const database = new Database(file, { readonly: true });
  try {
    return database
      .prepare("select pageno from dbstat where name = ? and pagetype = 'leaf' order by path")
      .pluck()
      .all(table) as number[];
  } finally {
    database.close();
  }
}

/** Carries what stands in the log into the database: a page that stands in both would be read from the log. */
export function carryLogOver(file: string): void {
  const database = new Database(file);
  database.pragma('wal_checkpoint(truncate)');
  database.close();
}

/** How large a page of a database is. */
export const pageBytes = 4096;

/** Writes over whole pages, as a disk does that lost them. */
export function zeroPages(file: string, pages: readonly number[]): void {
  const descriptor = fs.openSync(file, 'r+');
  for (const page of pages) fs.writeSync(descriptor, Buffer.alloc(pageBytes), 0, pageBytes, (page - 1) * pageBytes);
  fs.fsyncSync(descriptor);
  fs.closeSync(descriptor);
}

/** Changes the words of a line as a flipped bit would: the row's hash does not know of it. */
export function flipLetter(file: string, from: string, to: string): void {
  const database = new Database(file);
  const { changes } = database.prepare('update line set text_description = ? where text_description = ?').run(to, from);
  database.pragma('wal_checkpoint(truncate)');
  database.close();
  if (changes === 0) throw new Error(`no line says ${from}`);
}

/** Changes the first letter of a text on the pages of a table, as a flipped bit would: no index and no hash hears of it. */
export function flipOnPages(file: string, table: string, { text, to }: { readonly text: string; readonly to: string }) {
  carryLogOver(file);
  const bytes = fs.readFileSync(file);
  const starts = leavesOf(file, table).map((page) => (page - 1) * pageBytes);
  const found = starts
    .map((start) => ({ start, at: bytes.subarray(start, start + pageBytes).indexOf(text) }))
    .find(({ at }) => at >= 0);
  if (found === undefined) throw new Error(`no page of ${table} says ${text}`);
  bytes.write(to, found.start + found.at, 1, 'latin1');
  fs.writeFileSync(file, bytes);
}
