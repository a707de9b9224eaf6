// Rows of the list that are older than their records: workfiles that changed while packed, or together with many others,
// and those that a version made which knew fewer facts.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { type Applied, nothingApplied } from './applied.ts';
import { putHeading, refreshHeads } from './head.ts';
import { packedHeading } from './packed-heading.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';
import { transactHurriedly } from './transact.ts';
import { unpack } from './unpack.ts';

const markAll = query(
  'stale-head.mark-all',
  `insert into stale_head (workfile_id, changed_at) select key, value from json_each(?) where true
   on conflict (workfile_id) do update set changed_at = max(changed_at, excluded.changed_at)`,
);
const newest = query<{ id: string; changedAt: number }>(
  'stale-head.newest',
  'select workfile_id as id, changed_at as changedAt from stale_head order by workfile_id desc limit ?',
);
const remove = query('stale-head.remove', 'delete from stale_head where workfile_id = ?');

/** Says that the rows of workfiles are older than their records; each with when it was changed. */
export const markStaleHeads = (store: Store, changedAt: ReadonlyMap<string, number>): void =>
  void store.run(markAll, JSON.stringify(Object.fromEntries(changedAt)));

const mostAtOnce = 50;

/** Refreshes rows for about so many milliseconds, and unpacks the workfiles that changed for it; answers which they are. */
export function refreshStaleHeads(store: Store, forMs: number): Applied {
  const stale = store.all(newest, mostAtOnce);
  if (stale.length === 0) return nothingApplied;
  return transactHurriedly(store, () => {
    const from = store.stopwatch();
    const workfiles = new Map<WorkfileId, readonly never[]>();
    for (const { id, changedAt } of stale) {
      refresh(store, id, changedAt);
      store.run(remove, id);
      workfiles.set(id as WorkfileId, []);
      if (store.stopwatch() - from >= forMs) break;
    }
    return { workfiles };
  });
}

function refresh(store: Store, id: string, changedAt: number): void {
  const heading = packedHeading(store, id);
  if (heading !== undefined) {
    putHeading(store, id, heading);
    return;
  }
  unpack(store, id);
  refreshHeads(store, new Set([id]), new Map([[id, changedAt]]));
}
