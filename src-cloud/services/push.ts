/** Takes one batch of a PC's edits: one transaction, one verdict an edit, the same answer however often it is sent. */

import type { Clock } from '../../src-shared/base/clock.ts';
import type { DeviceId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { type Edit, type PushAnswer, type Verdict, wholeRecord } from '../../src-shared/sync/protocol.ts';
import type { Batch } from '../db/batches.ts';
import { conflictIdOf } from '../db/conflicts.ts';
import { sha256 } from '../db/digest.ts';
import type { RecordKey } from '../db/records.ts';
import type { ShopStore, Shops } from '../db/shop-store.ts';
import type { Order } from '../db/shops.ts';
import { conflictChanges } from './conflict-records.ts';
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
export type PushDeps = { readonly shops: Shops; readonly live: Pick<Live, 'tell'>; readonly clock: Clock };

/** Judges and stores a batch, or answers it again; refuses one that another life of this PC must have sent. */
export async function push(
  { shops, live, clock }: PushDeps,
  writer: Writer,
  batch: Batched,
): Promise<Result<PushAnswer, 'device-forked' | 'lost-batch'>> {
  const hash = sha256(batch.body);
  const edits = batch.edits.map(readEdit);
  const pushed = await shops(writer.shopId, async (store) => {
    const order = await store.holdOrder();
    const known = await store.readBatches(batch, [batch.n - 1, batch.n]);
    const answered = known.get(batch.n);
    if (answered?.hash === hash) return ok(answerOf(order, answered.verdicts));
    if (answered !== undefined) return failed('device-forked' as const);
    const broken = brokenChain(batch, known.get(batch.n - 1));
    if (broken !== null) return failed(broken);
    const state = await readState(store, writer, edits, order);
    const judgement = judge(edits, state, writer);
    const reached = await write(store, writer, { judgement, state, order, now: clock() });
    const { n, device, incarnation } = batch;
    const { verdicts } = judgement;
    const sender = { device, incarnation };
    await store.insertBatch({ n, hash, verdicts, sender, person: writer.person });
    return ok({ ...answerOf(reached, verdicts), moved: reached.lastSeq > order.lastSeq });
  });
  if (!pushed.ok) return pushed;
  const { moved, ...answer } = { moved: false, ...pushed.value };
  if (moved) live.tell(writer.shopId, answer.seq);
  return ok(answer);
}

const answerOf = (order: Order, verdicts: readonly Verdict[]): PushAnswer => ({
  epoch: order.epoch,
  seq: order.lastSeq,
  verdicts: [...verdicts],
});

/** A missing predecessor is no fork: a restored cloud may have lost its tail, and the PC sends it again. */
function brokenChain({ prev }: Batched, previous: Batch | undefined): 'device-forked' | 'lost-batch' | null {
  if (prev === '') return null;
  if (previous === undefined) return 'lost-batch';
  return previous.hash === prev ? null : 'device-forked';
}

async function readState(
  store: ShopStore,
  writer: Writer,
  edits: readonly (Edit | undefined)[],
  order: Order,
): Promise<ShopState> {
  const readable = edits.filter((edit) => edit !== undefined);
  const ids = readable.map(({ edit }) => edit);
  const keys = keysOf(readable, writer);
  const conflicts = await store.readConflicts(keys);
  const open = conflicts.map(({ id }): RecordKey => ({ kind: 'conflict', id }));
  return {
    lastSeq: order.lastSeq,
    applied: await store.readApplied(ids),
    refused: await store.readRefused(ids),
    records: await store.readRecords([...keys, ...open]),
    conflicts,
  };
}

/** The records that these edits touch, each once, the parents of new ones, and the conflicts that may come of them. */
function keysOf(edits: readonly Edit[], writer: Writer): readonly RecordKey[] {
  const keys = edits.flatMap((edit): readonly RecordKey[] => [
    edit,
    ...(edit.group === wholeRecord
      ? parentsOf(edit.value)
      : [{ kind: 'conflict', id: conflictIdOf(edit, writer.device) } as const]),
  ]);
  return [...new Map(keys.map(({ kind, id }) => [keyOf({ kind, id }), { kind, id }])).values()];
}

type Written = {
  readonly judgement: Judgement;
  readonly state: ShopState;
  readonly order: Order;
  readonly now: number;
};

/** Writes what was judged; answers where the order stands then. */
async function write(store: ShopStore, writer: Writer, { judgement, state, order, now }: Written): Promise<Order> {
  const { logged, refusals } = judgement;
  const records = [...new Map([...state.records, ...judgement.records].map((one) => [keyOf(one), one])).values()];
  const seq = order.lastSeq + logged.length;
  const told = await conflictChanges(store, { ...judgement, records }, { author: writer, now, seq });
  const edits = [...logged, ...told.logged];
  const reached = await store.appendLog(writer, { edits, order });
  await store.saveRecords([...judgement.records, ...told.records]);
  await store.saveConflicts(judgement.conflicts);
  await store.saveRefusals(writer, refusals);
  if (edits.length > 0) await store.advanceOrder(reached);
  return reached;
}
