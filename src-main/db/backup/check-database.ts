// Reads a whole database: its pages by SQLite's own check, and each row against the hash that was written with it.

import type Database from 'better-sqlite3';
import { isWhole } from '../record-row.ts';
import { at, type Row } from '../record-table.ts';
import { recordTables } from '../record-tables.ts';

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

function checkPages(connection: Database.Database): readonly string[] {
  try {
    const lines = connection.pragma(`integrity_check(${mostFaults})`) as readonly { integrity_check: string }[];
    return lines.map(({ integrity_check }) => integrity_check).filter((line) => line !== 'ok');
  } catch (error) {
    return [String(error)];
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
