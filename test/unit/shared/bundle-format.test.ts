/** The bytes of bundles that lie on PCs and in clouds must be readable for ever. */
import { createHash } from 'node:crypto';
import zlib from 'node:zlib';
import { expect, test } from 'vitest';
import { packRecords } from '../../../src-cloud/db/bundle-bytes.ts';
import { unpackRecords } from '../../../src-main/db/bundle.ts';
import { bundleDictionaries, newestDictionary } from '../../../src-shared/sync/bundle-dictionary.ts';
import type { BundledRecord } from '../../../src-shared/sync/snapshot.ts';
import { stateText } from '../../../src-shared/sync/state-text.ts';

const records: readonly BundledRecord[] = [
  [
    'workfile',
    '01933c00-0000-7000-8000-000000000001',
    false,
    'qm3k7x9d2a-1000001' as never,
    { tracking: 'qm3k7x9d2a-3000003' as never },
    { saved: { at: 0, by: '', revision: 0 }, number: { ro: '20417' }, tracking: { estimator: 'Dana Whitlock' } },
  ],
  [
    'line',
    '01933c00-0000-7000-8000-000000000002',
    true,
    'qm3k7x9d2a-2000002' as never,
    { deleted: 'qm3k7x9d2a-4000004' as never },
    { part: { type: '', taxed: true, number: '', included: false, quantity: 1, priceCents: 4200 } },
  ],
];

test('a dictionary never changes', () => {
  const digests = [...bundleDictionaries].map(([n, text]) => [n, createHash('sha256').update(text).digest('hex')]);
  expect(digests).toEqual([[1, '42643d659acf10e4000f9f807d5903a6d9eea413706b047b1c01856230c81a8b']]);
  expect(newestDictionary).toBe(1);
});

test('bytes that were packed with the first dictionary are read as ever', () => {
  const golden =
    'eLvDwJE/q1YqSgWtHixWsopGWQoD6nobJxsY6IJmAnTNQQRo5QuYCwWG8EgvzDXONq+wTDFK1DWESVUjLUtBVmAMVmCshLG+Bj48jLyKxgDbUhkTyJIHXMteXBLzEhVAs7zgwWeUZEqEr4yUdCAxg+RmI5gMKPnkpJaAHI0sbwKWN1GCTD7TIAGbGIEnBWJrAYxcfcU=';
  expect(unpackRecords({ dictionary: 1, bytes: Buffer.from(golden, 'base64') })).toEqual(records);
});

test('what is packed is read again, and small', async () => {
  const packed = await packRecords(records);
  expect(unpackRecords(packed)).toEqual(records);
  expect(packed.bytes.length).toBeLessThan(JSON.stringify({ records }).length / 2);
});

test('bytes without a dictionary are read too, and bytes that are none of ours are not', () => {
  expect(unpackRecords({ dictionary: 0, bytes: zlib.deflateSync(JSON.stringify({ records })) })).toEqual(records);
  expect(unpackRecords({ dictionary: 0, bytes: Buffer.from('nothing of ours') })).toBeUndefined();
  expect(unpackRecords({ dictionary: 9, bytes: zlib.deflateSync('{"records":[]}') })).toBeUndefined();
  expect(unpackRecords({ dictionary: 0, bytes: zlib.deflateSync('{"records":[["line"]]}') })).toBeUndefined();
});

test('a state is a line for each record and each group written since, in order', () => {
  const text = stateText(records.map(([kind, id, deleted, edit, edits]) => ({ kind, id, deleted, edit, edits })));
  expect(text.split('\n')).toEqual([
    'line 01933c00-0000-7000-8000-000000000002 deleted qm3k7x9d2a-2000002',
    'line 01933c00-0000-7000-8000-000000000002 deleted=qm3k7x9d2a-4000004',
    'workfile 01933c00-0000-7000-8000-000000000001 here qm3k7x9d2a-1000001',
    'workfile 01933c00-0000-7000-8000-000000000001 tracking=qm3k7x9d2a-3000003',
  ]);
});
