/** A row of the list that an older version made is derived anew in idle moments, and a packed workfile stays packed. */
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packRecords, stateHash } from '../../../src-cloud/db/bundle-bytes.ts';
import { headerOf } from '../../../src-cloud/services/bundle-header.ts';
import { readPacked } from '../../../src-main/db/bundle.ts';
import { beginFirstSync, endFirstSync, readFirstSync, storeBundles } from '../../../src-main/db/first-sync.ts';
import { searchEverywhere } from '../../../src-main/db/search-everywhere.ts';
import { refreshStaleHeads } from '../../../src-main/db/stale-head.ts';
import type { Store } from '../../../src-main/db/store.ts';
import type { EditId } from '../../../src-shared/base/ids.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../../src-shared/sync/records.ts';
import type { BundleHeader } from '../../../src-shared/sync/snapshot.ts';
import { freshStore, migrationsDir } from '../../support/store.ts';
import { createWorkfile, edit, foreign, idOf, workfileId } from '../../support/store-story.ts';

let store: Store;
let close: () => void;
beforeEach(async () => {
  ({ store, close } = await freshStore());
});
afterEach(() => close());

const parent = { workfileId };
const person = (last: string) => ({ first: 'Holly', last, company: '' });
const record = (n: number, kind: RecordKind, value: Readonly<Record<string, JsonObject>>) => ({
  ...{ kind, id: idOf(n), value, edit: foreign(n), edits: {} as Record<string, EditId>, seq: n, deleted: false },
});
const records = [
  record(1, 'workfile', { number: { ro: '20417' } }),
  record(2, 'contact', { parent: { ...parent, role: 'owner' }, name: person('Turpin') }),
  record(3, 'contact', { parent: { ...parent, role: 'insured' }, name: person('Vance') }),
];

/** What comes from a cloud whose headers say this. */
async function sync(says: Partial<BundleHeader>): Promise<void> {
  const packed = await packRecords(
    records.map(({ kind, id, deleted, edit: by, edits, value }) => [kind, id, deleted, by, edits, value]),
  );
  const header = headerOf(records.map((one) => ({ ...one, workfile: workfileId, changedAt: 7 })));
  const first = readFirstSync(store);
  if (first === null) throw new Error('not new');
  const begun = beginFirstSync(store, first, { epoch: 'e', place: [3, 'm'], count: 1 });
  const bundle = { workfileId, seq: 3, hash: stateHash(records), header: { ...header, ...says }, ...packed };
  endFirstSync(store, storeBundles(store, begun, [bundle], 1).sync);
}
const found = (text: string) => searchEverywhere(store, text).workfiles.map(({ id }) => id);
const stale = () => store.connection.prepare('select count(*) from stale_head').pluck().get();

test('what an older cloud does not say of a workfile is read from its bundle', async () => {
  await sync({ names: '', facts: 0 });
  expect([found('turpin'), found('vance'), stale()]).toEqual([[workfileId], [], 1]);
  expect([...refreshStaleHeads(store, 1000).workfiles.keys()]).toEqual([workfileId]);
  expect([found('turpin'), found('vance'), stale()]).toEqual([[workfileId], [workfileId], 0]);
  expect(readPacked(store, workfileId)).toBeDefined();
});

test('what a cloud of today says is not read again', async () => {
  await sync({});
  expect([found('vance'), stale()]).toEqual([[workfileId], 0]);
});

test('an update has every row of the list derived anew', () => {
  createWorkfile(store);
  edit(store, 'contact', idOf(2), 'name', { first: 'Ana', last: 'Ruiz', company: 'Dune Street Bakery' });
  const { connection } = store;
  connection.exec('alter table workfile_head drop column names; delete from search_prefix; delete from search_inside');
  connection.exec(fs.readFileSync(path.join(migrationsDir, '0039_head_names.sql'), 'utf8'));
  expect(stale()).toBe(1);
  refreshStaleHeads(store, 1000);
  expect(found('bakery')).toEqual([workfileId]);
});
