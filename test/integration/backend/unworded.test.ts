/** What a first sync brought is found at once: by reading through its rows, and later by their words in the index. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginFirstSync, endFirstSync, readFirstSync, storeBundles } from '../../../src-main/db/first-sync.ts';
import { takeHeads } from '../../../src-main/db/head.ts';
import { type HeadQuery, listHeads } from '../../../src-main/db/head-list.ts';
import { indexSome, searchCap } from '../../../src-main/db/search.ts';
import type { Store } from '../../../src-main/db/store.ts';
import { unwordedRows } from '../../../src-main/db/unworded.ts';
import { headingFacts } from '../../../src-shared/domain/workfile/heading.ts';
import { freshStore } from '../../support/store.ts';
import { createWorkfile, edit, idOf } from '../../support/store-story.ts';

let store: Store;
let close: () => void;
beforeEach(async () => {
  ({ store, close } = await freshStore());
});
afterEach(() => close());

const count = 700;
const owners = ['Turpín, Sharon', 'Okafor, Chidi', 'Ashford, Lena'];
const header = (i: number) => ({
  ...{ label: `RO-${10_000 + i}`, stage: 'opportunity', owner: owners[i % 3] ?? '', vehicle: '2019 Ford F-150' },
  ...{ vin: `1FTEW1EP5KFA${10_000 + i}`, plate: `EKM${1000 + i}`, insurer: 'Lakeshore Mutual', claim: '' },
  ...{
    estimator: 'Robin Ellery',
    phones: '6165550142',
    receivedCents: 0,
    receipts: '',
    totalCents: i,
    vehicleIn: '',
    vehicleOut: '',
    arrived: false,
    taskDue: '',
    appointments: '',
    dms: '',
    delivered: false,
    totalLoss: false,
    binnedAt: 0,
    customer: '',
    names: '',
    facts: headingFacts,
    changedAt: i,
    conflicts: 0,
    deleted: false,
  },
});
const bundleOf = (i: number) => ({
  ...{ workfileId: idOf(9000 + i), seq: i + 1, hash: '', dictionary: 0, bytes: new Uint8Array(), header: header(i) },
});

/** The newest come first, in slices. */
function syncFirst(from: number, to: number): void {
  const sync = readFirstSync(store);
  if (sync === null) throw new Error('not new');
  let going = beginFirstSync(store, sync, { epoch: 'e', place: [to, 'm'], count: to - from });
  const all = Array.from({ length: to - from }, (_, k) => bundleOf(to - 1 - k));
  for (let k = 0; k < all.length; k += 90) going = storeBundles(store, going, all.slice(k, k + 90), 1).sync;
  endFirstSync(store, going);
}

const asked: HeadQuery = { text: '', offset: 0, limit: 20, sort: 'changed', descending: true };
const texts = ['t', 'turpin', 'sharon tur', 'TURPÍN', 'ro-10012', '10012', 'kfa10012', 'shore', 'okafor ekm1001', 'zz'];
const answers = () =>
  texts.map((text) => {
    const { total, capped, rows } = listHeads(store, { ...asked, text });
    return { text, total, capped, first: rows.map(({ label }) => label) };
  });

test('a search finds the same before and after the words are in the index', () => {
  syncFirst(0, count);
  expect(unwordedRows(store)).toHaveLength(1);
  const before = answers();
  expect(before.map(({ total }) => total)).toEqual([234, 234, 234, 234, 1, 1, 1, searchCap, 1, 0]);
  while (indexSome(store, 1));
  expect(unwordedRows(store)).toEqual([]);
  expect(answers()).toEqual(before);
});

test('words are indexed the newest first, some at a time, and a search in between finds everything', () => {
  syncFirst(0, count);
  const whole = answers();
  indexSome(store, 0);
  const [[first, end]] = unwordedRows(store) as [readonly [number, number]];
  expect(end - first).toBeLessThan(count);
  expect(end - first).toBeGreaterThan(0);
  expect(answers()).toEqual(whole);
});

test('a workfile that was changed meanwhile is found by its new words alone', () => {
  syncFirst(0, count);
  takeHeads(store, [{ ...header(5), id: bundleOf(5).workfileId, owner: 'Vance, Holly', changedAt: 9e12 }], 0);
  const found = (text: string) => listHeads(store, { ...asked, text }).rows.map(({ id }) => id);
  expect(found('holly')).toEqual([bundleOf(5).workfileId]);
  while (indexSome(store, 5));
  expect(found('holly')).toEqual([bundleOf(5).workfileId]);
  expect(found('ro-10005 vance')).toEqual([bundleOf(5).workfileId]);
  expect(found('10005 ashford')).toEqual([]);
});

test('what was made here is found beside what came', () => {
  createWorkfile(store);
  edit(store, 'contact', idOf(2), 'name', { first: 'Sharon', last: 'Turpín', company: '' });
  syncFirst(0, 30);
  const total = () => listHeads(store, { ...asked, text: 'turpin' }).total;
  expect(total()).toBe(11);
  while (indexSome(store, 5));
  expect(total()).toBe(11);
});
