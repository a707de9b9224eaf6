// Workfiles as the cloud packed them, and what changed of them since: kept as they came until somebody needs the records.

import zlib from 'node:zlib';
import type { EditId } from '../../src-shared/base/ids.ts';
import { bundleDictionaries } from '../../src-shared/sync/bundle-dictionary.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { BundledRecord } from '../../src-shared/sync/snapshot.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

/** A workfile's bytes, with the number of the order that they have reached and the hash of the state in them. */
export type Packed = {
  readonly workfileId: string;
  readonly seq: number;
  readonly hash: string;
  readonly dictionary: number;
  readonly bytes: Uint8Array;
};

/** A change of a packed workfile. */
export type PackedChange = {
  readonly seq: number;
  readonly edit: EditId;
  readonly kind: string;
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
  readonly at: number;
};

const put = query(
  'bundle.put',
  `insert into bundle (workfile_id, seq, hash, dictionary, bytes) values (?, ?, ?, ?, ?)
   on conflict (workfile_id) do update set seq = excluded.seq, hash = excluded.hash, dictionary = excluded.dictionary,
     bytes = excluded.bytes`,
);
const read = query<Packed>(
  'bundle.read',
  `select workfile_id as workfileId, seq, hash, dictionary, bytes from bundle
   where workfile_id = ? and bytes is not null`,
);
const reached = query<{ seq: number; isPacked: 0 | 1 }>(
  'bundle.reached',
  'select seq, bytes is not null as isPacked from bundle where workfile_id = ?',
);
const some = query<{ seq: number }>('bundle.some', 'select seq from bundle limit 1');
const forget = query('bundle.forget', 'delete from bundle where bytes is null and seq <= ?');
const rewind = query('bundle.rewind', 'update bundle set seq = ? where seq > ?');
const hashed = query<{ hash: string }>(
  'bundle.hash',
  `select hash from bundle where workfile_id = ? and bytes is not null
     and not exists (select 1 from bundle_change where bundle_change.workfile_id = bundle.workfile_id)`,
);
const addChange = query('bundle.add-change', 'insert into bundle_change (workfile_id, change) values (?, ?)');
const changes = query<{ change: string }>(
  'bundle.changes',
  'select change from bundle_change where workfile_id = ? order by n',
);
const dropChangesOf = query(
  'bundle.drop-changes-of',
  'delete from bundle_change where workfile_id in (select value from json_each(?))',
);
const dropChanges = query('bundle.drop-changes', 'delete from bundle_change where workfile_id = ?');

/** Keeps a workfile packed; what was kept of it before is replaced. */
export function putPacked(store: Store, { workfileId, seq, hash, dictionary, bytes }: Packed): void {
  store.run(put, workfileId, seq, hash, dictionary, bytes);
}

export const readPacked = (store: Store, workfileId: string): Packed | undefined => store.get(read, workfileId);
/** Which number of the order a workfile has reached beyond the cursor, and whether it is packed. */
export const readReached = (store: Store, workfileId: string) => store.get(reached, workfileId);
export const someReached = (store: Store): boolean => store.get(some) !== undefined;
/** The hash of a packed workfile that did not change since it came. */
export const packedHash = (store: Store, workfileId: string): string | undefined => store.get(hashed, workfileId)?.hash;

/** Says that the rows of a workfile have reached a number; nothing of it is packed any more. */
export function markUnpacked(store: Store, workfileId: string, seq: number): void {
  store.run(put, workfileId, seq, '', 0, null);
  store.run(dropChanges, workfileId);
}

/** What is not packed and has not reached more than the cursor needs no note. */
export const forgetUnpacked = (store: Store, cursor: number): void => void store.run(forget, cursor);
/** Numbers after this one may be handed out again: what comes under them is news. */
export const rewindPacked = (store: Store, seq: number): void => void store.run(rewind, seq, seq);

export const addPackedChange = (store: Store, workfileId: string, change: PackedChange): void => {
  const { seq, edit, kind, id, group, value, at } = change;
  store.run(addChange, workfileId, JSON.stringify({ seq, edit, kind, id, group, value, at }));
};
export const packedChanges = (store: Store, workfileId: string): readonly PackedChange[] =>
  store.all(changes, workfileId).map(({ change }) => JSON.parse(change) as PackedChange);
export const dropPackedChanges = (store: Store, workfileIds: readonly string[]): void =>
  void store.run(dropChangesOf, JSON.stringify(workfileIds));

const dictionaries = new Map([...bundleDictionaries].map(([n, text]) => [n, Buffer.from(text)]));
/** A workfile is some tens of kilobytes; what unpacks to more than this is no bundle of ours. */
const largestContent = 64 * 1024 * 1024;

/** The records in the bytes of a bundle; undefined where the bytes are not what was packed. */
export function unpackRecords({
  dictionary,
  bytes,
}: Pick<Packed, 'dictionary' | 'bytes'>): readonly BundledRecord[] | undefined {
  const known = dictionaries.get(dictionary);
  if (dictionary !== 0 && known === undefined) return undefined;
  try {
    const limits = { maxOutputLength: largestContent, ...(known !== undefined && { dictionary: known }) };
    const content: unknown = JSON.parse(zlib.inflateSync(bytes, limits).toString());
    return isContent(content) ? content.records : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Only the frame: each value is read by the rules of its kind when it becomes a row. */
const isContent = (content: unknown): content is { readonly records: readonly BundledRecord[] } =>
  isObject(content) && 'records' in content && Array.isArray(content.records) && content.records.every(isRecord);

const isRecord = (record: unknown): boolean => {
  if (!Array.isArray(record) || record.length !== 6) return false;
  const [kind, id, deleted, edit, edits, value] = record as unknown[];
  const isNamed = [kind, id, edit].every((name) => typeof name === 'string');
  return isNamed && typeof deleted === 'boolean' && isObject(edits) && isObject(value);
};
