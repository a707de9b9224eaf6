// Takes everything that can still be read out of a damaged database into a new one: around each damaged page, row by row.

import type Database from 'better-sqlite3';
import { readFact } from './backup-note.ts';
import { goOnAfterDamage } from './damage.ts';
import { readAround } from './read-around.ts';
import { hasTable } from './tables.ts';

/** What was read, and of which tables a part could not be. */
export type Salvaged = { readonly rows: number; readonly tables: readonly string[] };

type Part = { readonly type: string; readonly name: string; readonly table: string; readonly sql: string };

/** Fills a new database with the tables of another and all of their rows that can be read. */
export function salvage(from: Database.Database, into: Database.Database): Salvaged {
  // Rows may name others that are lost.
  into.pragma('foreign_keys = off');
  const parts = partsOf(from);
  const tables = parts.filter(({ type, sql }) => type === 'table' && !isVirtual(sql));
  return into.transaction(() => {
    for (const { sql } of tables) into.exec(sql);
    const read = tables.map(({ name }) => ({ name, ...copyRows(from, into, name) }));
    // What hangs on tables comes behind their rows: a trigger fires for new ones only.
    const behind = parts.filter(({ type, sql }) => type !== 'table' || isVirtual(sql));
    const leftOut = behind.filter(({ sql }) => !addPart(into, sql)).map(({ table }) => table);
    indexAnew(into);
    const lacking = new Set([...leftOut, ...dropUnreadable(into)]);
    into.pragma(`user_version = ${Number(from.pragma('user_version', { simple: true }))}`);
    return {
      rows: read.reduce((sum, { rows }) => sum + rows, 0),
      tables: read.filter(({ name, isComplete }) => !isComplete || lacking.has(name)).map(({ name }) => name),
    };
  })();
}

/** The tables first; those that a virtual table keeps for itself come with it. */
function partsOf(from: Database.Database): readonly Part[] {
  const all = from
    .prepare(
      `select type, name, tbl_name as "table", sql from sqlite_master
       where sql is not null and name not like 'sqlite_%' order by rowid`,
    )
    .all() as Part[];
  const virtual = all.filter(({ sql }) => isVirtual(sql)).map(({ name }) => `${name}_`);
  return all.filter(({ name }) => !virtual.some((start) => name.startsWith(start)));
}

const isVirtual = (sql: string): boolean => /^create virtual table/i.test(sql);

/** An index that must be unique cannot be where damage made two rows alike. Answers whether the part is there. */
const addPart = (into: Database.Database, sql: string): boolean =>
  isAdded(into, sql) || isAdded(into, sql.replace(/^create unique index/i, 'create index'));

function isAdded(into: Database.Database, sql: string): boolean {
  try {
    into.exec(sql);
    return true;
  } catch (error) {
    goOnAfterDamage(error);
    return false;
  }
}

function copyRows(from: Database.Database, into: Database.Database, table: string) {
  const columns = (into.pragma(`table_info("${table}")`) as readonly { name: string }[]).map(({ name }) => `"${name}"`);
  const names = columns.join(', ');
  const insert = into.prepare(`insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`);
  const found = { rows: 0, isComplete: true };
  const take = (row: readonly unknown[]): void => {
    try {
      insert.run(...row);
      found.rows += 1;
    } catch (error) {
      // A row of a damaged page that the table cannot hold is no row any more.
      goOnAfterDamage(error);
      found.isComplete = false;
    }
  };
  const isComplete = readAround(from, { table, names }, take);
  return { ...found, isComplete: found.isComplete && isComplete };
}

/** Unsent work whose text is no JSON any more can neither be shown nor sent; answers the tables that had some. */
export const dropUnreadable = (into: Database.Database): readonly string[] =>
  Object.entries(unreadable).flatMap(([table, where]) =>
    hasTable(into, table) && into.prepare(`delete from ${table} where ${where}`).run().changes > 0 ? [table] : [],
  );

const unreadable = {
  outbox: 'not json_valid(value)',
  again: 'not json_valid(value)',
  kept: 'not json_valid(mine) or not json_valid(theirs)',
  command: 'not json_valid(params) or not json_valid(edits)',
};

/** Whether a part of what the cloud does not have is among what was lost. */
export const isUnsentLost = (tables: readonly string[]): boolean =>
  tables.some((table) => table === 'draft' || table in unreadable);

/** The words of the search are made again from the list, in idle moments. */
function indexAnew(into: Database.Database): void {
  if (!hasTable(into, 'workfile_head') || !hasTable(into, 'meta')) return;
  const end = Number(into.prepare('select coalesce(max(row), 0) + 1 from workfile_head').pluck().get());
  const stretches = JSON.stringify(end > 1 ? [[0, end]] : []);
  if (readFact(into, 'unworded') !== stretches)
    into.prepare("insert or replace into meta (name, value) values ('unworded', ?)").run(stretches);
}
