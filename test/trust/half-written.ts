/** Whether a data folder holds halves: rows whose edit is nowhere, edits without their row, or a damaged file. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';

/** What is half in the folder of a program that was killed; looked at in a copy, so that its next start finds it as it was. */
export function halvesIn(dataDir: string): readonly string[] {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'shopfile-killed-'));
  for (const name of ['shopfile.db', 'shopfile.db-wal'].filter((one) => existsSync(path.join(dataDir, one)))) {
    cpSync(path.join(dataDir, name), path.join(copy, name));
  }
  const database = new Database(`${copy}/shopfile.db`);
  try {
    const check = database.pragma('integrity_check', { simple: true });
    return check === 'ok' ? halvesOf(database) : [`the file is damaged: ${String(check)}`];
  } finally {
    database.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

const questions: Readonly<Record<string, string>> = {
  'written and never to be sent': `
    with own as (select value || '-%' as edit from meta where name = 'device'),
      known as (
        select edit from outbox
        union all
        select json_extract(sent.value, '$[0]') from batch, json_each(batch.body, '$.edits') sent
        where batch.n > (select coalesce(max(n), 0) from batch) - @newest),
      lines as (select id, edit, edits from line order by rowid desc limit @newest),
      stamps as (select id, edit from lines union all select lines.id, stamp.value from lines, json_each(lines.edits) stamp)
    select id || ' ' || stamps.edit from stamps, own
    where stamps.edit like own.edit and stamps.edit not in (select edit from known)`,
  'to be sent and never written': `
    with newest as (select * from outbox where kind = 'line' order by n desc limit @newest)
    select id || ' ' || edit from newest
    where not exists (select 1 from line where line.id = newest.id
        and (line.edit = newest.edit or line.edits like '%"' || newest.edit || '"%'))
      and not exists (select 1 from outbox later where later.id = newest.id
        and later.group_name = newest.group_name and later.n > newest.n)`,
  'sealed into a batch that is not there': `
    select edit from outbox where batch_n is not null and batch_n not in (select n from batch) limit @newest`,
};

/** What is half in a database as it is in this moment, among so many of its newest rows. */
export const halvesOf = (database: Database.Database, newest = 1_000_000): readonly string[] =>
  database.transaction(() =>
    Object.entries(questions).flatMap(([what, sql]) =>
      database
        .prepare(sql)
        .pluck()
        .all({ newest })
        .map((which) => `${what}: ${String(which)}`),
    ),
  )();
