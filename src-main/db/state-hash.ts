// The hash of a workfile's state as it lies here, to be compared with the cloud's.

import { hash } from 'node:crypto';
import { lockText } from '../../src-shared/sync/lock-text.ts';
import { deletion, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { recordKinds } from '../../src-shared/sync/records.ts';
import { type StampedRecord, stateText } from '../../src-shared/sync/state-text.ts';
import { packedHash } from './bundle.ts';
import { query } from './query.ts';
import { stampsOf } from './record-row.ts';
import { at } from './record-table.ts';
import { recordTables } from './record-tables.ts';
import type { Store } from './store.ts';

type UnknownGroup = { kind: string; id: string; group: string; value: string; edit: string };
const unknown = query<UnknownGroup>(
  'state-hash.unknown',
  `select one.kind, one.id, one.group_name as "group", one.value, one.edit from unknown_record whole
   join unknown_record one on one.kind = whole.kind and one.id = whole.id
   where whole.group_name = '*' and coalesce(
     case when json_valid(whole.value) then json_extract(whole.value, '$.parent.workfileId') end, whole.id) = ?`,
);

/** The hash of a workfile's records; of a packed one, the hash that came with it. */
export const localStateHash = (store: Store, workfileId: string): string =>
  packedHash(store, workfileId) ?? hash('sha256', stateText(recordsOf(store, workfileId)));

/** The hash of what somebody has seen who locks the estimate of an unpacked workfile now. */
export const seenHash = (store: Store, workfileId: string): string =>
  hash('sha256', lockText(recordsOf(store, workfileId)));

function recordsOf(store: Store, workfileId: string): readonly StampedRecord[] {
  const known = recordKinds.flatMap((kind) =>
    store
      .all(recordTables[kind].stampsOfWorkfile, workfileId)
      .map((row) => ({ kind, id: String(row[at.id]), ...stampsOf(row) })),
  );
  return [...known, ...unknownOf(store, workfileId)];
}

function unknownOf(store: Store, workfileId: string): readonly StampedRecord[] {
  const found = new Map<string, StampedRecord>();
  for (const { kind, id, group, value, edit } of store.all(unknown, workfileId)) {
    const key = `${kind} ${id}`;
    const before = found.get(key) ?? { kind, id, deleted: false, edit: '', edits: {} };
    if (group === wholeRecord) found.set(key, { ...before, edit });
    else {
      const deleted =
        group === deletion ? (JSON.parse(value) as { deleted?: unknown }).deleted === true : before.deleted;
      found.set(key, { ...before, deleted, edits: { ...before.edits, [group]: edit } });
    }
  }
  return [...found.values()];
}
