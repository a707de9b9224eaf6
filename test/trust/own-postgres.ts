/** A real PostgreSQL server of a suite's own. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import type { TestDatabase } from '../support/cloud-database.ts';

type Server = { readonly url: string; readonly close: () => Promise<void> };

const script = path.resolve(import.meta.dirname, '../../scripts/postgres.mjs');

export type OwnPostgres = {
  /** A new empty database. */
  readonly fresh: () => Promise<TestDatabase & { readonly url: string }>;
  readonly close: () => Promise<void>;
};

export async function ownPostgres(): Promise<OwnPostgres> {
  const { startPostgres } = (await import(script)) as { readonly startPostgres: () => Promise<Server> };
  const server = await startPostgres();
  return {
    async fresh() {
      const name = `trust_${randomBytes(6).toString('hex')}`;
      await tell(server.url, `create database ${name}`);
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      const drop = () => tell(server.url, `drop database ${name} with (force)`);
      return { place: { kind: 'postgres', url: url.href }, drop, url: url.href };
    },
    close: server.close,
  };
}

async function tell(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
