/** A shop's tables in memory: the same promises as the database's, a turn of the world at each await. */
import { createHash } from 'node:crypto';
import type { Batch, Sender } from '../../src-cloud/db/batches.ts';
import type { StoredConflict } from '../../src-cloud/db/conflicts.ts';
import type { Author, Change, LoggedEdit, Told } from '../../src-cloud/db/log.ts';
import type { RecordKey, StoredRecord } from '../../src-cloud/db/records.ts';
import type { ShopStore } from '../../src-cloud/db/shop-store.ts';
import type { Order } from '../../src-cloud/db/shops.ts';
import { keyOf, workfileOf } from '../../src-cloud/services/record-state.ts';
import type { EditId } from '../../src-shared/base/ids.ts';
import { singles } from '../../src-shared/domain/access/permissions.ts';
import type { Mark, RefusalCode } from '../../src-shared/sync/protocol.ts';

export type LogEntry = LoggedEdit & { readonly mark: string; readonly device: string; readonly person: string };

/** What is committed. */
export type ShopMemory = {
  epoch: string;
  lastSeq: number;
  mark: string;
  readonly log: LogEntry[];
  readonly applied: Set<EditId>;
  readonly records: Map<string, StoredRecord>;
  readonly conflicts: Map<string, StoredConflict>;
  readonly refused: Map<EditId, RefusalCode>;
  readonly batches: Map<string, Batch>;
  /** First numbers of leased blocks by the command that asked. */
  readonly leases: Map<string, number>;
};

export const emptyShop = (epoch: string): ShopMemory => ({
  epoch,
  lastSeq: 0,
  mark: '',
  log: [],
  applied: new Set(),
  records: new Map(),
  conflicts: new Map(),
  refused: new Map(),
  batches: new Map(),
  leases: new Map(),
});

/** A copy as a backup would hold it; what is stored is never changed in place. */
export const copyOf = (shop: ShopMemory): ShopMemory => ({
  ...shop,
  log: [...shop.log],
  applied: new Set(shop.applied),
  records: new Map(shop.records),
  conflicts: new Map(shop.conflicts),
  refused: new Map(shop.refused),
  batches: new Map(shop.batches),
  leases: new Map(shop.leases),
});

const batchKey = ({ device, incarnation }: Sender, n: number) => `${device}/${incarnation}/${n}`;
const markAfter = (mark: string, edit: string): string =>
  createHash('sha256').update(`${mark} ${edit}`).digest('hex').slice(0, 32);

/** One transaction on a shop: what it writes happens at `commit` or never. */
export class MemoryTransaction {
  readonly #shop: ShopMemory;
  readonly #turn: (what: string) => Promise<void>;
  readonly #writes: (() => void)[] = [];

  constructor(shop: ShopMemory, turn: (what: string) => Promise<void>) {
    this.#shop = shop;
    this.#turn = turn;
  }

  commit(): void {
    for (const write of this.#writes) write();
  }

  /** The tables, as the transaction sees them; `hold` waits for the shop's lock. */
  store(hold: () => Promise<void>): ShopStore {
    const shop = this.#shop;
    const read = async <T>(what: string, look: () => T): Promise<T> => {
      await this.#turn(what);
      return look();
    };
    const write = (what: string, change: () => void) => read(what, () => void this.#writes.push(change));
    const order = (): Order => ({ epoch: shop.epoch, lastSeq: shop.lastSeq, mark: shop.mark });
    return {
      holdOrder: async () => {
        await hold();
        return read('hold the order', order);
      },
      readOrder: () => read('read the order', order),
      advanceOrder: ({ lastSeq, mark }) => write('advance the order', () => Object.assign(shop, { lastSeq, mark })),
      readBatches: (sender, numbers) =>
        read('read batches', () => new Map(numbers.flatMap((n) => entryOf(n, shop.batches.get(batchKey(sender, n)))))),
      insertBatch: (batch) =>
        write('insert a batch', () => void shop.batches.set(batchKey(batch.sender, batch.n), batch)),
      appendLog: (author, to) => read('append to the log', () => this.#append(author, to)),
      readApplied: (edits) => read('read applied', () => new Set(edits.filter((edit) => shop.applied.has(edit)))),
      readEditAt: (seq) => read('read an edit', () => shop.log[seq - 1]?.edit),
      readNewestMark: (marks) => read('read marks', () => newestMark(shop, marks)),
      readStretch: (after, limit) =>
        read('read a stretch', () => ({
          ...order(),
          changes: shop.log.slice(after, after + limit).map((one) => changeOf(shop, one)),
        })),
      readTold: (edits) => read('read authors', () => toldOf(shop, edits)),
      readNames: async ({ device }) => ({ by: 'Someone', pc: device }),
      readRecords: (keys) => read('read records', () => recordsOf(shop, keys)),
      saveRecords: (records) =>
        write('save records', () => {
          for (const record of records) shop.records.set(keyOf(record), record);
        }),
      readConflicts: (keys) => read('read conflicts', () => conflictsOf(shop, keys)),
      saveConflicts: (conflicts) =>
        write('save conflicts', () => {
          for (const conflict of conflicts) shop.conflicts.set(conflict.id, conflict);
        }),
      isSnapshotShorter: async () => false,
      readRefused: (edits) => read('read refusals', () => refusedOf(shop, edits)),
      saveRefusals: (_author, refusals) =>
        write('save refusals', () => {
          for (const { edit, code } of refusals) shop.refused.set(edit.edit, code);
        }),
    };
  }

  #append(author: Author, { edits, order }: { edits: readonly LoggedEdit[]; order: Order }): Order {
    let { lastSeq, mark } = order;
    const entries = edits.map((edit): LogEntry => {
      mark = markAfter(mark, edit.edit);
      lastSeq = edit.seq;
      return { ...author, ...edit, mark };
    });
    this.#writes.push(() => {
      for (const entry of entries) {
        if (this.#shop.applied.has(entry.edit)) throw new Error(`${entry.edit} is in the log already`);
        if (this.#shop.log.length !== entry.seq - 1) throw new Error(`number ${entry.seq} would leave a gap`);
        this.#shop.log.push(entry);
        this.#shop.applied.add(entry.edit);
      }
    });
    return { ...order, lastSeq, mark };
  }
}

const entryOf = (n: number, batch: Batch | undefined): [number, Batch][] => (batch === undefined ? [] : [[n, batch]]);
function changeOf(shop: ShopMemory, { seq, mark, edit, kind, id, group, value, base, device }: LogEntry): Change {
  const record = shop.records.get(keyOf({ kind, id }));
  const workfile = record && workfileOf(record);
  const change = { seq, mark, edit, kind, id, group, value, base, by: device, at: seq };
  return workfile === undefined ? change : { ...change, workfile };
}

function newestMark(shop: ShopMemory, marks: readonly Mark[]): Mark | null {
  const known = marks.filter(([seq, mark]) => shop.log[seq - 1]?.mark === mark);
  return known.toSorted(([a], [b]) => b - a)[0] ?? null;
}

const toldOf = (shop: ShopMemory, edits: readonly EditId[]): ReadonlyMap<EditId, Told> =>
  new Map(
    shop.log
      .filter(({ edit }) => edits.includes(edit))
      .map(({ edit, group, value, device, seq }) => [edit, { group, value, by: 'Someone', pc: device, at: seq }]),
  );

function recordsOf(shop: ShopMemory, keys: readonly RecordKey[]): readonly StoredRecord[] {
  const asked = keys.flatMap((key) => shop.records.get(keyOf(key)) ?? []);
  const workfiles = new Set(asked.map(workfileOf));
  const beside = [...shop.records.values()].filter(
    (record) => singles.includes(record.kind) && workfiles.has(workfileOf(record)),
  );
  return [...new Set([...asked, ...beside])];
}

const conflictsOf = (shop: ShopMemory, keys: readonly RecordKey[]): readonly StoredConflict[] => {
  const names = new Set(keys.map(keyOf));
  return [...shop.conflicts.values()].filter(
    ({ id, kind, recordId }) => names.has(keyOf({ kind, id: recordId })) || names.has(`conflict/${id}`),
  );
};

const refusedOf = (shop: ShopMemory, edits: readonly EditId[]): ReadonlyMap<EditId, RefusalCode> =>
  new Map(
    edits.flatMap((edit): [EditId, RefusalCode][] => {
      const code = shop.refused.get(edit);
      return code === undefined ? [] : [[edit, code]];
    }),
  );
