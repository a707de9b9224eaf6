/** Takes one batch of a PC's edits: one transaction, one verdict an edit, the same answer however often it is sent. */

import type { DeviceId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { type Edit, type PushAnswer, type Verdict, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { type Batch, insertBatch, readBatches } from '../db/batches.ts';
import { resolveConflicts, saveConflicts } from '../db/conflicts.ts';
import type { Database, Sql } from '../db/database.ts';
import { sha256 } from '../db/digest.ts';
import { appendLog, readApplied } from '../db/log.ts';
import { type RecordKey, readRecords, saveRecords } from '../db/records.ts';
import { saveRefusals } from '../db/refusals.ts';
import { advanceOrder, holdOrder, type Order } from '../db/shops.ts';
import { inShop } from '../db/tenant.ts';
import { readEdit } from './edit-reading.ts';
import { type Judgement, judge, type ShopState, type Writer } from './judge.ts';
import type { Live } from './live.ts';
import { keyOf, parentsOf } from './record-state.ts';

/** A batch as it came: its exact bytes are its identity. */
export type Batched = {
  readonly device: DeviceId;
  readonly incarnation: string;
  readonly n: number;
  readonly prev: string;
  readonly edits: readonly unknown[];
  readonly body: Uint8Array;
};
export type PushDeps = { readonly database: Database; readonly live: Live };

/** Judges and stores a batch, or answers it again; refuses one that another life of this PC must have sent. */
export async function push(
  { database, live }: PushDeps,
  writer: Writer,
  batch: Batched,
): Promise<Result<PushAnswer, 'device-forked'>> {
  const hash = sha256(batch.body);
  const edits = batch.edits.map(readEdit);
  const pushed = await inShop(database, writer.shopId, async (sql) => {
    const order = await holdOrder(sql, writer.shopId);
    const known = await readBatches(sql, writer.shopId, batch, [batch.n - 1, batch.n]);
    const answered = known.get(batch.n);
    if (answered?.hash === hash) return ok(answerOf(order, answered.verdicts));
    if (answered !== undefined || isForked(batch, known.get(batch.n - 1))) return failed('device-forked' as const);
    const judgement = judge(edits, await readState(sql, writer, edits, order), writer);
    const reached = await store(sql, writer, { judgement, order });
    const { n, device, incarnation } = batch;
    const { verdicts } = judgement;
    const sender = { device, incarnation };
    await insertBatch(sql, writer.shopId, { n, hash, verdicts, sender, person: writer.person });
    return ok(answerOf(reached, verdicts));
  });
  if (pushed.ok && pushed.value.verdicts.some((one) => one.verdict === 'applied')) {
    live.tell(writer.shopId, pushed.value.seq);
  }
  return pushed;
}

const answerOf = (order: Order, verdicts: readonly Verdict[]): PushAnswer => ({
  epoch: order.epoch,
  seq: order.lastSeq,
  verdicts: [...verdicts],
});

/** A missing predecessor is no fork: a restored cloud may have lost its tail. */
function isForked(batch: Batched, previous: Batch | undefined): boolean {
  if (batch.n === 1) return batch.prev !== '';
  return previous !== undefined && previous.hash !== batch.prev;
}

async function readState(
  sql: Sql,
  writer: Writer,
  edits: readonly (Edit | undefined)[],
  order: Order,
): Promise<ShopState> {
  const readable = edits.filter((edit) => edit !== undefined);
  const applied = await readApplied(
    sql,
    writer.shopId,
    readable.map((edit) => edit.edit),
  );
  return { lastSeq: order.lastSeq, applied, records: await readRecords(sql, writer.shopId, keysOf(readable)) };
}

/** The records that these edits touch, each once, and the parents of new ones. */
function keysOf(edits: readonly Edit[]): readonly RecordKey[] {
  const keys = edits.flatMap((edit) => [edit, ...(edit.group === wholeRecord ? parentsOf(edit.value) : [])]);
  return [...new Map(keys.map(({ kind, id }) => [keyOf({ kind, id }), { kind, id }])).values()];
}

/** Writes what was judged; answers where the order stands then. */
async function store(
  sql: Sql,
  writer: Writer,
  { judgement, order }: { readonly judgement: Judgement; readonly order: Order },
): Promise<Order> {
  const { shopId } = writer;
  const { logged, records, conflicts, refusals, settled } = judgement;
  const reached = await appendLog(sql, shopId, writer, { edits: logged, order });
  await saveRecords(sql, shopId, records);
  await saveConflicts(sql, shopId, writer, conflicts);
  await saveRefusals(sql, shopId, writer, refusals);
  await resolveConflicts(sql, shopId, { ids: settled, edits: logged.map((edit) => edit.edit) });
  if (logged.length > 0) await advanceOrder(sql, shopId, reached);
  return reached;
}
