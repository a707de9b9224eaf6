/** An estimate with everything that its price and its print depend on, as the shop has it now. */
import type { Estimate } from '../../../src-shared/domain/estimate/estimate.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import { comparePlaces } from '../../../src-shared/domain/estimate/place.ts';
import type { Lockable } from '../../../src-shared/domain/estimate/supplement/locked-version.ts';
import type { GroupShapes, RecordSpec } from '../../../src-shared/domain/record.ts';
import { lockText } from '../../../src-shared/sync/lock-text.ts';
import { records as kinds, type RecordKind, type RecordOfKind } from '../../../src-shared/sync/records.ts';
import { sha256 } from '../../db/digest.ts';
import type { StoredRecord } from '../../db/records.ts';
import { domainRecord, workfileOf } from '../record-state.ts';
import type { Room } from './command-room.ts';

export type FoundEstimate = {
  readonly record: StoredRecord;
  readonly facts: Lockable;
  /** The hash of what somebody has seen who saw it as it is now. */
  readonly seen: string;
};

const needed: readonly RecordKind[] = ['workfile', 'vehicle', 'insurance', 'rates', 'contact', 'line'];

/** Reads an estimate and its workfile; undefined where the shop has no such estimate. */
export async function readLockable(store: Room['store'], estimateId: string): Promise<FoundEstimate | undefined> {
  const records = await store.readRecords([{ kind: 'estimate', id: estimateId }], needed);
  const record = records.find(({ kind, id }) => kind === 'estimate' && id === estimateId);
  const workfileId = record && workfileOf(record);
  if (record === undefined || workfileId === undefined) return undefined;
  const estimate = domainRecord('estimate', record);
  const facts = { estimate, ...factsOf(records, { workfileId, estimate }) };
  return { record, facts, seen: sha256(lockText(records)) };
}

type Place = { readonly workfileId: string; readonly estimate: Estimate };

function factsOf(records: readonly StoredRecord[], { workfileId, estimate }: Place): Omit<Lockable, 'estimate'> {
  const all = <K extends RecordKind>(kind: K): readonly RecordOfKind<K>[] =>
    records
      .filter((record) => record.kind === kind && !record.deleted)
      .map((record) => domainRecord(kind, record))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  const first = <K extends RecordKind>(kind: K): RecordOfKind<K> => all(kind)[0] ?? empty(kind, workfileId);
  const lines: readonly Line[] = all('line');
  return {
    workfile: first('workfile'),
    vehicle: first('vehicle'),
    insurance: first('insurance'),
    rates: first('rates'),
    contacts: all('contact'),
    lines: lines.filter(({ parent }) => parent.estimateId === estimate.id).toSorted(comparePlaces),
  };
}

/** A workfile that has not come whole is priced by what it has. */
function empty<K extends RecordKind>(kind: K, workfileId: string): RecordOfKind<K> {
  const spec: RecordSpec<string, GroupShapes> = kinds[kind].spec;
  return domainRecord(kind, { id: kind === 'workfile' ? workfileId : spec.kind, deleted: false, value: {} });
}
