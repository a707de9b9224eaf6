/** An empty database of its own on the PostgreSQL that the benchmark was given. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Answers the address; the server is thrown away after the benchmark, and its databases with it. */
export async function freshDatabase(name: string): Promise<string> {
  const url = new URL(process.env.BENCH_DATABASE_URL ?? 'postgres://127.0.0.1:1/none');
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const own = `${name}_${randomBytes(4).toString('hex')}`;
  await client.query(`create database ${own}`);
  await client.end();
  url.pathname = `/${own}`;
  return url.href;
}
