/** Transactions of a shop's store, whatever keeps it: all or nothing, one after the other, behind the walls of the shop. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { conflictIdOf } from '../../../src-cloud/db/conflicts.ts';
import type { ShopStore } from '../../../src-cloud/db/shop-store.ts';
import { editIdOf, type ShopId } from '../../../src-shared/base/ids.ts';
import { devices, person, type Stores, storeKinds } from './shop-store-kinds.ts';

const [device] = devices;
const author = { device, person };
const sender = { device, incarnation: '0190a000-0000-7000-8000-00000000000a' };
const workfile = '0190a000-0000-7000-8000-00000000000b';
const key = { kind: 'workfile', id: workfile } as const;
const conflictKey = { ...key, group: 'number' } as const;

/** Writes one row of everything that syncing writes, as the n-th edit. */
async function writeOfEverything(store: ShopStore, n: number): Promise<void> {
  const edit = editIdOf(device, n);
  const order = await store.holdOrder();
  const made = { edit, ...key, group: 'number', value: { ro: `${n}` }, base: null };
  const reached = await store.appendLog(author, { edits: [{ ...made, seq: order.lastSeq + 1 }], order });
  await store.saveRecords([{ ...key, value: { number: made.value }, edit, edits: {}, seq: n, deleted: false }]);
  const [id, about] = [conflictIdOf(conflictKey, device), { recordId: workfile, open: true, value: made.value }];
  await store.saveConflicts([
    { id, ...about, ...author, kind: 'workfile', group: 'number', base: null, edits: [edit] },
  ]);
  await store.saveRefusals(author, [{ edit: made, code: 'invalid' }]);
  await store.insertBatch({ n, hash: `hash ${n}`, verdicts: [], sender, person });
  await store.advanceOrder(reached);
}

/** What `writeOfEverything` left, as far as it can be asked for. */
async function readOfEverything(store: ShopStore, n: number) {
  const edit = editIdOf(device, n);
  const { lastSeq, mark } = await store.readOrder();
  return {
    order: [lastSeq, mark],
    applied: [...(await store.readApplied([edit]))],
    at: await store.readEditAt(n),
    stretch: (await store.readStretch(n - 1, 10)).changes.map((change) => change.edit),
    told: [...(await store.readTold([edit])).keys()],
    records: (await store.readRecords([key])).map(({ value }) => value)[0],
    conflicts: (await store.readConflicts([key])).map(({ edits }) => edits),
    refused: [...(await store.readRefused([edit]))],
    batches: [...(await store.readBatches(sender, [n])).values()].map(({ hash }) => hash),
  };
}

describe.each(storeKinds)('$name', ({ open }) => {
  let stores: Stores;
  let shop: ShopId;
  const inShop = <T>(work: (store: ShopStore) => Promise<T>) => stores.shops(shop, work);
  const count = async (store: ShopStore): Promise<number> => {
    const order = await store.holdOrder();
    const edit = editIdOf(device, order.lastSeq + 1);
    const made = { edit, ...key, group: 'number', value: {}, base: null, seq: order.lastSeq + 1 };
    await store.advanceOrder(await store.appendLog(author, { edits: [made], order }));
    return made.seq;
  };
  beforeAll(async () => {
    stores = await open();
  });
  afterAll(() => stores.close());
  beforeEach(async () => {
    shop = await stores.newShop();
  });

  test('a transaction that fails at its end writes nothing at all, and says why', async () => {
    const before = await inShop((store) => readOfEverything(store, 1));
    const failing = inShop(async (store) => {
      await writeOfEverything(store, 1);
      throw new Error('the reason');
    });
    await expect(failing).rejects.toThrow('the reason');
    expect(await inShop((store) => readOfEverything(store, 1))).toEqual(before);
    await inShop((store) => writeOfEverything(store, 1));
    expect(await inShop((store) => readOfEverything(store, 1))).not.toEqual(before);
  });

  test('a transaction that fails in the store writes nothing at all', async () => {
    await inShop((store) => store.insertBatch({ n: 2, hash: 'first', verdicts: [], sender, person }));
    const before = await inShop((store) => readOfEverything(store, 1));
    await expect(
      inShop(async (store) => {
        await writeOfEverything(store, 1);
        await store.insertBatch({ n: 2, hash: 'second', verdicts: [], sender, person });
      }),
    ).rejects.toThrow();
    expect(await inShop((store) => readOfEverything(store, 1))).toEqual(before);
  });

  test('a transaction sees what it wrote itself, and afterwards everybody does', async () => {
    const within = await inShop(async (store) => {
      await writeOfEverything(store, 1);
      return readOfEverything(store, 1);
    });
    expect(within.order[0]).toBe(1);
    expect(Object.values(within).every((found) => found !== undefined && found.length !== 0)).toBe(true);
    expect(await inShop((store) => readOfEverything(store, 1))).toEqual(within);
  });

  test('who asks for the order while another holds it gets it after that one has committed, and sees its number', async () => {
    const told: string[] = [];
    const second: Promise<number>[] = [];
    const first = await inShop(async (store) => {
      await store.holdOrder();
      second.push(
        inShop(async (other) => {
          const { lastSeq } = await other.holdOrder();
          told.push('the second holds it');
          return lastSeq;
        }),
      );
      for (let i = 0; i < 20; i += 1) await store.readOrder();
      told.push('the first lets go');
      return count(store);
    });
    expect(await Promise.all(second)).toEqual([first]);
    expect(told).toEqual(['the first lets go', 'the second holds it']);
  });

  test('a transaction that fails lets go of the order', async () => {
    const failing = inShop(async (store) => {
      await count(store);
      throw new Error('the reason');
    });
    const following = inShop(count);
    await expect(failing).rejects.toThrow('the reason');
    expect(await following).toBe(1);
  });

  test('twenty transactions at once get twenty numbers without a gap, and no reader misses one', async () => {
    const heard: number[] = [];
    const writing = { done: false };
    const read = async () => {
      for (let isLast = false; !isLast; ) {
        isLast = writing.done;
        const { changes } = await inShop((store) => store.readStretch(heard.length, 100));
        heard.push(...changes.map(({ seq }) => seq));
      }
    };
    const reading = read();
    const numbers = await Promise.all(Array.from({ length: 20 }, () => inShop(count))).finally(() => {
      writing.done = true;
    });
    await reading;
    const all = Array.from({ length: 20 }, (_, i) => i + 1);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(all);
    expect(heard).toEqual(all);
  });

  test('a shop sees nothing of another one, whose rows may have the same names', async () => {
    const other = await stores.newShop();
    const before = await inShop((store) => readOfEverything(store, 1));
    await stores.shops(other, (store) => writeOfEverything(store, 1));
    expect(await inShop((store) => readOfEverything(store, 1))).toEqual(before);
    expect(await inShop((store) => store.readNewestMark([[1, 'any']]))).toBeNull();
    await inShop((store) => writeOfEverything(store, 1));
    const theirs = await stores.shops(other, (store) => readOfEverything(store, 1));
    expect(await inShop((store) => readOfEverything(store, 1))).toEqual(theirs);
    await inShop(count);
    expect(await stores.shops(other, (store) => readOfEverything(store, 1))).toEqual(theirs);
  });
});
