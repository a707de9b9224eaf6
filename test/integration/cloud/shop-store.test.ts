/** The port to a shop's tables: whatever keeps them, the order, the log, batches, records, conflicts and refusals are the same. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { conflictIdOf, type StoredConflict } from '../../../src-cloud/db/conflicts.ts';
import type { LoggedEdit } from '../../../src-cloud/db/log.ts';
import type { StoredRecord } from '../../../src-cloud/db/records.ts';
import type { ShopStore } from '../../../src-cloud/db/shop-store.ts';
import { type EditId, editIdOf, type ShopId } from '../../../src-shared/base/ids.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import type { Edit, JsonObject } from '../../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../../src-shared/sync/records.ts';
import { freshId } from '../../support/cloud.ts';
import { devices, person, type Stores, storeKinds } from './shop-store-kinds.ts';

const [device, otherDevice] = devices;
const author = { device, person };
const edit = (n: number): EditId => editIdOf(device, n);
const sender = { device, incarnation: '0190a000-0000-7000-8000-00000000000a' };

const marked = (...edits: readonly EditId[]): string =>
  edits.reduce((mark, one) => createHash('sha256').update(`${mark} ${one}`).digest('hex').slice(0, 32), '');

const editOf = (n: number, about: Partial<Edit> = {}): Edit => ({
  edit: edit(n),
  kind: 'workfile',
  id: freshId(),
  group: 'number',
  value: { ro: `${n}` },
  base: null,
  ...about,
});

const recordOf = (kind: RecordKind, id: string, about: Partial<StoredRecord> = {}): StoredRecord => ({
  kind,
  id,
  value: {},
  edit: edit(1),
  edits: {},
  seq: 1,
  deleted: false,
  ...about,
});
const partOf = (kind: RecordKind, workfileId: string, about: Partial<StoredRecord> = {}) =>
  recordOf(kind, freshId(), { value: { parent: { workfileId } }, ...about });

/** Appends edits to the order, from its next number on. */
async function append(store: ShopStore, edits: readonly (Edit & Partial<LoggedEdit>)[]) {
  const order = await store.holdOrder();
  const logged = edits.map((one, i) => ({ ...one, seq: order.lastSeq + 1 + i }));
  const reached = await store.appendLog(author, { edits: logged, order });
  await store.advanceOrder(reached);
  return reached;
}

const codeOf = (code: string): Record<string, JsonObject> => ({
  parent: { workfileId: libraries['part-code'] },
  code: { code },
});

const byKey = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
const idsOf = (records: readonly StoredRecord[]) => [...new Set(records.map(({ id }) => id))].sort();

describe.each(storeKinds)('$name', ({ open }) => {
  let stores: Stores;
  let shop: ShopId;
  const inShop = <T>(work: (store: ShopStore) => Promise<T>) => stores.shops(shop, work);
  beforeAll(async () => {
    stores = await open();
  });
  afterAll(() => stores.close());
  beforeEach(async () => {
    shop = await stores.newShop();
  });

  describe('keeps an order', () => {
    test('that begins at nothing and goes on from where it was left', async () => {
      const { epoch, ...begin } = await inShop((store) => store.holdOrder());
      expect(begin).toEqual({ lastSeq: 0, mark: '' });
      const reached = { epoch, lastSeq: 3, mark: 'a mark' };
      await inShop((store) => store.advanceOrder(reached));
      expect(await inShop((store) => store.holdOrder())).toEqual(reached);
      expect(await inShop((store) => store.readOrder())).toEqual(reached);
    });

    test('whose mark stands for every edit up to there, however they came', async () => {
      const { epoch } = await inShop((store) => store.readOrder());
      const reached = await inShop((store) => append(store, [editOf(1), editOf(2)]));
      expect(reached).toEqual({ epoch, lastSeq: 2, mark: marked(edit(1), edit(2)) });
      const next = await inShop((store) => append(store, [editOf(3)]));
      expect(next).toEqual({ epoch, lastSeq: 3, mark: marked(edit(1), edit(2), edit(3)) });
    });

    test('that stays where it is when nothing is appended', async () => {
      const before = await inShop((store) => append(store, [editOf(1)]));
      expect(await inShop((store) => append(store, []))).toEqual(before);
    });
  });

  describe('keeps a log', () => {
    test('that knows which edits were applied, and where', async () => {
      await inShop((store) => append(store, [editOf(1), editOf(2)]));
      expect(await inShop((store) => store.readApplied([edit(2), edit(3), edit(1)]))).toEqual(
        new Set([edit(1), edit(2)]),
      );
      expect(await inShop((store) => store.readApplied([]))).toEqual(new Set());
      expect(await inShop((store) => store.readEditAt(2))).toBe(edit(2));
      expect(await inShop((store) => store.readEditAt(3))).toBeUndefined();
    });

    test('that finds the newest mark which is of its own past', async () => {
      await inShop((store) => append(store, [editOf(1), editOf(2), editOf(3)]));
      const own = marked(edit(1));
      const newest = (...marks: readonly (readonly [number, string])[]) =>
        inShop((store) => store.readNewestMark(marks.map(([seq, mark]) => [seq, mark])));
      expect(await newest([1, own], [2, marked(edit(1), edit(2))], [3, 'of another past'])).toEqual([
        2,
        marked(edit(1), edit(2)),
      ]);
      expect(await newest([2, own])).toBeNull();
      expect(await newest()).toBeNull();
    });

    test('of which a stretch tells every change with its workfile, and how far the order is', async () => {
      const workfile = freshId();
      const line = partOf('line', workfile);
      const about = { kind: 'line', id: line.id, group: 'part', value: { priceCents: 5 }, base: edit(9) } as const;
      const reached = await inShop(async (store) => {
        await store.saveRecords([line]);
        return append(store, [editOf(1, about), editOf(2), editOf(3)]);
      });
      const { changes, ...order } = await inShop((store) => store.readStretch(0, 2));
      expect(order).toEqual(reached);
      expect(changes.map(({ seq, mark }) => [seq, mark])).toEqual([
        [1, marked(edit(1))],
        [2, marked(edit(1), edit(2))],
      ]);
      expect(changes[0]).toMatchObject({ edit: edit(1), ...about, by: 'Someone', workfile });
      expect(changes[1]).not.toHaveProperty('workfile');
      const rest = await inShop((store) => store.readStretch(2, 100));
      expect(rest.changes.map(({ seq }) => seq)).toEqual([3]);
      expect(await inShop((store) => store.readStretch(3, 100))).toEqual({ ...reached, changes: [] });
    });

    test('that tells who made an edit, where and when, also where it was written down for another', async () => {
      const made = { at: 1_700_000_000_000, device: otherDevice };
      await inShop((store) => append(store, [editOf(1, { value: { ro: '7' } }), { ...editOf(2), ...made }]));
      const told = await inShop((store) => store.readTold([edit(1), edit(2), edit(3)]));
      expect([...told.keys()].sort()).toEqual([edit(1), edit(2)]);
      expect(told.get(edit(1))).toMatchObject({ group: 'number', value: { ro: '7' }, by: 'Someone', pc: device });
      expect(told.get(edit(2))).toMatchObject({ by: 'Someone', pc: otherDevice, at: made.at });
      expect(await inShop((store) => store.readNames(author))).toEqual({ by: 'Someone', pc: device });
    });

    test('that takes no edit twice: the whole transaction fails', async () => {
      const reached = await inShop((store) => append(store, [editOf(1)]));
      await expect(inShop((store) => append(store, [editOf(2), editOf(1)]))).rejects.toThrow();
      expect(await inShop((store) => store.readOrder())).toEqual(reached);
      expect(await inShop((store) => store.readApplied([edit(1), edit(2)]))).toEqual(new Set([edit(1)]));
    });

    test('that takes no number twice', async () => {
      const order = await inShop((store) => append(store, [editOf(1)]));
      const again = { edits: [{ ...editOf(2), seq: 1 }], order };
      await expect(inShop((store) => store.appendLog(author, again))).rejects.toThrow();
      expect(await inShop((store) => store.readEditAt(1))).toBe(edit(1));
    });

    test('of which the bundles are shorter when few workfiles changed much', async () => {
      const workfiles = [freshId(), freshId(), freshId()];
      await inShop(async (store) => {
        const reached = await append(
          store,
          workfiles.map((id, i) => editOf(i + 1, { id, group: '*', value: {} })),
        );
        await store.saveRecords(workfiles.map((id, i) => recordOf('workfile', id, { edit: edit(i + 1), seq: i + 1 })));
        return reached;
      });
      await stores.bundle(shop);
      const isShorter = (after: number, changes: number) => inShop((store) => store.isSnapshotShorter(after, changes));
      expect(await isShorter(0, 80)).toBe(true);
      expect(await isShorter(0, 60)).toBe(false);
      expect(await isShorter(2, 40)).toBe(true);
    });
  });

  describe('keeps batches', () => {
    const verdicts = [
      { verdict: 'applied', seq: 4 },
      { verdict: 'refused', code: 'locked', value: { at: 1 }, edit: edit(1) },
    ] as const;
    const batch = (n: number, hash: string) => ({ n, hash, verdicts, sender, person });

    test('by the PC, its life and their numbers', async () => {
      await inShop(async (store) => {
        await store.insertBatch(batch(1, 'one'));
        await store.insertBatch(batch(2, 'two'));
      });
      const found = await inShop((store) => store.readBatches(sender, [1, 2, 3]));
      expect(new Set(found.keys())).toEqual(new Set([1, 2]));
      expect(found.get(2)).toEqual({ n: 2, hash: 'two', verdicts });
      const another = { ...sender, incarnation: freshId() };
      expect(await inShop((store) => store.readBatches(another, [1]))).toEqual(new Map());
      expect(await inShop((store) => store.readBatches({ ...sender, device: otherDevice }, [1]))).toEqual(new Map());
    });

    test('and never a second one under the number of the first', async () => {
      await inShop((store) => store.insertBatch(batch(1, 'one')));
      await expect(inShop((store) => store.insertBatch(batch(1, 'other')))).rejects.toThrow();
      const found = await inShop((store) => store.readBatches(sender, [1]));
      expect(found.get(1)?.hash).toBe('one');
    });
  });

  describe('keeps records', () => {
    test('and brings along those that their workfiles have one of', async () => {
      const workfile = recordOf('workfile', freshId());
      const singles = (['vehicle', 'insurance', 'rates', 'estimate'] as const).map((kind) => partOf(kind, workfile.id));
      const [line, otherLine, contact] = [
        partOf('line', workfile.id),
        partOf('line', workfile.id),
        partOf('contact', workfile.id),
      ];
      const strangers = [recordOf('workfile', freshId()), partOf('estimate', freshId())];
      await inShop((store) => store.saveRecords([workfile, ...singles, line, otherLine, contact, ...strangers]));
      const found = await inShop((store) => store.readRecords([line, { kind: 'line', id: freshId() }]));
      expect(idsOf(found)).toEqual(idsOf([workfile, ...singles, line]));
      expect(found.find(({ id }) => id === line.id)).toEqual(line);
      const own = await inShop((store) => store.readRecords([{ kind: 'workfile', id: workfile.id }]));
      expect(idsOf(own)).toEqual(idsOf([workfile, ...singles]));
      expect(await inShop((store) => store.readRecords([{ kind: 'contact', id: line.id }]))).toEqual([]);
      const asked = await inShop((store) => store.readRecords([line], ['estimate']));
      expect(idsOf(asked)).toEqual(idsOf([line, ...singles.filter(({ kind }) => kind === 'estimate')]));
      expect(idsOf(await inShop((store) => store.readRecords([line], [])))).toEqual([line.id]);
    });

    test('as they were last written', async () => {
      const line = partOf('line', freshId(), { value: { parent: { workfileId: freshId() }, part: { priceCents: 1 } } });
      const later = {
        ...line,
        value: { ...line.value, part: { priceCents: 2, extra: ['kept', { as: 'it came' }] } },
        edits: { part: edit(2) },
        seq: 2,
        deleted: true,
      };
      await inShop((store) => store.saveRecords([line]));
      await inShop((store) => store.saveRecords([later]));
      expect(await inShop((store) => store.readRecords([line]))).toEqual([later]);
      await inShop((store) => store.saveRecords([]));
    });
  });

  describe('keeps libraries', () => {
    const codes = [1, 2, 3].map((n) =>
      partOf('part-code', libraries['part-code'], { edit: edit(n), seq: n, value: codeOf(`FB1${n}`) }),
    );

    test('whose records bring no others along', async () => {
      const [code] = codes;
      const profile = partOf('profile', libraries.profile);
      await inShop((store) => store.saveRecords([...codes, profile, partOf('rates', freshId())]));
      expect(await inShop((store) => store.readRecords(codes.slice(0, 1)))).toEqual([code]);
      expect(await inShop((store) => store.readRecords([profile]))).toEqual([profile]);
    });

    test('as the owner of each change in the log, and as one bundle', async () => {
      await inShop(async (store) => {
        const logged = codes.map(({ id, value }, i) => editOf(i + 1, { kind: 'part-code', id, group: '*', value }));
        await append(store, logged);
        await store.saveRecords(codes);
      });
      const { changes } = await inShop((store) => store.readStretch(0, 10));
      expect(changes.map(({ workfile }) => workfile)).toEqual(codes.map(() => libraries['part-code']));
      await stores.bundle(shop);
      expect(await inShop((store) => store.isSnapshotShorter(0, 21))).toBe(true);
      expect(await inShop((store) => store.isSnapshotShorter(0, 20))).toBe(false);
    });
  });

  describe('keeps conflicts', () => {
    const conflictOf = (recordId: string, about: Partial<StoredConflict> = {}): StoredConflict => ({
      id: conflictIdOf({ kind: 'line', id: recordId, group: 'part' }, about.device ?? device),
      kind: 'line',
      recordId,
      group: 'part',
      device,
      person,
      base: edit(1),
      edits: [edit(2)],
      value: { priceCents: 5 },
      open: true,
      ...about,
    });

    test('found by their record or by their own id, open or not', async () => {
      const line = freshId();
      const mine = conflictOf(line);
      const theirs = conflictOf(line, { device: otherDevice, open: false, base: null });
      const elsewhere = conflictOf(freshId());
      await inShop((store) => store.saveConflicts([mine, theirs, elsewhere]));
      const found = await inShop((store) => store.readConflicts([{ kind: 'line', id: line }]));
      expect(found.toSorted(byKey)).toEqual([mine, theirs].toSorted(byKey));
      expect(await inShop((store) => store.readConflicts([{ kind: 'conflict', id: elsewhere.id }]))).toEqual([
        elsewhere,
      ]);
      expect(await inShop((store) => store.readConflicts([{ kind: 'contact', id: line }]))).toEqual([]);
    });

    test('as they last stood', async () => {
      const line = freshId();
      const later = conflictOf(line, { edits: [edit(2), edit(3)], value: { priceCents: 6 }, open: false });
      await inShop((store) => store.saveConflicts([conflictOf(line)]));
      await inShop((store) => store.saveConflicts([later]));
      await inShop((store) => store.saveConflicts([]));
      expect(await inShop((store) => store.readConflicts([{ kind: 'line', id: line }]))).toEqual([later]);
    });
  });

  describe('keeps refusals', () => {
    test('with their last reason', async () => {
      const value: JsonObject = { ro: '1' };
      await inShop((store) => store.saveRefusals(author, [{ edit: editOf(1, { value }), code: 'invalid' }]));
      await inShop((store) =>
        store.saveRefusals(author, [
          { edit: editOf(1), code: 'forbidden' },
          { edit: editOf(2), code: 'once' },
          { edit: editOf(2), code: 'locked' },
        ]),
      );
      await inShop((store) => store.saveRefusals(author, []));
      expect(await inShop((store) => store.readRefused([edit(1), edit(2), edit(3)]))).toEqual(
        new Map([
          [edit(1), 'forbidden'],
          [edit(2), 'locked'],
        ]),
      );
    });
  });
});
