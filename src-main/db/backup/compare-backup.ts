// What putting a backup in place would take off the screen: the workfiles that are newer here than in the backup.

import type Database from 'better-sqlite3';

type Head = { readonly id: string; readonly label: string; readonly owner: string; readonly changedAt: number };

/** The workfiles that the backup does not have, or has as they were earlier; the newest are named. */
export type NewerHere = {
  readonly missing: number;
  readonly older: number;
  readonly named: readonly (Omit<Head, 'id'> & { readonly isMissing: boolean })[];
};

const mostNamed = 200;
const heads = 'select id, label, owner, changed_at as changedAt from workfile_head';

export function compareBackup(present: Database.Database, backup: Database.Database): NewerHere {
  const then = new Map(
    (backup.prepare(heads).all() as Head[]).map(({ id, changedAt }): [string, number] => [id, changedAt]),
  );
  const named: NewerHere['named'][number][] = [];
  const counted = { missing: 0, older: 0 };
  for (const { id, ...head } of present.prepare(`${heads} order by changed_at desc`).iterate() as Iterable<Head>) {
    const before = then.get(id);
    if (before !== undefined && before >= head.changedAt) continue;
    const isMissing = before === undefined;
    counted[isMissing ? 'missing' : 'older'] += 1;
    if (named.length < mostNamed) named.push({ ...head, isMissing });
  }
  return { ...counted, named };
}
