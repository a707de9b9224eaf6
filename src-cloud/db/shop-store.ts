/** What syncing needs of one shop's tables inside one transaction. Another store that keeps these promises may stand in. */
import type { EditId, ShopId, UserId } from '../../src-shared/base/ids.ts';
import type { Mark, RefusalCode } from '../../src-shared/sync/protocol.ts';
import { type Batch, insertBatch, readBatches, type Sender } from './batches.ts';
import { isSnapshotShorter } from './bundles.ts';
import { readConflicts, type StoredConflict, saveConflicts } from './conflicts.ts';
import type { Database, Sql } from './database.ts';
import {
  type Author,
  appendLog,
  type LoggedEdit,
  readApplied,
  readEditAt,
  readNames,
  readNewestMark,
  readStretch,
  readTold,
  type Stretch,
  type Told,
} from './log.ts';
import { beginPush, endPush, type Held, type Pushed, type Pushing } from './push-turn.ts';
import { type RecordKey, readRecords, type StoredRecord, saveRecords } from './records.ts';
import { type Refusal, readRefused, saveRefusals } from './refusals.ts';
import { advanceOrder, holdOrder, type Order, readOrder } from './shops.ts';
import { inShop } from './tenant.ts';

export type ShopStore = {
  /** Holds the order, and reads what a batch is judged by as it stands then. */
  readonly beginPush: (asked: Pushing) => Promise<Held>;
  /** Writes what came of a batch, and where the order stands then. */
  readonly endPush: (author: Author, pushed: Pushed) => Promise<Order>;
  readonly holdOrder: () => Promise<Order>;
  readonly readOrder: () => Promise<Order>;
  readonly advanceOrder: (order: Order) => Promise<void>;
  readonly readBatches: (sender: Sender, numbers: readonly number[]) => Promise<ReadonlyMap<number, Batch>>;
  readonly insertBatch: (batch: Batch & { readonly sender: Sender; readonly person: UserId }) => Promise<void>;
  readonly appendLog: (author: Author, to: { edits: readonly LoggedEdit[]; order: Order }) => Promise<Order>;
  readonly readApplied: (edits: readonly EditId[]) => Promise<ReadonlySet<EditId>>;
  readonly readEditAt: (seq: number) => Promise<EditId | undefined>;
  readonly readNewestMark: (marks: readonly Mark[]) => Promise<Mark | null>;
  readonly readStretch: (after: number, limit: number) => Promise<Stretch>;
  /** Whether fewer workfiles changed after a number than make it worth to hear of every change. */
  readonly isSnapshotShorter: (after: number, changes: number) => Promise<boolean>;
  readonly readTold: (edits: readonly EditId[]) => Promise<ReadonlyMap<EditId, Told>>;
  readonly readNames: (author: Author) => Promise<{ readonly by: string; readonly pc: string }>;
  /** `siblings`: of which kinds the workfiles' own one is wanted as well; all of those that it has one of, by default. */
  readonly readRecords: (keys: readonly RecordKey[], siblings?: readonly string[]) => Promise<readonly StoredRecord[]>;
  readonly saveRecords: (records: readonly StoredRecord[]) => Promise<void>;
  readonly readConflicts: (keys: readonly RecordKey[]) => Promise<readonly StoredConflict[]>;
  readonly saveConflicts: (conflicts: readonly StoredConflict[]) => Promise<void>;
  readonly readRefused: (edits: readonly EditId[]) => Promise<ReadonlyMap<EditId, RefusalCode>>;
  readonly saveRefusals: (author: Author, refusals: readonly Refusal[]) => Promise<void>;
};

/** Runs work in one transaction of one shop. */
export type Shops = <T>(shop: ShopId, work: (store: ShopStore) => Promise<T>) => Promise<T>;

/** The shops of a database. */
export const shopsOf =
  (database: Database): Shops =>
  (shop, work) =>
    inShop(database, shop, (sql) => work(storeOf(sql, shop)));

const storeOf = (sql: Sql, shop: ShopId): ShopStore => ({
  beginPush: (asked) => beginPush(sql, shop, asked),
  endPush: (author, pushed) => endPush(sql, shop, author, pushed),
  holdOrder: () => holdOrder(sql, shop),
  readOrder: () => readOrder(sql, shop),
  advanceOrder: (order) => advanceOrder(sql, shop, order),
  readBatches: (sender, numbers) => readBatches(sql, shop, sender, numbers),
  insertBatch: (batch) => insertBatch(sql, shop, batch),
  appendLog: (author, to) => appendLog(sql, shop, author, to),
  readApplied: (edits) => readApplied(sql, shop, edits),
  readEditAt: (seq) => readEditAt(sql, shop, seq),
  readNewestMark: (marks) => readNewestMark(sql, shop, marks),
  readStretch: (after, limit) => readStretch(sql, shop, after, limit),
  isSnapshotShorter: (after, changes) => isSnapshotShorter(sql, shop, after, changes),
  readTold: (edits) => readTold(sql, shop, edits),
  readNames: (author) => readNames(sql, shop, author),
  readRecords: (keys, siblings) => readRecords(sql, shop, keys, siblings),
  saveRecords: (records) => saveRecords(sql, shop, records),
  readConflicts: (keys) => readConflicts(sql, shop, keys),
  saveConflicts: (conflicts) => saveConflicts(sql, shop, conflicts),
  readRefused: (edits) => readRefused(sql, shop, edits),
  saveRefusals: (author, refusals) => saveRefusals(sql, shop, author, refusals),
});
