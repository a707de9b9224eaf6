// The one place where a packed workfile becomes records: its bundle first, then every change that came since, in order.

import { hash } from 'node:crypto';
import type { EditId } from '../../src-shared/base/ids.ts';
import { policyOf } from '../../src-shared/sync/merge.ts';
import { deletion, type JsonObject, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { isRecordKind } from '../../src-shared/sync/records.ts';
import type { BundledRecord } from '../../src-shared/sync/snapshot.ts';
import { stateText } from '../../src-shared/sync/state-text.ts';
import { markUnpacked, type Packed, type PackedChange, packedChanges, readPacked, unpackRecords } from './bundle.ts';
import { type QuarantineReason, quarantine } from './quarantine.ts';
import { query } from './query.ts';
import { recordTables } from './record-tables.ts';
import { type HeldRecord, parseValue, rememberingParse, rowOfHeld } from './record-value.ts';
import type { Store } from './store.ts';
import { addToCompare } from './to-compare.ts';
import { transact } from './transact.ts';
import { keepUnknown } from './unknown-record.ts';

/** A bundle of an older cloud does not name the owner's customer: its row of the list learns of it here. */
const ownCustomer = query(
  'unpack.own-customer',
  `update workfile_head set customer = coalesce((
     select case when json_valid(contact.customer) then contact.customer ->> '$.customerId' end from contact
     where contact.parent_workfile_id = workfile_head.id and contact.parent_role = 'owner' and contact.deleted = 0
     order by contact.id limit 1), '')
   where id = ? and customer = ''`,
);

/** Unpacks a workfile if it is packed; answers whether it was. */
export function unpack(store: Store, workfileId: string): boolean {
  const packed = readPacked(store, workfileId);
  if (packed === undefined) return false;
  transact(store, () => unpackNow(store, packed));
  return true;
}

/** Bytes that were damaged on the disk are no records: the comparison with the cloud fetches the workfile again. */
function unpackNow(store: Store, packed: Packed): void {
  const { workfileId, seq } = packed;
  const records = soundRecords(packed);
  const changes = packedChanges(store, workfileId);
  if (records !== undefined) {
    const state = new State(store, records);
    for (const change of changes) state.apply(change);
    state.write();
    store.run(ownCustomer, workfileId);
  }
  markUnpacked(store, workfileId, records === undefined ? 0 : seq);
  if (records === undefined || changes.length > 0) addToCompare(store, workfileId);
}

/** The records in a bundle if they are what the cloud packed. */
export function soundRecords(packed: Packed): readonly BundledRecord[] | undefined {
  const records = unpackRecords(packed);
  return records !== undefined && hashOf(records) === packed.hash ? records : undefined;
}

const hashOf = (records: readonly BundledRecord[]): string =>
  hash('sha256', stateText(records.map(([kind, id, deleted, edit, edits]) => ({ kind, id, deleted, edit, edits }))));

/** The record of a bundle in the shape of a row to be; undefined for a kind that this version does not know. */
export function heldOf([kind, id, deleted, edit, edits, value]: BundledRecord): HeldRecord | undefined {
  if (!isRecordKind(kind)) return undefined;
  return { kind, id, deleted, edit, edits, value };
}

/** Keeps a record of a kind that this version does not know, group by group. */
export function keepUnknownRecord(store: Store, [kind, id, deleted, edit, edits, value]: BundledRecord): void {
  keepUnknown(store, { kind, id, group: wholeRecord, value, edit });
  for (const [group, by] of Object.entries(edits)) {
    keepUnknown(store, { kind, id, group, value: group === deletion ? { deleted } : (value[group] ?? {}), edit: by });
  }
}

/** The records of a workfile while its changes are applied; what cannot be used is set aside as in a pull. */
class State {
  readonly #store: Store;
  readonly #records = new Map<string, HeldRecord>();

  constructor(store: Store, records: readonly BundledRecord[]) {
    this.#store = store;
    for (const record of records) {
      const held = heldOf(record);
      if (held === undefined) keepUnknownRecord(store, record);
      else this.#records.set(held.id, held);
    }
  }

  /** The same edit of the cloud's own may say something else: a restored cloud executed a command anew. */
  apply(change: PackedChange): void {
    const { kind, id, group, edit, value } = change;
    const before = this.#records.get(id);
    if (!isRecordKind(kind)) keepUnknown(this.#store, change);
    else if (group === wholeRecord) {
      if (before === undefined) this.#records.set(id, { kind, id, deleted: false, edit, edits: {}, value });
      else if (before.edit !== edit || kind === 'version') this.#records.set(id, recreated(before, edit, value));
    } else if (before === undefined) this.#setAside(change, 'missing');
    else if ((before.edits[group] ?? before.edit) !== edit || policyOf(kind, group) === 'cloud') {
      this.#change(before, change);
    }
  }

  #change(before: HeldRecord, change: PackedChange): void {
    const { group, value } = change;
    if (!parseValue(before.kind, group, value).ok) {
      this.#setAside(change, 'invalid');
      return;
    }
    const edits = { ...before.edits, [group]: change.edit };
    const written =
      group === deletion
        ? { ...before, edits, deleted: value.deleted === true }
        : { ...before, edits, value: { ...before.value, [group]: value } };
    this.#records.set(before.id, written);
  }

  write(): void {
    const parse = rememberingParse();
    for (const held of this.#records.values()) {
      const row = rowOfHeld(held, parse);
      if (row.ok) this.#store.run(recordTables[held.kind].insert, ...row.value);
      else this.#setAside(creationOf(held), 'invalid');
    }
  }

  #setAside(change: PackedChange, reason: QuarantineReason): void {
    quarantine(this.#store, change, reason, change.at);
  }
}

const creationOf = ({ kind, id, edit, value }: HeldRecord): PackedChange & { value: JsonObject; edit: EditId } => ({
  ...{ seq: 0, edit, kind, id, group: wholeRecord, value, at: 0 },
});

/** The record was made on another copy of the PC that made it first: later edits of its groups stay. */
function recreated(before: HeldRecord, edit: EditId, whole: JsonObject): HeldRecord {
  const later = Object.entries(before.value).filter(([group]) => before.edits[group] !== undefined);
  return { ...before, edit, value: { ...whole, ...Object.fromEntries(later) } };
}
