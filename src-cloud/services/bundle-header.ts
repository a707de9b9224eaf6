/** What the list of a PC shows of a workfile before its bundle is unpacked. */
import { comparePlaces } from '../../src-shared/domain/estimate/place.ts';
import { headingFacts, headingOf } from '../../src-shared/domain/workfile/heading.ts';
import { headedRecords } from '../../src-shared/sync/headed-records.ts';
import type { RecordKind, RecordOfKind } from '../../src-shared/sync/records.ts';
import type { BundleHeader } from '../../src-shared/sync/snapshot.ts';
import type { WorkfileRecord } from '../db/bundles.ts';
import { domainRecord } from './record-state.ts';

/** The header of a workfile's records; of records without a workfile nothing is shown. */
export function headerOf(records: readonly WorkfileRecord[]): BundleHeader {
  const changedAt = records.reduce((newest, one) => (one.seq > newest.seq ? one : newest)).changedAt;
  const of = <K extends RecordKind>(kind: K): readonly RecordOfKind<K>[] =>
    records
      .filter((record) => record.kind === kind && !record.deleted)
      .map((record) => domainRecord(kind, record))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  const [workfile] = of('workfile');
  const conflicts = of('conflict').filter(({ choice }) => choice.made === 'open').length;
  if (workfile === undefined) return { ...nothing, changedAt, conflicts };
  const heading = headingOf(headedRecords(workfile, of, () => [...of('line')].sort(comparePlaces)));
  return { ...heading, facts: headingFacts, changedAt, conflicts, deleted: false };
}

const text = { label: '', stage: '', owner: '', vehicle: '', vin: '', plate: '', insurer: '', claim: '', customer: '' };
const nothing = {
  ...text,
  estimator: '',
  phones: '',
  names: '',
  totalCents: 0,
  receivedCents: 0,
  receipts: '',
  vehicleIn: '',
  vehicleOut: '',
  taskDue: '',
  appointments: '',
  dms: '',
  arrived: false,
  delivered: false,
  totalLoss: false,
  binnedAt: 0,
  facts: headingFacts,
  deleted: true,
};
