/** Workfiles as the cloud packs them for a first sync: what a big shop's database is filled with. */
import { packRecords, stateHash } from '../../src-cloud/db/bundle-bytes.ts';
import { headerOf } from '../../src-cloud/services/bundle-header.ts';
import type { ArrivedBundle } from '../../src-main/db/first-sync.ts';
import { type DeviceId, editIdOf, type LineId, uuidV7 } from '../../src-shared/base/ids.ts';
import { demoWorkfiles, type NewRecord } from '../../src-shared/demo/demo-shop.ts';
import { positionsBetween } from '../../src-shared/domain/estimate/place.ts';
import type { BundledRecord } from '../../src-shared/sync/snapshot.ts';

const seed = 20261121;
const from = Date.UTC(2026, 10, 21, 12);
const maxLines = 5;
const device = '0000000000' as DeviceId;

/** How many of a shop's newest workfiles have long estimates, and how long they are. */
export const longWorkfiles = 60;
export const longLines = 200;

/** The workfiles of a shop, oldest first. */
export async function* packedWorkfiles(count: number): AsyncGenerator<ArrivedBundle> {
  let seq = 0;
  let at = 0;
  for (const records of demoWorkfiles({ seed, count, from, maxLines })) {
    at += 1;
    const whole = at > count - longWorkfiles ? lengthened(records) : records;
    const edits = whole.map((_record, i) => editIdOf(device, seq + i + 1));
    seq += whole.length;
    yield packed(whole, edits, seq);
  }
}

async function packed(records: readonly NewRecord[], edits: readonly string[], seq: number): Promise<ArrivedBundle> {
  const workfileId = String(records[0]?.id);
  const changedAt = openedAt(records);
  const bundled = records.map(
    ({ kind, id, value }, i): BundledRecord => [kind, id, false, edits[i] as BundledRecord[3], {}, value as never],
  );
  const stamped = bundled.map(([kind, id, deleted, edit, stamps]) => ({ kind, id, deleted, edit, edits: stamps }));
  const stored = bundled.map(([kind, id, deleted, edit, stamps, value]) => ({
    ...{ kind, id, deleted, edit, edits: stamps, value, seq, changedAt, workfile: workfileId },
  }));
  return {
    ...{ workfileId, seq, hash: stateHash(stamped), header: headerOf(stored as never) },
    ...(await packRecords(bundled)),
  };
}

const openedAt = ([first]: readonly NewRecord[]): number => (first?.kind === 'workfile' ? first.value.opened.at : from);

/** The same workfile with its lines over and over, until the estimate is a long one. */
function lengthened(records: readonly NewRecord[]): readonly NewRecord[] {
  const others = records.filter(({ kind }) => kind !== 'line');
  const lines = records.filter((record) => record.kind === 'line');
  const places = positionsBetween(null, null, longLines);
  if (lines.length === 0) return records;
  const long = places.map((position, i): NewRecord => {
    const line = lines[i % lines.length] as Extract<NewRecord, { kind: 'line' }>;
    const id = uuidV7(openedAt(records), idBytes(others[0]?.id ?? '', i)) as LineId;
    return { ...line, id, value: { ...line.value, place: { position } } };
  });
  return [...others, ...long];
}

/** The same in every run: the last signs of the workfile, and the number of the line. */
function idBytes(workfileId: string, n: number): Uint8Array {
  const bytes = new Uint8Array(16);
  bytes.set(Buffer.from(workfileId.replaceAll('-', ''), 'hex').subarray(11), 9);
  bytes[14] = n >> 8;
  bytes[15] = n & 255;
  return bytes;
}
