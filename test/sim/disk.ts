/** Databases of simulated PCs. One that is given back keeps its prepared statements for the next run. */
import Database from 'better-sqlite3';
import { readMigrations } from '../../src-main/db/migrate.ts';
import { createStore, type Store } from '../../src-main/db/store.ts';
import { migrationsDir } from '../support/store.ts';
import type { Life } from './world.ts';

export class Disk {
  readonly connection: Database.Database;
  readonly #store: Store;
  readonly #questions = new Map<string, Database.Statement>();

  constructor(image: Buffer) {
    this.connection = new Database(image);
    const quiet = { random: () => new Uint8Array(), log: () => undefined, release: () => undefined };
    this.#store = createStore(this.connection, { ...quiet, stopwatch: () => 0 });
  }

  /**
   * The store of one life of a process. What an ended life knew is forgotten with its store, and it writes nothing any
   * more; all that it committed is here, because no transaction outlasts an await.
   */
  store(life: Life, random: Store['random']): Store {
    const { connection } = this;
    if (connection.inTransaction) throw new Error('a transaction was left open');
    const { run, get, all, stopwatch, committed, close } = this.#store;
    const alive = <T>(what: T): T => {
      if (!life.alive) throw new Error('this life of the PC has ended');
      return what;
    };
    return {
      ...{ random, stopwatch, committed, close },
      run: (...asked) => alive(run)(...asked),
      get: (...asked) => alive(get)(...asked),
      all: (...asked) => alive(all)(...asked),
      get connection() {
        return alive(connection);
      },
    };
  }

  /** The first column of a question, which is prepared once. */
  column(sql: string): readonly unknown[] {
    return this.#prepared(sql).pluck().all();
  }

  run(sql: string): void {
    this.#prepared(sql).run();
  }

  #prepared(sql: string): Database.Statement {
    const statement = this.#questions.get(sql) ?? this.connection.prepare(sql);
    this.#questions.set(sql, statement);
    return statement;
  }
}

/** The bytes of an empty database of this version. */
export function emptyDatabase(): Buffer {
  const connection = new Database(':memory:');
  for (const { sql } of readMigrations(migrationsDir)) connection.exec(sql);
  const image = connection.serialize();
  connection.close();
  return image;
}

const empty = emptyDatabase();
/** Disks that no run uses, all empty. */
const free: Disk[] = [];

/** An empty disk, or one with this image. */
export const takeDisk = (image?: Buffer): Disk =>
  image === undefined ? (free.pop() ?? new Disk(empty)) : new Disk(image);

const tables = `select name from pragma_table_list
  where schema = 'main' and type in ('table', 'virtual') and name not like 'sqlite%'`;

/** Wipes a disk for another run. */
export function giveBack(disk: Disk): void {
  disk.connection.transaction(() => {
    disk.connection.pragma('defer_foreign_keys = on');
    for (const name of disk.column(tables)) disk.run(`delete from "${String(name)}"`);
    disk.run("insert into meta (name, value) values ('min_reader', '0.1.0')");
  })();
  free.push(disk);
}
