/** One transaction on a shop in memory, with the promises of the database's: it writes everything or nothing. */
import { createHash } from 'node:crypto';
import type { Batch, Sender } from '../../src-cloud/db/batches.ts';
import type { CommandStore } from '../../src-cloud/db/command-store.ts';
import type { DmsStore } from '../../src-cloud/db/dms-store.ts';
import type { Author, LoggedEdit } from '../../src-cloud/db/log.ts';
import type { Held, Pushing } from '../../src-cloud/db/push-turn.ts';
import type { ShopStore } from '../../src-cloud/db/shop-store.ts';
import type { Order } from '../../src-cloud/db/shops.ts';
import { keyOf } from '../../src-cloud/services/record-state.ts';
import {
  conflictsOf,
  givenOf,
  highestUsed,
  isSnapshotShorter,
  nameOf,
  newestMark,
  orderOf,
  recordsOf,
  refusedOf,
  siblingsOf,
  stretchOf,
  toldOf,
  usedNumbers,
} from './memory-reading.ts';
import { copyOf, type LogEntry, type ShopMemory } from './memory-shop.ts';

/** Everything that the cloud's services need of a shop's tables. */
export type AnyStore = ShopStore & CommandStore;

/** A change of the tables; `demand` fails where a key of the table stands against it. */
type Write = { readonly demand: (shop: ShopMemory) => void; readonly change: (shop: ShopMemory) => void };

const never = () => Promise.reject(new Error('a shop in memory has no connection to a dealer'));
/** No shop in memory is connected to a dealer's system. */
const unconnected: DmsStore = {
  readConnection: async () => undefined,
  holdExport: async () => undefined,
  readOpenExports: async () => [],
  // A PC that asks for an export is told that there is no connection before anybody looks into a file.
  journal: { fileOf: async () => undefined } as unknown as DmsStore['journal'],
  ...{
    saveConnection: never,
    isReferenceTaken: never,
    saveExport: never,
    readNow: async () => 0,
    readDay: never,
    wake: never,
  },
};

export class MemoryTransaction {
  readonly #shop: ShopMemory;
  readonly #turn: (what: string) => Promise<void>;
  readonly #writes: Write[] = [];

  /** `turn` is waited for before each question and each write. */
  constructor(shop: ShopMemory, turn: (what: string) => Promise<void>) {
    this.#shop = shop;
    this.#turn = turn;
  }

  commit(): void {
    for (const { demand } of this.#writes) demand(this.#shop);
    for (const { change } of this.#writes) change(this.#shop);
  }

  /** The tables, as the transaction sees them; `hold` waits for the shop's lock. */
  store(hold: () => Promise<void>): AnyStore {
    return {
      ...this.#pushStore(hold),
      ...this.#orderStore(hold),
      ...this.#syncStore(),
      ...this.#commandStore(),
      dms: unconnected,
    };
  }

  #pushStore(hold: () => Promise<void>) {
    return {
      beginPush: async (asked) => {
        await hold();
        return this.#read('begin a push', (shop) => heldOf(shop, asked));
      },
      endPush: async (author, { order, edits, records, conflicts, refusals, batch }) => {
        const store = { ...this.#orderStore(hold), ...this.#syncStore() };
        const reached = await store.appendLog(author, { edits, order });
        await store.saveRecords(records);
        await store.saveConflicts(conflicts);
        await store.saveRefusals(author, refusals);
        await store.insertBatch({ ...batch, person: author.person });
        if (edits.length > 0) await store.advanceOrder(reached);
        return reached;
      },
    } satisfies Partial<AnyStore>;
  }

  #orderStore(hold: () => Promise<void>) {
    return {
      holdOrder: async () => {
        await hold();
        return this.#read('hold the order', orderOf);
      },
      readOrder: () => this.#read('read the order', orderOf),
      advanceOrder: ({ lastSeq, mark }: Order) =>
        this.#write('advance the order', (shop) => void Object.assign(shop, { lastSeq, mark })),
      appendLog: (author: Author, to: { edits: readonly LoggedEdit[]; order: Order }) => this.#append(author, to),
    } satisfies Partial<AnyStore>;
  }

  #syncStore() {
    return {
      readBatches: (sender, numbers) =>
        this.#read('read batches', ({ batches }) => new Map(numbers.flatMap((n) => entryOf(batches, sender, n)))),
      insertBatch: ({ sender, n, hash, verdicts }) =>
        this.#write(
          'insert a batch',
          ({ batches }) => void batches.set(batchKey(sender, n), { n, hash, verdicts }),
          ({ batches }) => demandNew(batches, batchKey(sender, n)),
        ),
      readApplied: (edits) =>
        this.#read('read applied', ({ applied }) => new Set(edits.filter((edit) => applied.has(edit)))),
      readEditAt: (seq) => this.#read('read an edit', ({ log }) => log[seq - 1]?.edit),
      readNewestMark: (marks) => this.#read('read marks', (shop) => newestMark(shop, marks)),
      readStretch: (after, limit) => this.#read('read a stretch', (shop) => stretchOf(shop, after, limit)),
      readTold: (edits) => this.#read('read authors', (shop) => toldOf(shop, edits)),
      readNames: async ({ device, person }) => ({ by: nameOf(person), pc: device }),
      readRecords: (keys, siblings) => this.#read('read records', (shop) => recordsOf(shop, keys, siblings)),
      saveRecords: (records) =>
        this.#write(
          'save records',
          (shop) => {
            for (const record of records) shop.records.set(keyOf(record), record);
          },
          () => demandOnce(records.map(keyOf)),
        ),
      readConflicts: (keys) => this.#read('read conflicts', (shop) => conflictsOf(shop, keys)),
      saveConflicts: (conflicts) =>
        this.#write(
          'save conflicts',
          (shop) => {
            for (const conflict of conflicts) shop.conflicts.set(conflict.id, conflict);
          },
          () => demandOnce(conflicts.map(({ id }) => id)),
        ),
      isSnapshotShorter: (after, changes) =>
        this.#read('count bundles', (shop) => isSnapshotShorter(shop, after, changes)),
      readRefused: (edits) => this.#read('read refusals', (shop) => refusedOf(shop, edits)),
      saveRefusals: (_author, refusals) =>
        this.#write('save refusals', ({ refused }) => {
          for (const { edit, code } of refusals) refused.set(edit.edit, code);
        }),
    } satisfies Partial<AnyStore>;
  }

  #commandStore() {
    return {
      readCommand: (id) => this.#read('read a command', ({ commands }) => commands.get(id)),
      insertCommand: (_author, { command: { id, name, hash, edits }, answer }) =>
        this.#write(
          'insert a command',
          ({ commands }) => void commands.set(id, { id, name, hash, edits, answer }),
          ({ commands }) => demandNew(commands, id),
        ),
      readGiven: (epoch) => this.#read('read what was given', (shop) => givenOf(shop, epoch)),
      isGiven: (number) =>
        this.#read('look for a number', ({ blocks }) =>
          blocks.some(({ first, last }) => first <= number && number <= last),
        ),
      isHeldElsewhere: (number, device) =>
        this.#read('look who holds a number', ({ blocks }) =>
          blocks.some((block) => block.first <= number && number <= block.last && block.device !== device),
        ),
      insertBlock: (block) =>
        this.#write(
          'insert a block',
          ({ blocks }) => void blocks.push(block),
          ({ blocks }) => demandNew(new Map(blocks.map((one) => [one.first, one])), block.first),
        ),
      isUsed: (number) => this.#read('look for a use', (shop) => number !== '' && usedNumbers(shop).includes(number)),
      readHighestUsed: () => this.#read('read the highest number', highestUsed),
    } satisfies Partial<AnyStore>;
  }

  async #read<T>(what: string, look: (shop: ShopMemory) => T): Promise<T> {
    await this.#turn(what);
    return look(this.#view());
  }

  /** What another transaction commits is seen at once, and its own writes before that. */
  #view(): ShopMemory {
    if (this.#writes.length === 0) return this.#shop;
    const seen = copyOf(this.#shop);
    for (const { change } of this.#writes) change(seen);
    return seen;
  }

  async #write(what: string, change: Write['change'], demand: Write['demand'] = () => undefined): Promise<void> {
    await this.#turn(what);
    this.#writes.push({ change, demand });
  }

  async #append(author: Author, { edits, order }: { edits: readonly LoggedEdit[]; order: Order }): Promise<Order> {
    let { lastSeq, mark } = order;
    const entries = edits.map((edit): LogEntry => {
      mark = markAfter(mark, edit.edit);
      lastSeq = edit.seq;
      return { ...author, ...edit, mark };
    });
    await this.#write(
      'append to the log',
      (shop) => {
        for (const entry of entries) {
          shop.log.push(entry);
          shop.applied.add(entry.edit);
        }
      },
      (shop) => demandNext(shop, entries),
    );
    return { ...order, lastSeq, mark };
  }
}

/** What a batch is judged by. */
function heldOf(shop: ShopMemory, { sender, n, edits, keys, siblings }: Pushing): Held {
  const conflicts = conflictsOf(shop, keys);
  const told = conflicts.map(({ id }) => ({ kind: 'conflict', id }) as const);
  return {
    order: orderOf(shop),
    answered: shop.batches.get(batchKey(sender, n)),
    previous: shop.batches.get(batchKey(sender, n - 1))?.hash,
    applied: new Set(edits.filter((edit) => shop.applied.has(edit))),
    refused: refusedOf(shop, edits),
    conflicts,
    records: [...recordsOf(shop, keys, []), ...recordsOf(shop, told, [])],
    siblings: siblingsOf(shop, keys, siblings),
  };
}

const batchKey = ({ device, incarnation }: Sender, n: number): string => `${device}/${incarnation}/${n}`;

function entryOf(batches: ReadonlyMap<string, Batch>, sender: Sender, n: number): readonly [number, Batch][] {
  const batch = batches.get(batchKey(sender, n));
  return batch === undefined ? [] : [[n, batch]];
}

function demandNew<K extends string | number>(table: ReadonlyMap<K, unknown>, key: K): void {
  if (table.has(key)) throw new Error(`${key} is there already`);
}

/** No statement of a database changes a row twice. */
function demandOnce(keys: readonly string[]): void {
  const twice = keys.find((key, i) => keys.indexOf(key) < i);
  if (twice !== undefined) throw new Error(`${twice} is saved twice`);
}

const markAfter = (mark: string, edit: string): string =>
  createHash('sha256').update(`${mark} ${edit}`).digest('hex').slice(0, 32);

function demandNext({ log, applied }: ShopMemory, entries: readonly LogEntry[]): void {
  for (const [i, { edit, seq }] of entries.entries()) {
    if (applied.has(edit)) throw new Error(`${edit} is in the log already`);
    if (seq !== log.length + 1 + i) throw new Error(`number ${seq} would leave a gap`);
  }
}
