/** Looks into a PC's database from outside, as nothing of the product does. */
import Database from 'better-sqlite3';

export type Peek = {
  /** Rises whenever another connection committed a write. */
  version(): number;
  /** Every row of every table, but of those named. */
  dump(without?: readonly string[]): Readonly<Record<string, readonly unknown[]>>;
  value(sql: string): unknown;
  close(): void;
};

export function peekInto(dataDir: string): Peek {
  const database = new Database(`${dataDir}/shopfile.db`, { readonly: true });
  const tables = database
    .prepare(`select name from sqlite_master where type = 'table' and name not like 'search_%' order by name`)
    .pluck()
    .all() as string[];
  return {
    version: () => Number(database.pragma('data_version', { simple: true })),
    dump: (without = []) =>
      Object.fromEntries(
        tables
          .filter((name) => !without.includes(name))
          .map((name) => [name, database.prepare(`select * from "${name}"`).all()]),
      ),
    value: (sql) => database.prepare(sql).pluck().get(),
    close: () => database.close(),
  };
}
