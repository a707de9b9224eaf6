/** What commands need of a shop's tables, whatever keeps them: answers for ever, and numbers that are given once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CommandStore } from '../../../src-cloud/db/command-store.ts';
import type { FinalAnswer } from '../../../src-cloud/db/commands.ts';
import type { StoredRecord } from '../../../src-cloud/db/records.ts';
import { editIdOf, type ShopId } from '../../../src-shared/base/ids.ts';
import type { RecordKind } from '../../../src-shared/sync/records.ts';
import { freshId } from '../../support/cloud.ts';
import { devices, person, type Stores, storeKinds } from './shop-store-kinds.ts';

const [device] = devices;
const author = { device, person };

const commandOf = (id: string) => ({ id, name: 'lease-numbers', hash: 'a hash', params: {}, edits: [] }) as const;
const done: FinalAnswer = { state: 'done', seq: 4, result: { block: [1, 20] } };
const refused: FinalAnswer = { state: 'refused', reason: 'locked', details: { by: 'Someone', at: 5 } };

const recordOf = (kind: RecordKind, value: StoredRecord['value'], deleted = false): StoredRecord => ({
  ...{ kind, id: freshId(), value, edit: editIdOf(device, 1), edits: {}, seq: 1, deleted },
});
const numbered = (ro: string, deleted = false) => recordOf('workfile', { number: { ro } }, deleted);

describe.each(storeKinds)('$name', ({ open }) => {
  let stores: Stores;
  let shop: ShopId;
  const inShop = <T>(work: (store: CommandStore) => Promise<T>) => stores.commandShops(shop, work);
  const give = (first: number, last: number, epoch = 'now') =>
    inShop((store) => store.insertBlock({ first, last, device, command: freshId(), epoch }));
  beforeAll(async () => {
    stores = await open();
  });
  afterAll(() => stores.close());
  beforeEach(async () => {
    shop = await stores.newShop();
  });

  test('keeps each command with its hash and its answer', async () => {
    const [one, two] = [freshId(), freshId()];
    await inShop(async (store) => {
      await store.insertCommand(author, { command: commandOf(one), answer: done });
      await store.insertCommand(author, { command: commandOf(two), answer: refused });
    });
    expect(await inShop((store) => store.readCommand(one))).toMatchObject({ hash: 'a hash', answer: done });
    expect(await inShop((store) => store.readCommand(two))).toMatchObject({ hash: 'a hash', answer: refused });
    expect(await inShop((store) => store.readCommand(freshId()))).toBeUndefined();
  });

  test('keeps no second answer of one command: the whole transaction fails', async () => {
    const [one, two] = [freshId(), freshId()];
    await inShop((store) => store.insertCommand(author, { command: commandOf(one), answer: done }));
    await expect(
      inShop(async (store) => {
        await store.insertCommand(author, { command: commandOf(two), answer: done });
        await store.insertCommand(author, { command: commandOf(one), answer: refused });
      }),
    ).rejects.toThrow();
    expect((await inShop((store) => store.readCommand(one)))?.answer).toEqual(done);
    expect(await inShop((store) => store.readCommand(two))).toBeUndefined();
  });

  test('reads an estimate with the lines of its workfile', async () => {
    const [workfileId, other] = [freshId(), freshId()];
    const of = (id: string) => ({ parent: { workfileId: id } });
    const saved = [
      recordOf('estimate', of(workfileId)),
      recordOf('line', of(workfileId)),
      recordOf('contact', of(workfileId)),
      recordOf('line', of(other)),
    ];
    await inShop((store) => store.saveRecords(saved));
    const key = { kind: 'estimate', id: saved[0]?.id ?? '' } as const;
    const found = await inShop((store) => store.readRecords([key], ['line']));
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(saved.slice(0, 2).map(({ id }) => id)));
  });

  test('knows how far numbers were given away, and whether some were since a restore', async () => {
    const given = (epoch: string) => inShop((store) => store.readGiven(epoch));
    expect(await given('now')).toEqual({ last: 0, inEpoch: false });
    await give(10_001, 10_020, 'before');
    await give(7, 7, '');
    expect(await given('now')).toEqual({ last: 10_020, inEpoch: false });
    await give(10_021, 10_040);
    expect(await given('now')).toEqual({ last: 10_040, inEpoch: true });
    const isGiven = (number: number) => inShop((store) => store.isGiven(number));
    expect(await Promise.all([6, 7, 8, 10_000, 10_001, 10_040, 10_041].map(isGiven))).toEqual([
      ...[false, true, false, false, true, true, false],
    ]);
  });

  test('gives no block away that begins with a number which was given', async () => {
    await give(10_001, 10_020);
    await expect(give(10_001, 10_040)).rejects.toThrow();
    expect(await inShop((store) => store.readGiven('now'))).toMatchObject({ last: 10_020 });
  });

  test('knows which numbers workfiles have, deleted or not, and the highest that is one', async () => {
    const isUsed = (number: string) => inShop((store) => store.isUsed(number));
    const highest = () => inShop((store) => store.readHighestUsed());
    expect(await highest()).toBe(0);
    const records = [numbered(''), numbered('10007'), numbered('10010', true), numbered('A/99999')];
    await inShop((store) => store.saveRecords([...records, recordOf('line', { number: { ro: '20000' } })]));
    expect(await Promise.all(['', '10007', '10010', 'A/99999', '20000', '1000'].map(isUsed))).toEqual([
      ...[false, true, true, true, false, false],
    ]);
    expect(await highest()).toBe(10_010);
    await inShop((store) => store.saveRecords([numbered('NS-10012'), numbered('24-A10011')]));
    expect(await highest()).toBe(10_012);
  });

  test('a shop knows neither commands nor numbers of another one', async () => {
    const id = freshId();
    const other = await stores.newShop();
    await give(10_001, 10_020);
    await inShop(async (store) => {
      await store.insertCommand(author, { command: commandOf(id), answer: done });
      await store.saveRecords([numbered('10001')]);
    });
    await stores.commandShops(other, async (store) => {
      expect(await store.readCommand(id)).toBeUndefined();
      expect(await store.readGiven('now')).toEqual({ last: 0, inEpoch: false });
      expect(await store.isGiven(10_001)).toBe(false);
      expect(await store.isUsed('10001')).toBe(false);
      await store.insertCommand(author, { command: commandOf(id), answer: refused });
      await store.insertBlock({ first: 10_001, last: 10_001, device, command: id, epoch: 'now' });
    });
    expect((await inShop((store) => store.readCommand(id)))?.answer).toEqual(done);
  });
});
