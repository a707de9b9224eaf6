/** What commands need of one shop's tables inside one transaction. Another store that keeps these promises may stand in. */
import type { DeviceId, ShopId } from '../../src-shared/base/ids.ts';
import { type AskedCommand, type FinalAnswer, insertCommand, readCommand, type StoredCommand } from './commands.ts';
import type { Database, Sql } from './database.ts';
import { type DmsStore, dmsStoreOf, type Wake } from './dms-store.ts';
import { type Author, appendLog, readApplied } from './log.ts';
import {
  type Given,
  type GivenBlock,
  insertBlock,
  isGiven,
  isHeldElsewhere,
  isUsed,
  readGiven,
  readHighestUsed,
} from './number-blocks.ts';
import { readRecords, saveRecords } from './records.ts';
import type { ShopStore } from './shop-store.ts';
import { advanceOrder, holdOrder } from './shops.ts';
import { inShop } from './tenant.ts';

export type CommandStore = Pick<
  ShopStore,
  'holdOrder' | 'advanceOrder' | 'appendLog' | 'readApplied' | 'readRecords' | 'saveRecords'
> & {
  readonly readCommand: (id: string) => Promise<StoredCommand | undefined>;
  readonly insertCommand: (author: Author, settled: { command: AskedCommand; answer: FinalAnswer }) => Promise<void>;
  readonly readGiven: (epoch: string) => Promise<Given>;
  readonly isGiven: (number: number) => Promise<boolean>;
  readonly isHeldElsewhere: (number: number, device: DeviceId) => Promise<boolean>;
  readonly insertBlock: (block: GivenBlock) => Promise<void>;
  readonly isUsed: (number: string) => Promise<boolean>;
  readonly readHighestUsed: () => Promise<number>;
  readonly dms: DmsStore;
};

/** Runs work in one transaction of one shop. */
export type CommandShops = <T>(shop: ShopId, work: (store: CommandStore) => Promise<T>) => Promise<T>;

/** The shops of a database; `wake` calls the workers that export. */
export const commandShopsOf =
  (database: Database, wake: Wake): CommandShops =>
  (shop, work) =>
    inShop(database, shop, (sql) => work(storeOf(sql, shop, wake)));

const storeOf = (sql: Sql, shop: ShopId, wake: Wake): CommandStore => ({
  holdOrder: () => holdOrder(sql, shop),
  advanceOrder: (order) => advanceOrder(sql, shop, order),
  appendLog: (author, to) => appendLog(sql, shop, author, to),
  readApplied: (edits) => readApplied(sql, shop, edits),
  readRecords: (keys, siblings) => readRecords(sql, shop, keys, siblings),
  saveRecords: (records) => saveRecords(sql, shop, records),
  readCommand: (id) => readCommand(sql, shop, id),
  insertCommand: (author, settled) => insertCommand(sql, shop, author, settled),
  readGiven: (epoch) => readGiven(sql, shop, epoch),
  isGiven: (number) => isGiven(sql, shop, number),
  isHeldElsewhere: (number, device) => isHeldElsewhere(sql, shop, number, device),
  insertBlock: (block) => insertBlock(sql, shop, block),
  isUsed: (number) => isUsed(sql, shop, number),
  readHighestUsed: () => readHighestUsed(sql, shop),
  dms: dmsStoreOf(sql, shop, wake),
});
