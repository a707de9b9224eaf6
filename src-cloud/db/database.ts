/** One query layer over PostgreSQL and the embedded PGlite: both are a pool of node-postgres. */
import pg from 'pg';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { hasLostConnection, unavailable } from './unavailable.ts';

/** What SQL is spoken to: inside a transaction, or on a connection of its own. */
export type Sql = {
  query<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
};

/** An open database; every connection of its pool works as the role that owns nothing. */
export type Database = {
  readonly pool: pg.Pool;
  /** Lends a connection; it comes back when the work ends, or is thrown away with its trouble. */
  readonly lend: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

export type Place =
  | { readonly kind: 'postgres'; readonly url: string }
  | { readonly kind: 'folder'; readonly folder: string }
  /** `content` is a dump of an embedded database. */
  | { readonly kind: 'memory'; readonly content?: Blob };

const poolSize = 10;
const waitMs = 10_000;

/** Opens, migrates and hands the database to the unprivileged role. */
export async function openDatabase(place: Place): Promise<Database> {
  if (place.kind === 'postgres') return openPostgres(place.url);
  const embedded = await openEmbedded(place);
  await withClient(new pg.Client(embedded.config()), migrate);
  // Never `pool.query`: it ends a connection whose query failed, and the embedded database has only this one.
  const pool = openPool({ ...embedded.config(), max: 1, idleTimeoutMillis: 0 });
  const close = async () => {
    await pool.end();
    await embedded.close();
  };
  return { pool, lend: lending(pool, () => false), close };
}

async function openPostgres(url: string): Promise<Database> {
  await withClient(new pg.Client({ connectionString: url }), migrate);
  const pool = openPool({ connectionString: url, max: poolSize });
  return { pool, lend: lending(pool, hasLostConnection), close: () => pool.end() };
}

function openPool(config: pg.PoolConfig): pg.Pool {
  // The pool waits for it before it lends the connection for the first time.
  const onConnect: (client: pg.ClientBase) => unknown = (client) => client.query('set role app_user');
  const pool = new pg.Pool({ ...config, connectionTimeoutMillis: waitMs, onConnect });
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
});
