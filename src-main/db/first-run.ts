// What is known of a shop's first workfiles, read where the list is kept.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { type FirstRun, fewWorkfiles } from '../../src-shared/domain/workfile/first-run.ts';
import { query } from './query.ts';
import { linesOf, readRecord, recordsOf } from './record.ts';
import type { Store } from './store.ts';

const newest = query<{ id: WorkfileId }>(
  'first-run.newest',
  'select id from workfile_head order by changed_at desc limit ?',
);

export function readFirstRun(store: Store): FirstRun {
  const heads = store.all(newest, fewWorkfiles);
  const [head] = heads;
  if (head === undefined) return { workfile: null, isUsed: false };
  const { id } = head;
  const [vehicle] = recordsOf(store, 'vehicle', id);
  const workfile = {
    id,
    vehicleId: vehicle?.id ?? '',
    hasVin: (vehicle?.identity.vin ?? '') !== '',
    hasLine: linesOf(store, id).some(({ deleted }) => !deleted),
    isSaved: (readRecord(store, 'workfile', id)?.saved.revision ?? 0) > 0,
  };
  return { workfile, isUsed: heads.length >= fewWorkfiles };
}
