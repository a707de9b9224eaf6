/** Takes one batch of a PC's edits: one transaction, one verdict an edit, the same answer however often it is sent. */

import type { Clock } from '../../src-shared/base/clock.ts';
import type { DeviceId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { singles } from '../../src-shared/domain/access/permissions.ts';
import { type Edit, type PushAnswer, type Verdict, wholeRecord } from '../../src-shared/sync/protocol.ts';
import type { Batch } from '../db/batches.ts';
import { conflictIdOf } from '../db/conflicts.ts';
import { sha256 } from '../db/digest.ts';
import type { RecordKey, StoredRecord } from '../db/records.ts';
import type { ShopStore, Shops } from '../db/shop-store.ts';
import type { Order } from '../db/shops.ts';
import { conflictChanges } from './conflict-records.ts';
import { readEdit } from './edit-reading.ts';
import { deviceOf, type Judgement, judge, type ShopState, type Writer } from './judge.ts';
import type { Live } from './live.ts';
import { keyOf, parentsOf } from './record-state.ts';

/** A batch as it came: its exact bytes are its identity. */
export type Batched = {
  readonly device: DeviceId;
  readonly incarnation: string;
  readonly n: number;
  readonly prev: string;
  /** The version of the fields in which the edits were written. */
  readonly schema: number;
  readonly brought?: true | undefined;
  readonly edits: readonly unknown[];
  readonly body: Uint8Array;
};
export type PushDeps = { readonly shops: Shops; readonly live: Pick<Live, 'tell'>; readonly clock: Clock };

/** Judges and stores a batch, or answers it again; refuses one that another life of this PC must have sent. */
export async function push(
  { shops, live, clock }: PushDeps,
  sender: Writer,
  batch: Batched,
): Promise<Result<PushAnswer, 'device-forked' | 'lost-batch'>> {
  const hash = sha256(batch.body);
  const writer = { ...sender, brought: batch.brought === true };
  const edits = batch.edits.map((edit) => readEdit(edit, batch.schema));
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
    await store.insertBatch({ n, hash, verdicts, sender: { device, incarnation }, person: writer.person });
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
    records: await store.readRecords([...keys, ...open], siblingsOf(readable)),
    conflicts,
  };
}

/** The kinds that a batch is judged by: a workfile may have ended, a lock stands in the estimate, of some kinds there is one already. */
const siblingsOf = (edits: readonly Edit[]): readonly string[] => {
  const made = new Set<string>(edits.filter(({ group }) => group === wholeRecord).map(({ kind }) => kind));
  return singles.filter((kind) => kind === 'workfile' || kind === 'estimate' || made.has(kind));
};

/** The records that these edits touch, each once, the parents of new ones, and the conflicts that may come of them. */
function keysOf(edits: readonly Edit[], writer: Writer): readonly RecordKey[] {
  const keys = edits.flatMap((edit): readonly RecordKey[] => [
    edit,
    ...(edit.group === wholeRecord
      ? parentsOf(edit.value)
      : [{ kind: 'conflict', id: conflictIdOf(edit, deviceOf(writer, edit)) } as const]),
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
  const records = latest([...state.records, ...judgement.records]);
  const seq = order.lastSeq + logged.length;
  const told = await conflictChanges(store, { ...judgement, records }, { author: writer, now, seq });
  const edits = [...logged, ...told.logged];
  const reached = await store.appendLog(writer, { edits, order });
  await store.saveRecords(latest([...judgement.records, ...told.records]));
  await store.saveConflicts(judgement.conflicts);
  await store.saveRefusals(writer, refusals);
  if (edits.length > 0) await store.advanceOrder(reached);
  return reached;
}

/** Each record once, as it was left at last: a conflict may be chosen about and raised again in one batch. */
const latest = (records: readonly StoredRecord[]): readonly StoredRecord[] => [
  ...new Map(records.map((record) => [keyOf(record), record])).values(),
];
