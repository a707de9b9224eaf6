// The opened database: statements are prepared once, timed, and named in the log when they are slow.

import type Database from 'better-sqlite3';
import type { Random } from '../../src-shared/base/clock.ts';
import type { Query, SqlValue } from './query.ts';

/** Writes one line to the log: an event and fields without personal data. */
export type StoreLog = (event: string, fields: Readonly<Record<string, string | number>>) => void;

export type Store = {
  /** Answers the number of the row that was inserted last. */
  readonly run: (query: Query, ...values: readonly (SqlValue | Uint8Array)[]) => number;
  readonly get: <Row>(query: Query<Row>, ...values: readonly SqlValue[]) => Row | undefined;
  readonly all: <Row>(query: Query<Row>, ...values: readonly SqlValue[]) => Row[];
  readonly random: Random;
  /** A clock that never jumps, in milliseconds. */
  readonly stopwatch: () => number;
  /** The connection itself, for transactions, migrations and backups only. */
  readonly connection: Database.Database;
  /** Hears that a transaction was committed. */
  readonly committed: () => void;
  readonly close: () => void;
};

export type StoreTools = {
  /** A clock that never jumps, in milliseconds. */
  readonly stopwatch: () => number;
  readonly random: Random;
  readonly log: StoreLog;
  readonly committed?: () => void;
  readonly release: () => void;
};

const slowMs = 40;

/** Makes a store of an open connection. */
export function createStore(connection: Database.Database, tools: StoreTools): Store {
  const prepared = new Map<Query, Database.Statement>();
  const statementOf = (query: Query<unknown>): Database.Statement => {
    const known = prepared.get(query as Query);
    if (known !== undefined) return known;
    const statement = connection.prepare(query.sql);
    if (query.rows === 'arrays') statement.raw(true);
    if (query.rows === 'values') statement.pluck(true);
    prepared.set(query as Query, statement);
    return statement;
  };
  const timed = <T>(query: Query<unknown>, work: (statement: Database.Statement) => T): T => {
    const from = tools.stopwatch();
    const answer = work(statementOf(query));
    const took = tools.stopwatch() - from;
    if (took > slowMs) tools.log('query.slow', { query: query.name, ms: Math.round(took) });
    return answer;
  };
  return {
    connection,
    random: tools.random,
    stopwatch: tools.stopwatch,
    committed: tools.committed ?? (() => undefined),
    run: (query, ...values) => timed(query, (statement) => Number(statement.run(...values).lastInsertRowid)),
    get: <Row>(query: Query<Row>, ...values: readonly SqlValue[]) =>
      timed(query, (statement) => statement.get(...values) as Row | undefined),
    all: <Row>(query: Query<Row>, ...values: readonly SqlValue[]) =>
      timed(query, (statement) => statement.all(...values) as Row[]),
    close() {
      connection.close();
      tools.release();
    },
  };
}
