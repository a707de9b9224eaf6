/** What the simulated cloud answers at the doors of snapshots and comparisons. */
import zlib from 'node:zlib';
import { stateHash } from '../../src-cloud/db/bundle-bytes.ts';
import type { StoredRecord } from '../../src-cloud/db/records.ts';
import { headerOf } from '../../src-cloud/services/bundle-header.ts';
import { workfileOf } from '../../src-cloud/services/record-state.ts';
import { bundleDictionaries, newestDictionary } from '../../src-shared/sync/bundle-dictionary.ts';
import type {
  BundledRecord,
  CompareAnswer,
  CompareRequest,
  SnapshotLine,
  SnapshotRequest,
} from '../../src-shared/sync/snapshot.ts';
import type { ShopMemory } from './memory-shop.ts';

/** Every workfile, or those that are asked for, as one bundle each. */
export function snapshotOf(shop: ShopMemory, { only, after, since }: SnapshotRequest): readonly SnapshotLine[] {
  const workfiles = [...byWorkfile(shop)]
    .filter(([id]) => (only === null || only.includes(id)) && (after === null || id < after))
    .filter(([, records]) => records.some(({ seq }) => seq > since))
    .sort(([a], [b]) => (a < b ? 1 : -1));
  const mark = shop.lastSeq === 0 ? null : ([shop.lastSeq, shop.mark] as const);
  const bundles = workfiles.map(([id, records]): SnapshotLine => ['bundle', ...bundleOf(id, records)]);
  return [['begin', shop.epoch, mark === null ? null : [...mark], bundles.length], ...bundles, ['end']];
}

/** Which workfiles differ; one that changed after the PC's number is for later. */
export function comparisonOf(shop: ShopMemory, { epoch, seq, hashes }: CompareRequest): CompareAnswer {
  if (epoch !== shop.epoch) return { differing: [], later: hashes.map(([id]) => id) };
  const workfiles = byWorkfile(shop);
  const of = (id: string) => workfiles.get(id) ?? [];
  const isLater = ([id]: readonly [string, string]) => of(id).some((record) => record.seq > seq);
  return {
    later: hashes.filter(isLater).map(([id]) => id),
    differing: hashes.filter((one) => !isLater(one) && stateHash(of(one[0])) !== one[1]).map(([id]) => id),
  };
}

function byWorkfile(shop: ShopMemory): ReadonlyMap<string, readonly StoredRecord[]> {
  const workfiles = new Map<string, StoredRecord[]>();
  for (const record of shop.records.values()) {
    const id = workfileOf(record) ?? record.id;
    workfiles.set(id, [...(workfiles.get(id) ?? []), record]);
  }
  return workfiles;
}

const dictionary = Buffer.from(bundleDictionaries.get(newestDictionary) ?? '');

function bundleOf(id: string, records: readonly StoredRecord[]) {
  const seq = Math.max(...records.map((record) => record.seq));
  const header = headerOf(records.map((record) => ({ ...record, workfile: id, changedAt: record.seq })));
  const content = records.map(
    (one): BundledRecord => [one.kind, one.id, one.deleted, one.edit, { ...one.edits }, one.value],
  );
  const bytes = zlib.deflateSync(JSON.stringify({ records: content }), { level: 1, dictionary }).toString('base64');
  return [id, seq, header, stateHash(records), newestDictionary, bytes] as const;
}
