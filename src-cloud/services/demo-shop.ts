/** Fills the demo shop with invented workfiles, through the same tables as everybody's edits. */
import { type DeviceId, editIdOf, type ShopId, type UserId } from '../../src-shared/base/ids.ts';
import { demoWorkfiles, type NewRecord } from '../../src-shared/demo/demo-shop.ts';
import { type JsonObject, wholeRecord } from '../../src-shared/sync/protocol.ts';
import type { Database } from '../db/database.ts';
import { appendLog, type LoggedEdit } from '../db/log.ts';
import { saveRecords } from '../db/records.ts';
import { advanceOrder, holdOrder } from '../db/shops.ts';
import { inShop } from '../db/tenant.ts';

export type DemoFill = {
  readonly shopId: ShopId;
  readonly person: UserId;
  readonly count: number;
  /** The instant of the newest workfile. */
  readonly from: number;
};

/** The PC that the demo workfiles seem to come from. */
const demoDevice = 'dem0sh0p00' as DeviceId;
const seed = 20_261_121;
const recordsAtOnce = 1_000;

/** Adds the demo workfiles to a shop that has no records yet; a shop that has some stays as it is. */
export const fillDemoShop = (database: Database, fill: DemoFill): Promise<void> =>
  inShop(database, fill.shopId, async (sql) => {
    const { lastSeq } = await holdOrder(sql, fill.shopId);
    if (lastSeq > 0) return;
    const made = [...demoWorkfiles({ seed, count: fill.count, from: fill.from })].flat();
    const author = { device: demoDevice, person: fill.person };
    const edits = made.map((record, i) => creation(record, i + 1));
    for (let at = 0; at < edits.length; at += recordsAtOnce) {
      const some = edits.slice(at, at + recordsAtOnce);
      await appendLog(sql, fill.shopId, author, some);
      await saveRecords(sql, fill.shopId, some.map(recordOf));
    }
    await advanceOrder(sql, fill.shopId, edits.length);
  });

const creation = ({ kind, id, value }: NewRecord, seq: number): LoggedEdit => ({
  edit: editIdOf(demoDevice, seq),
  kind,
  id,
  group: wholeRecord,
  value,
  base: null,
  seq,
});

const recordOf = ({ kind, id, value, edit, seq }: LoggedEdit) => ({
  kind,
  id,
  value: value as Readonly<Record<string, JsonObject>>,
  edit,
  edits: {},
  seq,
  deleted: false,
});
