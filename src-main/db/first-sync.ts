// The fast first sync as it lies in the tables: bundles come slice by slice, and a sync that was cut goes on where it was.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { type Library, libraryKinds } from '../../src-shared/domain/library/library.ts';
import { headingFacts } from '../../src-shared/domain/workfile/heading.ts';
import type { ChangedRecord } from '../../src-shared/ipc/shapes.ts';
import type { Mark } from '../../src-shared/sync/protocol.ts';
import type { BundleHeader } from '../../src-shared/sync/snapshot.ts';
import type { Applied } from './applied.ts';
import { dropPackedChanges, forgetUnpacked, type Packed, putPacked } from './bundle.ts';
import { moveCursor, readCursor } from './cursor.ts';
import { headRows, someRows, takeHeads } from './head.ts';
import { readMeta, writeMeta } from './meta.ts';
import { askForMissed } from './missed-commands.ts';
import { query } from './query.ts';
import { recordTables } from './record-tables.ts';
import { markStaleHeads } from './stale-head.ts';
import type { Store } from './store.ts';
import { takeState } from './take-state.ts';
import { transact, transactHurriedly } from './transact.ts';
import { unpack } from './unpack.ts';
import { addUnworded } from './unworded.ts';

/** A first sync under way. `since`: the number that this PC had before; `place`: where it goes on when all has come. */
export type FirstSync = {
  readonly since: number;
  readonly epoch: string;
  readonly place: Mark | null;
  /** The last workfile that was stored; null before the first. */
  readonly after: string | null;
  readonly done: number;
  readonly of: number;
  /** The row of the list below which the next workfiles go: the newest come first and stand last. */
  readonly row: number;
};

/** A workfile as it came, with its row of the list. */
export type ArrivedBundle = Packed & { readonly header: BundleHeader };

// One row tells that a library is unpacked: a shop may have thousands of part codes.
const firstOf = (kind: Library): string =>
  `select * from (select parent_workfile_id from ${recordTables[kind].name} limit 1)`;
const unpacked = query<{ id: string }>(
  'first-sync.unpacked',
  `select id from workfile where id in (select value from json_each(?))
   union ${libraryKinds.map(firstOf).join(' union ')}
   union select workfile_id from bundle where bytes is null and workfile_id in (select value from json_each(?))`,
);

/** The first sync to begin or to go on with; null where the log alone will do. */
export function readFirstSync(store: Store): FirstSync | null {
  const text = readMeta(store, 'first-sync');
  if (text !== null) return JSON.parse(text) as FirstSync;
  const { cursor, epoch } = readCursor(store);
  return cursor === 0 && epoch === '' ? fresh(store, 0) : null;
}

/** The log since this PC's cursor is longer than what came of it: the workfiles that changed are fetched as they are. */
export const planFirstSync = (store: Store): void => save(store, fresh(store, readCursor(store).cursor));

/** What came so far stays; the rest comes by the log or by a first sync from the beginning. */
export const dropFirstSync = (store: Store): void => writeMeta(store, 'first-sync', null);

const fresh = (store: Store, since: number): FirstSync => ({
  ...{ since, epoch: '', place: null, after: null, done: 0, of: 0 },
  row: headRows(store).next,
});

const save = (store: Store, sync: FirstSync): void => writeMeta(store, 'first-sync', JSON.stringify(sync));

/** Notes where the cloud begins. What came before a cut has reached less: that is where the log goes on. */
export function beginFirstSync(
  store: Store,
  sync: FirstSync,
  { epoch, place, count }: { readonly epoch: string; readonly place: Mark | null; readonly count: number },
): FirstSync {
  const isResumed = sync.after !== null;
  const row = isResumed ? sync.row : freshRow(store, count);
  const begun = { ...sync, row, epoch, place: isResumed ? sync.place : place, of: sync.done + count };
  save(store, begun);
  return begun;
}

const freshRow = (store: Store, count: number): number => headRows(store).next + count;

/** Rows go on below those that were filled, unless a workfile that was made here meanwhile stands there. */
const rowToGoOn = (store: Store, sync: FirstSync, count: number): number =>
  someRows(store, sync.row - count, sync.row) ? freshRow(store, Math.max(count, sync.of - sync.done)) : sync.row;

/** Stores a slice of bundles and rows of the list, in the order in which they came; their words are indexed later. */
export function storeBundles(
  store: Store,
  sync: FirstSync,
  arrived: readonly ArrivedBundle[],
  now: number,
): { readonly sync: FirstSync; readonly applied: Applied } {
  const last = arrived.at(-1);
  if (last === undefined) return { sync, applied: { workfiles: new Map() } };
  const row = rowToGoOn(store, sync, arrived.length);
  const next = { ...sync, after: last.workfileId, done: sync.done + arrived.length, row: row - arrived.length };
  const workfiles = new Map<WorkfileId, readonly ChangedRecord[]>();
  // A slice that a power cut takes comes again, so it need not wait for the disk.
  transactHurriedly(store, () => {
    const ids = JSON.stringify(arrived.map(({ workfileId }) => workfileId));
    const here = new Set(store.all(unpacked, ids, ids).map(({ id }) => id));
    const packed = arrived.filter(({ workfileId }) => !here.has(workfileId));
    for (const bundle of arrived) {
      const id = bundle.workfileId as WorkfileId;
      workfiles.set(id, here.has(id) ? takeState(store, bundle, now) : []);
    }
    for (const bundle of packed) putPacked(store, bundle);
    dropPackedChanges(
      store,
      packed.map(({ workfileId }) => workfileId),
    );
    const heads = packed.map(({ workfileId, header }) => ({ id: workfileId, ...header }));
    takeHeads(store, heads.reverse(), next.row);
    addUnworded(store, [next.row, row]);
    markStaleHeads(store, olderFacts(packed));
    for (const { workfileId, header } of arrived) if (header.conflicts > 0) unpack(store, workfileId);
    save(store, next);
  });
  return { sync: next, applied: { workfiles } };
}

/** The rows that a cloud made which knew fewer facts than this PC. */
const olderFacts = (packed: readonly ArrivedBundle[]): ReadonlyMap<string, number> =>
  new Map(
    packed
      .filter(({ header }) => header.facts < headingFacts && !header.deleted)
      .map(({ workfileId, header }) => [workfileId, header.changedAt]),
  );

/** Everything came: from here on the log tells what is new. */
export function endFirstSync(store: Store, { epoch, place }: FirstSync): void {
  transact(store, () => {
    const [cursor, mark] = place ?? [0, ''];
    // A bundle does not say which edits made it.
    askForMissed(store, [], cursor);
    moveCursor(store, { cursor, epoch, mark }, null);
    forgetUnpacked(store, cursor);
    dropFirstSync(store);
  });
}
