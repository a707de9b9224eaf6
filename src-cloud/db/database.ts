/** One query layer over PostgreSQL and the embedded PGlite: both are a pool of node-postgres. */
import pg from 'pg';
import { type Say, startCopying } from './copying.ts';
import { type EmbeddedPlace, openEmbedded } from './embedded.ts';
import { copiesOf } from './embedded-start.ts';
import { migrate } from './migrate.ts';
import { renewEpochs } from './shops.ts';
import { noSignals, openSignals, type Signals } from './signals.ts';
import { hasLostConnection, unavailable } from './unavailable.ts';

/**
 * What SQL is spoken to: inside a transaction, or on a connection of its own. What is asked before an answer came travels
 * with it and is done in the order of asking, each statement seeing what was committed when its turn came.
 */
export type Sql = {
  query<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Asks something that is asked again and again in the same words: a connection plans it once. */
  repeat<Row>(text: string, values: readonly unknown[]): Promise<readonly Row[]>;
};

/** An open database; every connection of its pool works as the role that owns nothing. */
export type Database = {
  readonly pool: pg.Pool;
  /** Lends a connection; it comes back when the work ends, or is thrown away with its trouble. */
  readonly lend: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;
  /** To and from the other processes on the same database. */
  readonly signals: Signals;
  readonly close: () => Promise<void>;
};

export type Place = { readonly kind: 'postgres'; readonly url: string } | EmbeddedPlace;

const poolSize = 10;
const waitMs = 10_000;
/** A connection that knows the tables and has its plans does a push in two thirds of the time that a new one takes. */
const idleMs = 10 * 60 * 1000;

const hourMs = 60 * 60 * 1000;

/** Opens, migrates and hands the database to the unprivileged role. */
export async function openDatabase(place: Place, say: Say = () => undefined): Promise<Database> {
  if (place.kind === 'postgres') return openPostgres(place.url);
  const embedded = await openEmbedded(place, say);
  await withClient(new pg.Client(embedded.config()), async (sql) => {
    await migrate(sql);
    if (embedded.isRestored) await renewEpochs(sql);
  });
  if (embedded.isRestored) await embedded.noteRenewed();
  // Never `pool.query`: it ends a connection whose query failed, and the embedded database has only this one.
  const pool = openPool({ ...embedded.config(), max: 1, idleTimeoutMillis: 0 });
  const lend = lending(pool, () => false);
  const stopCopying = place.kind === 'folder' ? copying(place, { lend, dump: embedded.dump, say }) : undefined;
  const close = async () => {
    await stopCopying?.();
    await pool.end();
    await embedded.close();
  };
  return { pool, lend, signals: noSignals, close };
}

type FolderPlace = Extract<Place, { kind: 'folder' }>;

const copying = (
  { folder, copyEveryMs = hourMs }: FolderPlace,
  { lend, dump, say }: { readonly lend: Database['lend']; readonly dump: () => Promise<Blob>; readonly say: Say },
): (() => Promise<void>) =>
  startCopying({
    folder: copiesOf(folder),
    everyMs: copyEveryMs,
    state: () => lend(async (sql) => JSON.stringify(await sql.query('select pg_current_wal_lsn()'))),
    dump,
    say,
  });

async function openPostgres(url: string): Promise<Database> {
  await withClient(new pg.Client({ connectionString: url }), migrate);
  const pool = openPool({ connectionString: url, max: poolSize, idleTimeoutMillis: idleMs });
  const signals = openSignals(url);
  const close = async () => {
    await signals.close();
    await pool.end();
  };
  return { pool, lend: lending(pool, hasLostConnection), signals, close };
}

function openPool(config: pg.PoolConfig): pg.Pool {
  // The pool waits for it before it lends the connection for the first time.
  const onConnect: (client: pg.ClientBase) => unknown = (client) => client.query('set role app_user');
  const pool = new pg.Pool({ ...config, pipeline: true, connectionTimeoutMillis: waitMs, onConnect });
  // A connection that the server ends is replaced; whoever was using it learns by the failing query.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function withClient(client: pg.Client, work: (sql: Sql) => Promise<void>): Promise<void> {
  await client.connect();
  try {
    await work(sqlOf(client));
  } finally {
    await client.end();
  }
}

const lending = (pool: pg.Pool, isBroken: (error: unknown) => boolean): Database['lend'] =>
  async function lend(work) {
    const client = await pool.connect().catch((error: unknown) => {
      throw unavailable(error);
    });
    let broken = false;
    try {
      return await work(sqlOf(client));
    } catch (error) {
      broken = isBroken(error);
      throw unavailable(error);
    } finally {
      client.release(broken);
    }
  };

const sqlOf = (client: pg.ClientBase): Sql => ({
  async query<Row>(text: string, values?: readonly unknown[]) {
    const answer = await client.query(text, values === undefined ? undefined : [...values]);
    return answer.rows as readonly Row[];
  },
  async repeat<Row>(text: string, values: readonly unknown[]) {
    const answer = await client.query({ name: nameOf(text), text, values: [...values] });
    return answer.rows as readonly Row[];
  },
});

const names = new Map<string, string>();

/** A statement's name on every connection; there are as many as such texts stand in this program. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `statement-${names.size + 1}`;
  names.set(text, name);
  return name;
}
