/** The port to a shop's tables: what a push reads and writes in one word each is the same, whatever keeps the tables. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { conflictIdOf } from '../../../src-cloud/db/conflicts.ts';
import type { LoggedEdit } from '../../../src-cloud/db/log.ts';
import type { Pushed } from '../../../src-cloud/db/push-turn.ts';
import type { StoredRecord } from '../../../src-cloud/db/records.ts';
import type { ShopStore } from '../../../src-cloud/db/shop-store.ts';
import { type EditId, editIdOf, type ShopId } from '../../../src-shared/base/ids.ts';
import { freshId } from '../../support/cloud.ts';
import { devices, person, type Stores, storeKinds } from './shop-store-kinds.ts';

const [device] = devices;
const author = { device, person };
const sender = { device, incarnation: '0190a000-0000-7000-8000-00000000000a' };
const edit = (n: number): EditId => editIdOf(device, n);
const workfile = freshId();
const lineOf = (about: Partial<StoredRecord> = {}): StoredRecord => ({
  ...{ kind: 'line', id: freshId(), edit: edit(1), edits: {}, seq: 1, deleted: false },
  value: { parent: { workfileId: workfile }, part: { priceCents: 5 }, labor: { tenths: 3 } },
  ...about,
});
const madeBy = ({ kind, id, value, edit: by, seq }: StoredRecord): LoggedEdit => ({
  ...{ edit: by, kind, id, group: '*', value, base: null, seq },
});
const nothingElse = { conflicts: [], refusals: [] } as const;
const batch = (n: number, hash: string): Pushed['batch'] => ({
  ...{ n, hash, sender },
  verdicts: [{ verdict: 'applied', seq: n }],
});

describe.each(storeKinds)('$name', ({ open }) => {
  let stores: Stores;
  let shop: ShopId;
  const inShop = <T>(work: (store: ShopStore) => Promise<T>) => stores.shops(shop, work);
  const about = (n: number, line: StoredRecord) =>
    inShop((store) => store.beginPush({ sender, n, edits: [edit(1), edit(9)], keys: [line], siblings: ['estimate'] }));
  const end = async (pushed: Omit<Pushed, 'order'>) =>
    inShop(async (store) => store.endPush(author, { ...pushed, order: await store.holdOrder() }));
  beforeAll(async () => {
    stores = await open();
  });
  afterAll(() => stores.close());
  beforeEach(async () => {
    shop = await stores.newShop();
  });

  test('a push of a new shop is judged by nothing', async () => {
    const held = await about(1, lineOf());
    expect(held).toMatchObject({ answered: undefined, previous: undefined, conflicts: [], records: [], siblings: [] });
    expect([held.order.lastSeq, held.applied.size, held.refused.size]).toEqual([0, 0, 0]);
  });

  test('a push is judged by what stands, with the conflicts about it, and by what was answered before', async () => {
    const line = lineOf();
    const parent = { workfileId: workfile };
    const estimate = lineOf({ kind: 'estimate', value: { parent, lock: { at: 7 }, text: { description: 'long' } } });
    const id = conflictIdOf({ kind: 'line', id: line.id, group: 'part' }, device);
    const told = lineOf({ kind: 'conflict', id, edit: edit(3) });
    const place = { kind: 'line', recordId: line.id, group: 'part', device, person } as const;
    const conflict = { id, ...place, base: null, edits: [edit(4)], value: {}, open: true } as const;
    await end({
      edits: [madeBy(line)],
      records: [line, estimate, told],
      conflicts: [conflict],
      refusals: [{ edit: { ...madeBy(line), edit: edit(9) }, code: 'locked' }],
      batch: batch(1, 'one'),
    });
    const held = await about(2, line);
    expect(held).toMatchObject({ answered: undefined, previous: 'one', conflicts: [conflict] });
    expect(held.order.lastSeq).toBe(1);
    expect([...held.applied]).toEqual([edit(1)]);
    expect([...held.refused]).toEqual([[edit(9), 'locked']]);
    expect(new Set(held.records)).toEqual(new Set([line, told]));
    const { kind, id: estimateId, deleted } = estimate;
    expect(held.siblings).toEqual([{ kind, id: estimateId, deleted, workfile, value: { lock: { at: 7 } } }]);
    const again = await about(1, line);
    expect(again.answered).toMatchObject({ hash: 'one', verdicts: [{ verdict: 'applied', seq: 1 }] });
  });

  test('what came of a push stands: new records whole, and of others the groups that were written', async () => {
    const line = lineOf();
    await end({ ...nothingElse, edits: [madeBy(line)], records: [line], batch: batch(1, 'one') });
    const value = { ...line.value, part: { priceCents: 7 } };
    const later: StoredRecord = { ...line, value, edits: { part: edit(2), deleted: edit(3) }, seq: 3, deleted: true };
    const edits: readonly LoggedEdit[] = [
      { ...madeBy(line), edit: edit(2), group: 'part', value: value.part, base: edit(1), seq: 2 },
      { ...madeBy(line), edit: edit(3), group: 'deleted', value: { deleted: true }, base: edit(1), seq: 3 },
    ];
    const reached = await end({ ...nothingElse, edits, records: [later], batch: batch(2, 'two') });
    expect(await inShop((store) => store.readOrder())).toEqual(reached);
    expect(await inShop((store) => store.readRecords([line], []))).toEqual([later]);
    const { changes } = await inShop((store) => store.readStretch(1, 10));
    expect(changes.map(({ seq, group }) => [seq, group])).toEqual([
      [2, 'part'],
      [3, 'deleted'],
    ]);
  });

  test('a push without a change leaves the order where it is, and its answer stands', async () => {
    const order = await inShop((store) => store.readOrder());
    expect(await end({ ...nothingElse, edits: [], records: [], batch: batch(1, 'one') })).toEqual(order);
    expect((await about(1, lineOf())).answered?.hash).toBe('one');
  });
});
