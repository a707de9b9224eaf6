/** Takes one batch of a PC's edits: one transaction, one verdict an edit, the same answer however often it is sent. */

import type { Clock } from '../../src-shared/base/clock.ts';
import type { DeviceId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { singles } from '../../src-shared/domain/access/permissions.ts';
import { type Edit, type PushAnswer, type Verdict, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { sha256 } from '../db/digest.ts';
import type { Pushing } from '../db/push-turn.ts';
import type { RecordKey, StoredRecord } from '../db/records.ts';
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
    const held = await store.beginPush(aboutOf(batch, edits));
    const { order, answered } = held;
    if (answered?.hash === hash) return ok(answerOf(order, answered.verdicts));
    if (answered !== undefined) return failed('device-forked' as const);
    const broken = brokenChain(batch, held.previous);
    if (broken !== null) return failed(broken);
    const state = { ...held, lastSeq: order.lastSeq };
    const judgement = judge(edits, state, writer);
    const { n, device, incarnation } = batch;
    const { verdicts } = judgement;
    const told = await tell(store, writer, { judgement, state, now: clock() });
    const reached = await store.endPush(writer, {
      ...{ order, ...told, conflicts: judgement.conflicts, refusals: judgement.refusals },
      batch: { n, hash, verdicts, sender: { device, incarnation } },
    });
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
function brokenChain({ prev }: Batched, previous: string | undefined): 'device-forked' | 'lost-batch' | null {
  if (prev === '') return null;
  if (previous === undefined) return 'lost-batch';
  return previous === prev ? null : 'device-forked';
}

function aboutOf({ device, incarnation, n }: Batched, edits: readonly (Edit | undefined)[]): Pushing {
  const readable = edits.filter((edit) => edit !== undefined);
  return {
    sender: { device, incarnation },
    n,
    edits: readable.map(({ edit }) => edit),
    keys: keysOf(readable),
    siblings: siblingsOf(readable),
  };
}

/** The kinds that a batch is judged by: a workfile may have ended, a lock stands in the estimate, of some kinds there is one already. */
const siblingsOf = (edits: readonly Edit[]): readonly string[] => {
  const made = new Set<string>(edits.filter(({ group }) => group === wholeRecord).map(({ kind }) => kind));
  return singles.filter((kind) => kind === 'workfile' || kind === 'estimate' || made.has(kind));
};

/** The records that these edits touch, each once, and the parents of new ones. */
function keysOf(edits: readonly Edit[]): readonly RecordKey[] {
  const keys = edits.flatMap((edit): readonly RecordKey[] =>
    edit.group === wholeRecord ? [edit, ...parentsOf(edit.value)] : [edit],
  );
  return [...new Map(keys.map(({ kind, id }) => [keyOf({ kind, id }), { kind, id }])).values()];
}

type Judged = { readonly judgement: Judgement; readonly state: ShopState; readonly now: number };

/** What is written besides, so that people hear of conflicts; and each record once, as it was left at last. */
async function tell(store: ShopStore, author: Writer, { judgement, state, now }: Judged) {
  const { logged, raised, ended } = judgement;
  if (raised.length + ended.length === 0) return { edits: logged, records: judgement.records };
  const records = latest([...state.records, ...judgement.records]);
  const seq = state.lastSeq + logged.length;
  const told = await conflictChanges(store, { ...judgement, records }, { author, now, seq });
  return { edits: [...logged, ...told.logged], records: latest([...judgement.records, ...told.records]) };
}

/** Each record once, as it was left at last: a conflict may be chosen about and raised again in one batch. */
const latest = (records: readonly StoredRecord[]): readonly StoredRecord[] => [
  ...new Map(records.map((record) => [keyOf(record), record])).values(),
];
