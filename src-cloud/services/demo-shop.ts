/** Fills the demo shop with invented workfiles, through the same tables as everybody's edits. */
import { type DeviceId, editIdOf, type ShopId, type UserId } from '../../src-shared/base/ids.ts';
import { chanceOf } from '../../src-shared/demo/chance.ts';
import { demoLibraries } from '../../src-shared/demo/demo-library.ts';
import { demoWorkfiles, type NewRecord } from '../../src-shared/demo/demo-shop.ts';
import { withVisit } from '../../src-shared/demo/demo-visits.ts';
import { type JsonObject, wholeRecord } from '../../src-shared/sync/protocol.ts';
import type { Database } from '../db/database.ts';
import { sha256 } from '../db/digest.ts';
import { appendLog, type LoggedEdit } from '../db/log.ts';
import { saveRecords } from '../db/records.ts';
import { advanceOrder, holdOrder } from '../db/shops.ts';
import { inShop } from '../db/tenant.ts';

export type DemoFill = {
  readonly shopId: ShopId;
  readonly person: UserId;
  readonly count: number;
  /** Whether it has profiles, canned operations and part codes too, and what happened to its vehicles. */
  readonly libraries?: boolean;
  /** When the newest workfile was saved. */
  readonly from: number;
};

/** The PC that the demo workfiles seem to come from. */
const demoDevice = 'dem0sh0p00' as DeviceId;
const seed = 20_261_121;
const recordsAtOnce = 1_000;

/** Adds the demo workfiles to a shop that has no records yet; a shop that has some stays as it is. */
export const fillDemoShop = (database: Database, fill: DemoFill): Promise<void> =>
  inShop(database, fill.shopId, async (sql) => {
    let order = await holdOrder(sql, fill.shopId);
    if (order.lastSeq > 0) return;
    const options = { chance: chanceOf(seed + 1), from: fill.from, hash: sha256 };
    const bare = [...demoWorkfiles({ seed, count: fill.count, from: fill.from })];
    const workfiles = (fill.libraries === true ? bare.map((one) => withVisit(one, options)) : bare).flatMap(dated);
    const own = fill.libraries === true ? demoLibraries({ seed, from: fill.from }) : [];
    const made = [...own.map((record) => ({ record, at: fill.from })), ...workfiles];
    const author = { device: demoDevice, person: fill.person };
    const edits = made.map(({ record, at }, i) => creation(record, i + 1, at));
    for (let at = 0; at < edits.length; at += recordsAtOnce) {
      const some = edits.slice(at, at + recordsAtOnce);
      order = await appendLog(sql, fill.shopId, author, { edits: some, order });
      await saveRecords(sql, fill.shopId, some.map(recordOf));
    }
    await advanceOrder(sql, fill.shopId, order);
  });

/** The records of a workfile, each with the time of its last save. */
function dated(records: readonly NewRecord[]): readonly { readonly record: NewRecord; readonly at: number }[] {
  const [workfile] = records;
  const at = workfile?.kind === 'workfile' ? workfile.value.saved.at : 0;
  return records.map((record) => ({ record, at }));
}

const creation = ({ kind, id, value }: NewRecord, seq: number, at: number): LoggedEdit => ({
  edit: editIdOf(demoDevice, seq),
  kind,
  id,
  group: wholeRecord,
  value,
  base: null,
  seq,
  at,
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
