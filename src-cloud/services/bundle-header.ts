/** What the list of a PC shows of a workfile before its bundle is unpacked. */
import { comparePlaces } from '../../src-shared/domain/estimate/place.ts';
import type { GroupShapes, RecordSpec } from '../../src-shared/domain/record.ts';
import { headingOf } from '../../src-shared/domain/workfile/heading.ts';
import { records as kinds, type RecordKind, type RecordOfKind, recordKinds } from '../../src-shared/sync/records.ts';
import type { BundleHeader } from '../../src-shared/sync/snapshot.ts';
import type { WorkfileRecord } from '../db/bundles.ts';

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
  const heading = headingOf({
    workfile,
    contacts: of('contact'),
    vehicles: of('vehicle'),
    insurances: of('insurance'),
    rates: of('rates'),
    estimates: of('estimate'),
    lines: () => [...of('line')].sort(comparePlaces),
  });
  return { ...heading, changedAt, conflicts, deleted: false };
}

const text = { label: '', stage: '', owner: '', vehicle: '', vin: '', plate: '', insurer: '', claim: '' };
const nothing = { ...text, estimator: '', phones: '', totalCents: 0, deleted: true };

// What is stored was judged when it came; only what was declared later is missing.
const empty = new Map(
  recordKinds.map((kind) => {
    const spec: RecordSpec<string, GroupShapes> = kinds[kind].spec;
    const usual = Object.entries(spec.groups).filter(([group]) => !spec.seldom.includes(group));
    return [kind, usual.map(([group, shape]) => [group, shape.parse({})] as const)];
  }),
);

function domainRecord<K extends RecordKind>(kind: K, { id, deleted, value }: WorkfileRecord): RecordOfKind<K> {
  const groups = (empty.get(kind) ?? []).map(([group, fields]) => [group, { ...fields, ...value[group] }]);
  return { ...value, ...Object.fromEntries(groups), id, deleted } as RecordOfKind<K>;
}
