// The versions of a workfile's estimate: what a list says of each, and a whole one.

import type { LockedVersion, VersionHead } from '../../src-shared/domain/estimate/supplement/locked-version.ts';
import { readCursor } from './cursor.ts';
import { query, rawQuery, type SqlValue } from './query.ts';
import { readRecord } from './record.ts';
import type { Store } from './store.ts';

const heads = rawQuery<readonly SqlValue[]>(
  'version.heads',
  `select id, parent_workfile_id, parent_estimate_id, of_label, of_locked_at, of_by, of_estimator,
     of_grand_total_cents, of_net_cents from version where parent_workfile_id = ? and deleted = 0`,
);
const waiting = query<{ id: string }>(
  'version.supplement-waiting',
  `select id from command where workfile_id = ? and name = 'start-supplement'
     and ((state in ('waiting', 'sent', 'taken') and author = ?) or (state = 'done' and seq > ?)) limit 1`,
);
const estimators = query<{ name: string }>(
  'version.estimators',
  `select distinct estimator as name from workfile_head where estimator <> '' order by estimator limit 200`,
);

/** What a list says of each locked version, from the first on, without what was locked. */
export const versionHeads = (store: Store, workfileId: string): readonly VersionHead[] =>
  store
    .all(heads, workfileId)
    .map(headOf)
    .sort((a, b) => rankOf(a) - rankOf(b));

/** `E01` comes before `S01`; numbers count. */
const rankOf = ({ of: { label } }: VersionHead): number => (label.startsWith('S') ? Number(label.slice(1)) : 0);

const headOf = (row: readonly SqlValue[]): VersionHead =>
  ({
    id: row[0],
    deleted: false,
    parent: { workfileId: row[1], estimateId: row[2] },
    of: {
      ...{ label: row[3], lockedAt: row[4], by: row[5], estimator: row[6] },
      ...{ grandTotalCents: row[7], netCents: row[8] },
    },
  }) as VersionHead;

/** A whole version. */
export const readLockedVersion = (store: Store, id: string): LockedVersion | undefined =>
  readRecord(store, 'version', id);

/**
 * Whether this person's edits of a locked estimate belong to its next version: they asked for it, and what they write
 * now goes behind that; or the cloud did it, and its effect is on the way here.
 */
export const isSupplementWaiting = (store: Store, workfileId: string, author: string): boolean =>
  store.get(waiting, workfileId, author, readCursor(store).cursor) !== undefined;

/** The names of those who write estimates, as the workfiles of the shop have them. */
export const knownEstimators = (store: Store): readonly string[] => store.all(estimators).map(({ name }) => name);
