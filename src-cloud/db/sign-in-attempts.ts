/** Table sign_in_attempt: how often signing in failed lately, counted together by all server processes. */
import type { Sql } from './database.ts';
import { sha256 } from './digest.ts';

/** Addresses are counted by their digest, so that the table holds no personal data. */
export const attemptKey = (...parts: readonly string[]): string => sha256(JSON.stringify(parts));

/** Counts one attempt on each key before it is made, and answers how many of the last 15 minutes failed. */
export async function countAttempt(sql: Sql, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const text = `
    insert into sign_in_attempt as a (key, failures, since) select key, 1, now() from unnest($1::text[]) as k (key)
    on conflict (key) do update set
      failures = case when a.since < now() - interval '15 minutes' then 1 else a.failures + 1 end,
      since = case when a.since < now() - interval '15 minutes' then now() else a.since end
    returning key, failures`;
  const rows = await sql.query<{ key: string; failures: number }>(text, [[...keys].sort()]);
  return new Map(rows.map((row) => [row.key, row.failures]));
}

/** Takes a successful attempt back: the first key starts afresh, the others lose one. Old counts go. */
export async function forgiveAttempt(sql: Sql, [own, ...others]: readonly string[]): Promise<void> {
  await sql.query("delete from sign_in_attempt where key = $1 or since < now() - interval '1 day'", [own]);
  await sql.query('update sign_in_attempt set failures = failures - 1 where key = any($1::text[])', [others]);
}
