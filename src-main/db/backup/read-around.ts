// Reads the rows of a table of which pages are damaged: from both ends up to the damage, then what lies whole between.

import type Database from 'better-sqlite3';
import { goOnAfterDamage } from './damage.ts';

/** A table, and the names of its columns as SQL. */
type Table = { readonly table: string; readonly names: string };
type Row = readonly unknown[];
type Take = (row: Row) => void;

/** Row numbers between which nothing is known yet; both ends were read or are damaged. */
type Stretch = readonly [low: bigint, high: bigint];

const least = -(2n ** 63n);
const most = 2n ** 63n - 1n;
/** So many tries find the whole pages between damaged ones; where all of a large part is gone, no number would. */
const tries = 2_000;

/** Hands over each row that can be read, once; answers whether that was all of them. */
export function readAround(from: Database.Database, { table, names }: Table, take: Take): boolean {
  try {
    return hasRowNumbers(from, table)
      ? readByNumber(from, { table, names }, take)
      : readFromBothEnds(from, { table, names }, take);
  } catch (error) {
    // Not even the first page of the table can be read.
    goOnAfterDamage(error);
    return false;
  }
}

/** Whether rows are found by a number of SQLite's own. */
const hasRowNumbers = (from: Database.Database, table: string): boolean =>
  !/without rowid/i.test(String(from.prepare('select sql from sqlite_master where name = ?').pluck().get(table)));

function readByNumber(from: Database.Database, { table, names }: Table, take: Take): boolean {
  const select = `select rowid, ${names} from "${table}"`;
  const up = from.prepare(`${select} where rowid >= ? and rowid < ? order by rowid`).raw().safeIntegers();
  const down = from.prepare(`${select} where rowid >= ? and rowid < ? order by rowid desc`).raw().safeIntegers();
  const waiting: Stretch[] = [[least, most]];
  let isComplete = true;
  for (let n = 0; n < tries; n += 1) {
    const stretch = waiting.shift();
    if (stretch === undefined) return isComplete;
    const [low, high] = stretch;
    const upTo = read(up, stretch, (row) => take(withoutNumber(row)));
    if (upTo === undefined) continue;
    isComplete = false;
    const first = upTo === null ? low : upTo + 1n;
    const downTo = read(down, [first, high], (row) => take(withoutNumber(row)));
    if (downTo === undefined) continue;
    const end = downTo ?? high;
    // Nothing but the damage itself is left of a stretch of one.
    if (end - first <= 1n) continue;
    const middle = (first + end) / 2n;
    waiting.push([first, middle], [middle, end]);
  }
  return false;
}

/** Reads until the damage: the number of the last row before it, null where there is none; undefined at the end. */
function read(statement: Database.Statement, [low, high]: Stretch, take: Take): bigint | null | undefined {
  let last: bigint | null = null;
  try {
    for (const row of statement.iterate(low, high) as Iterable<Row>) {
      take(row);
      last = row[0] as bigint;
    }
    return undefined;
  } catch (error) {
    goOnAfterDamage(error);
    return last;
  }
}

const withoutNumber = (row: Row): Row => row.slice(1);

/** Small tables without numbers, ordered by their keys: what lies between two damaged pages is not looked for. */
function readFromBothEnds(from: Database.Database, { table, names }: Table, take: Take): boolean {
  const keys = (from.pragma(`table_info("${table}")`) as readonly { name: string; pk: number }[])
    .filter(({ pk }) => pk > 0)
    .toSorted((a, b) => a.pk - b.pk)
    .map(({ name }) => `"${name}"`);
  const seen = new Set<string>();
  const once = (row: Row): void => {
    const key = JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
    if (seen.has(key)) return;
    seen.add(key);
    take(row);
  };
  const walk = (order: string): boolean => {
    const sql = `select ${names} from "${table}" order by ${keys.map((key) => `${key} ${order}`).join(', ')}`;
    try {
      for (const row of from.prepare(sql).raw().safeIntegers().iterate() as Iterable<Row>) once(row);
      return true;
    } catch (error) {
      goOnAfterDamage(error);
      return false;
    }
  };
  if (walk('asc')) return true;
  walk('desc');
  return false;
}
