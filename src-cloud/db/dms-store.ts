/** What exports need of one shop's tables inside one transaction. */
import type { ShopId, UserId } from '../../src-shared/base/ids.ts';
import type { Sql } from './database.ts';
import { readConnection, type StoredConnection, saveConnection } from './dms-connections.ts';
import {
  type ExportKey,
  holdExport,
  isReferenceTaken,
  readDay,
  readNow,
  readOpenExports,
  type StoredExport,
  saveExport,
} from './dms-exports.ts';
import { type JournalStore, journalStoreOf } from './journals.ts';

export type DmsStore = {
  readonly readConnection: () => Promise<StoredConnection | undefined>;
  readonly saveConnection: (person: UserId, connection: StoredConnection) => Promise<void>;
  readonly holdExport: (key: ExportKey) => Promise<StoredExport | undefined>;
  readonly isReferenceTaken: (one: ExportKey & { reference: string }) => Promise<boolean>;
  readonly saveExport: (one: StoredExport, note: string) => Promise<void>;
  readonly readOpenExports: () => Promise<readonly ExportKey[]>;
  readonly journal: JournalStore;
  readonly readNow: () => Promise<number>;
  readonly readDay: (now: number) => Promise<string>;
  /** Has a worker look at the export at this time, if this transaction is committed. */
  readonly wake: (key: ExportKey, at: number) => Promise<void>;
};

/** An export of a shop, wherever it is. */
export type ShopExport = ExportKey & { readonly shop: ShopId };
/** Wakes a worker: the call goes through the transaction in which it is made. */
export type Wake = (sql: Sql, one: ShopExport, at: number) => Promise<void>;

export const dmsStoreOf = (sql: Sql, shop: ShopId, wake: Wake): DmsStore => ({
  readConnection: () => readConnection(sql, shop),
  saveConnection: (person, connection) => saveConnection(sql, shop, person, connection),
  holdExport: (key) => holdExport(sql, shop, key),
  isReferenceTaken: (one) => isReferenceTaken(sql, shop, one),
  saveExport: (one, note) => saveExport(sql, shop, one, note),
  readOpenExports: () => readOpenExports(sql, shop),
  journal: journalStoreOf(sql, shop),
  readNow: () => readNow(sql),
  readDay: (now) => readDay(sql, shop, now),
  wake: ({ kind, subject }, at) => wake(sql, { shop, kind, subject }, at),
});
