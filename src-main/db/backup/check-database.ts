// Reads a whole database: its pages by SQLite's own check, and each row against the hash that was written with it.

import type Database from 'better-sqlite3';
import { isWhole } from '../record-row.ts';
import { at, type Row } from '../record-table.ts';
import { recordTables } from '../record-tables.ts';
import { goOnAfterDamage } from './damage.ts';

/** What a check found: rows that were read, those that are not what was written, and what SQLite says of the pages. */
export type DatabaseCheck = {
  readonly rows: number;
  readonly damagedRows: number;
  /** A few words about each fault, without anything that a person wrote. */
  readonly faults: readonly string[];
};

const mostFaults = 20;

/** Reads everything: pages, indexes, rows. */
export function checkDatabase(connection: Database.Database): DatabaseCheck {
  const pages = checkPages(connection);
  const rows = checkRows(connection);
  return { ...rows, faults: [...pages, ...rows.faults].slice(0, mostFaults) };
}

/** What is wrong with the pages, in at most so many lines; empty for a sound database. */
export function checkPages(connection: Database.Database, most = mostFaults): readonly string[] {
  try {
    const lines = connection.pragma(`integrity_check(${most})`) as readonly { integrity_check: string }[];
    const faults = lines.map(({ integrity_check }) => integrity_check).filter((line) => line !== 'ok');
    return [...faults, ...unusable(connection)].slice(0, most);
  } catch (error) {
    return [String(error)];
  }
}

type Part = { readonly name: string; readonly table: string; readonly sql: string | null };

/** Tables and indexes that cannot be begun. SQLite finds no fault with an empty page of the other kind in the place of theirs. */
function unusable(connection: Database.Database): readonly string[] {
  const parts = connection
    .prepare(
      `select name, tbl_name as "table", sql from sqlite_master where type in ('table', 'index') and rootpage > 0`,
    )
    .all() as readonly Part[];
  return parts.filter((part) => !canBegin(connection, part)).map(({ name }) => `${name} cannot be read`);
}

function canBegin(connection: Database.Database, { name, table, sql }: Part): boolean {
  const [, condition = 'true'] = /\swhere\s([\s\S]*)$/i.exec(sql ?? '') ?? [];
  const by = name === table ? 'not indexed' : `indexed by "${name}" where ${condition}`;
  try {
    connection.prepare(`select 1 from "${table}" ${by} limit 1`).all();
    return true;
  } catch (error) {
    goOnAfterDamage(error);
    return false;
  }
}

/** Compares each row of each record table with its hash. */
export function checkRows(connection: Database.Database): DatabaseCheck {
  const found = { rows: 0, damagedRows: 0 };
  const faults: string[] = [];
  for (const { name, all } of Object.values(recordTables)) {
    try {
      for (const row of connection.prepare(all.sql).raw().iterate() as Iterable<Row>) {
        found.rows += 1;
        if (isWhole(row)) continue;
        found.damagedRows += 1;
        faults.push(`row of ${name} ${String(row[at.id]).slice(0, 36)}`);
      }
    } catch (error) {
      faults.push(`table ${name}: ${String(error).slice(0, 100)}`);
    }
  }
  return { ...found, faults: faults.slice(0, mostFaults) };
}
