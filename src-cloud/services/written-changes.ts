/** Writes what the cloud itself changes into records and order. */
import { deviceIdOf, type EditId, editIdOf } from '../../src-shared/base/ids.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { CommandStore } from '../db/command-store.ts';
import { sha256 } from '../db/digest.ts';
import type { Author, LoggedEdit } from '../db/log.ts';
import type { RecordKey, StoredRecord } from '../db/records.ts';
import type { Order } from '../db/shops.ts';
import { currentGroup, keyOf, written } from './record-state.ts';

/** A new value of one group of a record, or the value of a record to be made. */
export type Change = {
  readonly record: StoredRecord | RecordKey;
  readonly group: string;
  readonly value: JsonObject;
};

type Changes = {
  readonly order: Order;
  readonly changes: readonly Change[];
  /** The id of the edit that each change becomes. */
  readonly editOf: (change: Change, at: number) => EditId;
};

/** Writes the changes in their order; answers where the shop's order stands then. */
export async function writeChanges(
  store: Pick<CommandStore, 'appendLog' | 'saveRecords' | 'advanceOrder'>,
  author: Author,
  { order, changes, editOf }: Changes,
): Promise<Order> {
  const records = new Map<string, StoredRecord>();
  const logged = changes.map((change, i) => {
    const record = records.get(keyOf(change.record)) ?? ('value' in change.record ? change.record : undefined);
    const applied = loggedEdit(record, change, { edit: editOf(change, i), seq: order.lastSeq + 1 + i });
    records.set(keyOf(applied), written(record, applied));
    return applied;
  });
  const reached = await store.appendLog(author, { edits: logged, order });
  await store.saveRecords([...records.values()]);
  if (logged.length > 0) await store.advanceOrder(reached);
  return reached;
}

/** The id of what the cloud writes because of something: one id, one content, wherever and how often it is written. */
export const followUp = (cause: string, { record, group, value }: Change): EditId =>
  editIdOf(deviceIdOf(Buffer.from(sha256(`${cause} ${JSON.stringify([record.id, group, value])}`), 'hex')), 1);

function loggedEdit(
  record: StoredRecord | undefined,
  { record: { kind, id }, group, value }: Change,
  { edit, seq }: Pick<LoggedEdit, 'edit' | 'seq'>,
): LoggedEdit {
  const base = currentGroup(record, { group })?.edit ?? null;
  return { edit, kind, id, group, value, base, seq };
}
