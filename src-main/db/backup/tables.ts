// Which tables a database has: a copy may be of an older schema.

import type Database from 'better-sqlite3';

export const hasTable = (connection: Database.Database, name: string): boolean =>
  connection.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(name) !== undefined;
