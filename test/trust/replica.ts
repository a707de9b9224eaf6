/** What a PC holds, read from its database file beside the program. */
import Database from 'better-sqlite3';
import { groupOf, stampOf } from '../../src-main/db/record-row.ts';
import type { Row } from '../../src-main/db/record-table.ts';
import { recordTables } from '../../src-main/db/record-tables.ts';
import type { EditId } from '../../src-shared/base/ids.ts';
import { deletion, type JsonObject, type PushRequest, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { canonical } from './canonical.ts';

/** Each group of each record as `edit value`, by `kind/id/group`. */
export type Groups = ReadonlyMap<string, string>;
export type SentEdit = PushRequest['edits'][number];

export type Replica = {
  /** Who the PC is to the cloud. */
  readonly device: string;
  readonly groups: Groups;
  /** Every edit of every batch that was sealed here. */
  readonly sealed: readonly SentEdit[];
  /** Values that wait for a person's choice. */
  readonly kept: ReadonlySet<string>;
  readonly waiting: number;
  readonly quarantined: readonly string[];
};

export function readReplica(dataDir: string): Replica {
  const database = new Database(`${dataDir}/shopfile.db`, { readonly: true });
  try {
    const texts = (sql: string) => database.prepare(sql).pluck().all() as string[];
    return {
      device: String(texts(`select value from meta where name = 'device'`)[0]),
      groups: groupsOf(database),
      sealed: texts('select body from batch order by n').flatMap((body) => (JSON.parse(body) as PushRequest).edits),
      kept: new Set(texts('select mine from kept').map((mine) => canonical(JSON.parse(mine) as JsonObject))),
      waiting: Number(texts('select count(*) from outbox')[0]),
      quarantined: texts(`select reason || ' ' || kind || '/' || id || '/' || group_name from quarantine`),
    };
  } finally {
    database.close();
  }
}

/** The stamp and value of every group of every row. */
export function groupsOf(database: Database.Database): Groups {
  const groups = new Map<string, string>();
  for (const [kind, table] of Object.entries(recordTables)) {
    const read = database.prepare(table.read.sql).raw();
    for (const id of database.prepare(`select id from ${table.name}`).pluck().all() as string[]) {
      const row = read.get(id) as Row;
      for (const group of [...table.groups.keys(), deletion]) {
        groups.set(`${kind}/${id}/${group}`, groupText(stampOf(row, group), groupOf(table, row, group) ?? {}));
      }
    }
  }
  return groups;
}

export const groupText = (edit: EditId, value: JsonObject): string => `${edit} ${canonical(value)}`;

/** An edit as the groups it writes. */
export const groupsOfEdit = (group: string, value: JsonObject): readonly (readonly [string, JsonObject])[] =>
  group === wholeRecord ? (Object.entries(value) as [string, JsonObject][]) : [[group, value]];
